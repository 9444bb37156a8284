import { describe, expect, it } from 'vitest'
import { isDayOff, nextWorkingDay } from '../../src/province/days-off.ts'

describe('days off', () => {
  it.each([
    '2026-01-01',
    '2026-02-16',
    '2026-02-17',
    '2026-02-20',
    '2026-04-27',
    '2026-04-30',
    '2026-05-01',
    '2026-09-02',
    '2026-11-22',
    '2026-11-24',
    '2027-02-05',
    '2027-04-16',
    '2028-01-26',
    '2028-04-04',
    '2029-04-23',
  ])('%s is one', (day) => expect(isDayOff(day)).toBe(true))

  it.each(['2025-11-24', '2026-02-23', '2026-04-28', '2026-11-23', '2026-11-25', '2030-05-02'])('%s is not', (day) =>
    expect(isDayOff(day)).toBe(false),
  )

  it.each([
    ['2026-11-21', '2026-11-23'],
    ['2026-11-23', '2026-11-25'],
    ['2026-02-15', '2026-02-23'],
  ])('after %s offices work next on %s', (day, next) => expect(nextWorkingDay(day)).toBe(next))
})
