import { expect, it } from 'vitest'
import type { Scope } from '../../../src/dossiers/may.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { parseListQuery, renderListQuery, slugOf, toFilter } from '../../../src/staff/lists/list-query.ts'
import { WORK_LISTS } from '../../../src/staff/lists/work-lists.ts'
import { WHOLE } from '../../dossiers/everything-seen.ts'

const reader = { id: 'me' as StaffId, handlers: ['me' as StaffId], now: 1_000, endOfToday: 2_000, unreachedSince: 500 }
const filterOf = (query: object, scope: Scope = WHOLE, typed = '') =>
  toFilter(parseListQuery(query), { scope, reader, typed }, 51)

it('leaves out what it cannot read instead of failing', () => {
  const odd = { list: 'everything', status: 'nope', procedure: '../x', agency: '<b>', after: 'x_1', search: ['a', 'b'] }
  expect(filterOf(odd)).toEqual(filterOf({}))
  expect(filterOf({ after: '-1_2_3' }).after).toEqual({ at: -1, id: '2_3' })
})

it('looks through all there is for who only filters, and through the queue for who asks for nothing', () => {
  expect(filterOf({}).order).toBe('queue')
  expect(filterOf({ status: 'done' })).toEqual({ order: 'newest', limit: 51, scope: WHOLE, statuses: ['done'] })
  expect(filterOf({ search: 'x' }, WHOLE, 'trần đượm')).toMatchObject({
    ...{ order: 'newest', words: [expect.arrayContaining(['name:tran']), expect.arrayContaining(['name:duom'])] },
  })
  expect(filterOf({ list: 'late', procedure: 'x' })).toMatchObject({ dueBefore: 1_000, flow: 'x', order: 'queue' })
})

it('never leads out of what may be seen', () => {
  const own: Scope = { agencies: ['A'], reserved: [] }
  expect(filterOf({ agency: 'A' }, own).scope).toEqual(own)
  expect(filterOf({ agency: 'B' }, own).scope).toEqual({ agencies: [], reserved: [] })
  expect(filterOf({ agency: 'B' }).scope).toEqual({ agencies: ['B'], reserved: ['B'] })
})

it('comes back the same through its own address', () => {
  const whole = {
    status: 'done',
    procedure: 'cap-giay-di-duong',
    agency: 'H12.99',
    code: 'H12',
    after: '1903858200000_0a',
  }
  for (const list of [undefined, ...WORK_LISTS.map(({ slug }) => slug)])
    for (const more of [{}, whole]) {
      const query = parseListQuery({ ...more, list })
      const address = new URL(renderListQuery(query), 'https://x.vn')
      const again = parseListQuery(Object.fromEntries(address.searchParams))
      expect([slugOf(again), { ...again, list }]).toEqual([slugOf(query), query])
    }
  expect(renderListQuery({})).toBe('/staff')
})
