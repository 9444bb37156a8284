import { describe, expect, it } from 'vitest'
import { latestYearNamed, leapMonthToSolar, lunarToSolar } from '../../src/kernel/lunar.ts'

describe('the lunar calendar', () => {
  it.each([
    [1985, 1, 1, '1985-01-21'],
    [1988, 1, 3, '1988-02-19'],
    [2025, 1, 1, '2025-01-29'],
    [2025, 3, 10, '2025-04-07'],
    [2026, 1, 1, '2026-02-17'],
    [2026, 3, 10, '2026-04-26'],
    [2027, 1, 1, '2027-02-06'],
    [2027, 3, 10, '2027-04-16'],
    [2028, 1, 1, '2028-01-26'],
    [2028, 3, 10, '2028-04-04'],
    [2029, 1, 1, '2029-02-13'],
    [2029, 3, 10, '2029-04-23'],
  ])('puts the day %i-%i-%i of Viet Nam on %s', (year, month, date, day) =>
    expect(lunarToSolar(year, month, date)).toBe(day),
  )

  it.each([
    [2025, 6, 1, '2025-07-25'],
    [2025, 6, 15, '2025-08-08'],
    [2023, 2, 1, '2023-03-22'],
    [2001, 4, 10, '2001-06-01'],
    [2025, 5, 5, undefined],
    [2026, 6, 5, undefined],
  ])('puts the day %i-%i-%i of a month that was put in on %s', (year, month, date, day) =>
    expect(leapMonthToSolar(year, month, date)).toBe(day),
  )

  it('puts in seven months in nineteen years, each right behind the one of its number', () => {
    const months = Array.from({ length: 12 }, (_, i) => i + 1)
    const leaps = (year: number) => months.filter((month) => leapMonthToSolar(year, month, 1) !== undefined)
    for (let from = 1910; from <= 2090; from += 19)
      expect(Array.from({ length: 19 }, (_, i) => leaps(from + i).length).reduce((all, it) => all + it, 0)).toBe(7)
  })

  it.each([
    ['mau', 'thin', 2026, 1988],
    ['binh', 'ngo', 2026, 2026],
    ['giap', 'ty', 2026, 1984],
    ['at', 'ty', 2026, 2025],
    ['giap', 'suu', 2026, undefined],
  ])('knows when the year %s %s up to %i was', (stem, branch, latest, year) =>
    expect(latestYearNamed(stem, branch, latest)).toBe(year),
  )
})

it('knows of every day of three centuries whether it exists, and throws for none', () => {
  for (let year = 1900; year < 2200; year++)
    for (let month = 1; month <= 12; month++)
      for (const date of [1, 29, 30]) expect(() => lunarToSolar(year, month, date)).not.toThrow()
  expect(lunarToSolar(2026, 12, 30)).toBeUndefined()
  expect(lunarToSolar(2026, 12, 29)).toBe('2027-02-05')
})
