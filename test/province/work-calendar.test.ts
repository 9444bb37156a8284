import { describe, expect, it } from 'vitest'
import { renderInstant } from '../../src/kernel/clock.ts'
import { unreviewedYears, workCalendarFor, workCalendarOf } from '../../src/province/work-calendar.ts'

const shown = (stretches: readonly { from: number; to: number }[]): string[] =>
  stretches.map(({ from, to }) => `${renderInstant(from).slice(0, 5)}-${renderInstant(to).slice(0, 5)}`)

const summer = workCalendarOf(
  {
    ...{ id: 'x', name: 'Một nơi' },
    periods: [
      { from: '2026-06-01', week: [{ days: [1, 2, 3, 4, 5, 6], hours: ['06:30-11:00'] }] },
      { from: '2026-01-01', week: [{ days: [1, 2, 3, 4, 5], hours: ['07:00-11:00', '13:00-17:00'] }] },
    ],
  },
  {
    ...{ source: 'made for the test', calendars: [], reviewed: [] },
    swaps: [{ off: '2026-01-02', on: '2026-01-10', name: 'hoán đổi' }],
    closures: [{ day: '2026-03-03', name: 'dọn nhà' }],
  },
)

describe('a calendar', () => {
  it.each([
    ['2026-11-23', ['07:00-11:00', '13:00-17:00']],
    ['2026-11-24', []],
    ['2026-11-22', []],
  ])('of an agency without one of its own: on %s %j', (day, hours) =>
    expect(shown(workCalendarFor('H12.99.001').workOn(day))).toEqual(hours),
  )

  it.each([
    ['before it begins', '2025-12-31', []],
    ['in its first period', '2026-05-29', ['07:00-11:00', '13:00-17:00']],
    ['in its second, also on a Saturday', '2026-06-06', ['06:30-11:00']],
    ['on the day that was given away', '2026-01-02', []],
    ['on the Saturday it was given for, as on that day', '2026-01-10', ['07:00-11:00', '13:00-17:00']],
    ['on another Saturday', '2026-01-17', []],
    ['on a day on which it is closed', '2026-03-03', []],
    ['on a holiday', '2026-09-02', []],
  ])('%s (%s): %j', (_, day, hours) => expect(shown(summer.workOn(day))).toEqual(hours))
})

describe('a year whose holidays nobody has compared with the plan of the government', () => {
  const at = (day: string): number => Date.parse(`${day}T09:00:00+07:00`)
  const reviewed = [{ year: 2026, by: 'x' }]
  it.each([
    ['2026-08-31', []],
    ['2026-09-01', [2027]],
    ['2027-01-01', [2027]],
    ['2027-09-01', [2027, 2028]],
  ])('is told months before: on %s %j', (day, years) => expect(unreviewedYears(at(day), { reviewed })).toEqual(years))
})
