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
  expect(toFilter(parseListQuery(odd), 51, NOW)).toEqual({ limit: 51 })
  expect(toFilter(parseListQuery({ after: '1_2_3' }), 1, NOW).before).toEqual({ filedAt: 1, id: '2_3' })
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
