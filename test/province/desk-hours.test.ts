import { describe, expect, it } from 'vitest'
import { withClosure } from '../../src/province/calendar-edits.ts'
import { adoptCalendars, seededCalendars } from '../../src/province/work-calendar.ts'
import { isDeskOpen, nextDeskTime, renderDeskTime } from '../../src/province/desk-hours.ts'

const at = (moment: string): number => Date.parse(`${moment}:00+07:00`)

describe('when an officer can next look at what was filed', () => {
  it.each([
    ['at once in the first hour of the morning', '2026-11-27T07:10', '2026-11-27T07:10'],
    ['after the lunch break', '2026-11-27T11:30', '2026-11-27T13:00'],
    ['after a day on which offices are closed', '2026-11-25T17:00', '2026-11-27T07:00'],
    ['after a public holiday', '2026-11-23T17:00', '2026-11-25T07:00'],
  ])('is, once somebody has recorded the calendars, %s', (_, now, opens) => {
    adoptCalendars(withClosure(seededCalendars, { day: '2026-11-26', name: 'Nghỉ bão' }))
    expect(nextDeskTime(at(now))).toBe(at(opens))
    expect(isDeskOpen(at(now))).toBe(now === opens)
    adoptCalendars(seededCalendars)
  })

  it.each([
    ['on a working morning at once', '2026-11-27T09:00', '2026-11-27T09:00'],
    ['before the desk opens that morning', '2026-11-27T05:00', '2026-11-27T07:30'],
    ['in the evening the next working day', '2026-11-26T20:00', '2026-11-27T07:30'],
    ['on Friday evening on Monday', '2026-11-27T16:30', '2026-11-30T07:30'],
    ['on a Sunday on Monday', '2026-11-22T09:30', '2026-11-23T07:30'],
    ['before a public holiday after it', '2026-11-23T17:00', '2026-11-25T07:30'],
  ])('is %s', (_, now, opens) => {
    expect(nextDeskTime(at(now))).toBe(at(opens))
    expect(isDeskOpen(at(now))).toBe(now === opens)
  })

  it('is said as people say it', () => {
    expect(renderDeskTime(at('2026-11-30T07:30'), at('2026-11-29T09:00'))).toBe('sáng thứ Hai 30/11')
    expect(renderDeskTime(at('2026-11-30T07:30'), at('2026-11-30T05:00'))).toBe('07:30 hôm nay')
  })
})
