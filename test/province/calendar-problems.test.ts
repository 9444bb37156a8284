import { describe, expect, it } from 'vitest'
import { withClosure, withHours, without, withReviewed, withSwap } from '../../src/province/calendar-edits.ts'
import { calendarProblems } from '../../src/province/calendar-problems.ts'
import { holidaysOf } from '../../src/province/days-off.ts'
import type { CalendarsFile } from '../../src/province/province-format.ts'
import { adoptCalendars, seededCalendars, workCalendarFor } from '../../src/province/work-calendar.ts'
import { daysAfter, renderInstant } from '../../src/kernel/clock.ts'

const TODAY = '2030-05-01'
const DAY = ['07:00-11:00', '13:00-17:00']
const WEEK = [DAY, DAY, DAY, DAY, DAY, [], []]
const police = {
  id: 'cong-an',
  name: 'Giờ của công an xã',
  from: '2030-06-01',
  hours: [...WEEK.slice(0, 5), ['07:30-11:30'], []],
}
/** Monday 6 May 2030. */
const closed = (file: CalendarsFile, days: number, from = '2030-05-06') =>
  Array.from({ length: days }, (_, i) => daysAfter(from, i)).reduce(
    (it, day) => withClosure(it, { day, name: 'Nghỉ' }),
    file,
  )

describe('calendars', () => {
  it.each<[string, CalendarsFile]>([
    ['that the program comes with', seededCalendars],
    ['with a day off', withClosure(seededCalendars, { day: '2030-05-06', name: 'Nghỉ bão' })],
    [
      'with a Monday worked on the Saturday before',
      withSwap(seededCalendars, { off: '2030-05-06', on: '2030-05-04', name: 'Bù' }),
    ],
    ['of police desks with their Saturday morning', withHours(seededCalendars, police)],
    ['closed for eight weeks', closed(seededCalendars, 56)],
  ])('%s stand', (_, file) => expect(calendarProblems(file, TODAY)).toEqual([]))

  it.each<[string, CalendarsFile, RegExp]>([
    [
      'closed for more than sixty days',
      closed(seededCalendars, 65),
      /từ 04\/05\/2030 có hơn 60 ngày liền không ai làm việc/,
    ],
    [
      'without hours from a day on',
      withHours(seededCalendars, { ...police, id: 'office', hours: [[], [], [], [], [], [], []] }),
      /week/,
    ],
    [
      'whose hours overlap in two parts of a week',
      {
        ...seededCalendars,
        calendars: [
          {
            ...{ id: 'office', name: 'Giờ hành chính' },
            periods: [
              {
                from: '2015-01-01',
                week: [
                  { days: [1, 2], hours: ['07:00-11:00'] },
                  { days: [2], hours: ['10:00-12:00'] },
                ],
              },
            ],
          },
        ],
      },
      /thứ Ba, từ 01\/01\/2015: các buổi chồng nhau/,
    ],
    [
      'that work instead on a holiday',
      withSwap(seededCalendars, { off: '2030-05-06', on: '2030-09-02', name: 'Bù' }),
      /Không làm bù được vào thứ Hai 02\/09\/2030: hôm đó nghỉ/,
    ],
    [
      'that work instead on a day that is worked',
      withSwap(seededCalendars, { off: '2030-05-06', on: '2030-05-07', name: 'Bù' }),
      /vốn là ngày làm việc/,
    ],
    [
      'that free a Sunday',
      withSwap(seededCalendars, { off: '2030-05-05', on: '2030-05-04', name: 'Bù' }),
      /vốn không làm việc/,
    ],
    [
      'that swap a day twice',
      [0, 1].reduce((it) => withSwap(it, { off: '2030-05-06', on: '2030-05-04', name: 'Bù' }), seededCalendars),
      /đã được hoán đổi rồi/,
    ],
    ['closed twice on a day', closed(closed(seededCalendars, 1), 1), /06\/05\/2030 đã ghi rồi/],
    ['with a year reviewed twice', withReviewed(seededCalendars, { year: 2026, by: 'x' }), /Năm 2026/],
    [
      'of which none is for most agencies',
      { ...seededCalendars, calendars: [{ ...seededCalendars.calendars[0]!, agencies: ['H12'] }] },
      /cần một lịch không có agencies/,
    ],
  ])('%s do not: a sentence says why', (_, file, text) =>
    expect(calendarProblems(file, TODAY).join('\n')).toMatch(text),
  )

  it('are as before without what was added', () => {
    const more = withSwap(withClosure(seededCalendars, { day: '2030-05-20', name: 'x' }), {
      off: '2030-05-06',
      on: '2030-05-04',
      name: 'Bù',
    })
    expect(without(without(more, '2030-05-20'), '2030-05-06')).toEqual(seededCalendars)
  })

  it('that are adopted count for whoever asks, from the day on which an agency keeps them', () => {
    const hours = (agency: string, day: string) =>
      workCalendarFor(agency)
        .workOn(day)
        .map(({ from, to }) => `${renderInstant(from).slice(0, 5)}-${renderInstant(to).slice(0, 5)}`)
    const file = withClosure(withHours(seededCalendars, { ...police, from: '2030-01-01' }), {
      day: '2030-05-06',
      name: 'x',
    })
    adoptCalendars(file, (agency) => (agency === 'A' ? [{ from: '2030-05-10', id: 'cong-an' }] : []))
    expect(hours('A', '2030-05-04')).toEqual([])
    expect(hours('A', '2030-05-11')).toEqual(['07:30-11:30'])
    expect(hours('B', '2030-05-11')).toEqual([])
    expect([hours('A', '2030-05-06'), hours('B', '2030-05-06'), hours('B', '2030-05-07')]).toEqual([[], [], DAY])
    adoptCalendars(seededCalendars)
    expect(hours('A', '2030-05-06')).toEqual(DAY)
  })
})

it('the holidays of a year stand in order, each with its name', () => {
  const days = holidaysOf(2026)
  expect(days[0]).toEqual({ day: '2026-01-01', name: expect.any(String) as string })
  expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted())
  expect(days.map(({ day }) => day)).toContain('2026-11-24')
})
