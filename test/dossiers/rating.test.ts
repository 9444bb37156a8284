import { describe, expect, it } from 'vitest'
import { isRateable, isScore } from '../../src/dossiers/rating.ts'
import { statuses } from '../../src/dossiers/status.ts'
import { DAY } from '../../src/kernel/clock.ts'

const NOW = Date.parse('2030-05-31T08:00:00+07:00')

describe('a dossier', () => {
  it('may be rated once the citizen has had the result', () =>
    expect(statuses.filter((status) => isRateable({ status, updatedAt: NOW }, NOW))).toEqual(['done', 'returned']))

  it('may be rated for thirty days', () => {
    expect(isRateable({ status: 'done', updatedAt: NOW - 30 * DAY + 1 }, NOW)).toBe(true)
    expect(isRateable({ status: 'done', updatedAt: NOW - 30 * DAY }, NOW)).toBe(false)
  })
})

it('a score is one to five whole stars', () => {
  expect([1, 2, 3, 4, 5].every(isScore)).toBe(true)
  expect([0, 6, -1, 1.5, 4.999, NaN, Infinity].some(isScore)).toBe(false)
})
