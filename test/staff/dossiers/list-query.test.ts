import { expect, it } from 'vitest'
import { parseListQuery, renderListQuery, toFilter } from '../../../src/staff/dossiers/list-query.ts'

it.each([
  ['h12.99 – 300501 – 0001', 'H12.99-300501-0001'],
  ['  0001 ', '0001'],
  ['300501—0001', '300501-0001'],
  ['a'.repeat(100), 'A'.repeat(40)],
])('understands the code typed as %j', (typed, code) => {
  expect(parseListQuery({ code: typed }).code).toBe(code)
})

const NOW = 1_000

it('leaves out what it cannot read instead of failing', () => {
  const odd = { status: 'nope', procedure: '../x', after: 'x_1', code: ['a', 'b'] }
  expect(toFilter(parseListQuery(odd), 51, NOW, NOW)).toEqual({ limit: 51 })
  expect(toFilter(parseListQuery({ after: '1_2_3' }), 1, NOW, NOW).before).toEqual({ filedAt: 1, id: '2_3' })
})

it('asks for what is due, the most urgent first, from where the page before ended', () => {
  const now = Date.parse('2026-11-27T09:00:00+07:00')
  const endOfDay = Date.parse('2026-11-28T00:00:00+07:00')
  expect(toFilter(parseListQuery({ due: 'late' }), 51, NOW, now)).toEqual({ limit: 51, dueBefore: now })
  expect(toFilter(parseListQuery({ due: 'today', after: '7_x' }), 51, NOW, now)).toEqual({
    ...{ limit: 51, dueBefore: endOfDay, dueFrom: now },
    afterDue: { dueAt: 7, id: 'x' },
  })
})

it('comes back the same through its own address', () => {
  const query = parseListQuery({
    status: 'done',
    procedure: 'cap-giay-di-duong',
    code: 'h12',
    after: '1903858200000_0a',
  })
  const address = new URL(renderListQuery(query), 'https://x.vn')
  expect(parseListQuery(Object.fromEntries(address.searchParams))).toEqual(query)
  expect(renderListQuery({})).toBe('/staff')
})
