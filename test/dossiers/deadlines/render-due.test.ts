import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderDue, renderLeft, urgencyOf } from '../../../src/dossiers/deadlines/render-due.ts'
import { subtractWork, workBetween } from '../../../src/dossiers/deadlines/work-time.ts'
import { MINUTE, toVietnamDay } from '../../../src/kernel/clock.ts'
import { workCalendarFor } from '../../../src/province/work-calendar.ts'

const office = workCalendarFor('H12.99')
const at = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+07:00`)
const DUE = at('2026-11-27 17:00')

describe('what is left until a dossier is due', () => {
  it.each([
    ['2026-11-20 09:00', 'còn 4 ngày làm việc', 'later'],
    ['2026-11-26 17:00', 'còn 8 giờ', 'later'],
    ['2026-11-27 07:00', 'còn 8 giờ', 'soon'],
    ['2026-11-27 12:00', 'còn 4 giờ', 'soon'],
    ['2026-11-27 16:30', 'còn 30 phút', 'soon'],
    ['2026-11-27 17:00', 'đến hạn', 'soon'],
    ['2026-11-28 09:00', 'vừa quá hạn', 'late'],
    ['2026-11-30 08:30', 'quá hạn 1 giờ', 'late'],
    ['2026-12-02 09:00', 'quá hạn 3 ngày làm việc', 'late'],
  ])('at %s is said as “%s”', (now, left, urgency) => {
    expect(renderLeft(DUE, at(now), office)).toBe(left)
    expect(urgencyOf(DUE, at(now), office)).toBe(urgency)
  })

  it('is said with the weekday', () => expect(renderDue(DUE)).toBe('17:00 thứ Sáu 27/11/2026'))
})

it('the moment from which so much work is left lies within working hours, and that much lies behind it', () => {
  const minutes = fc.integer({ min: at('2025-06-01 00:00') / MINUTE, max: at('2027-06-01 00:00') / MINUTE })
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 40 * 60 }), (minute, work) => {
      const due = minute * MINUTE
      const from = subtractWork(office, due, work * MINUTE)
      const isAtWork = office.workOn(toVietnamDay(from)).some((it) => it.from <= from && from < it.to)
      expect([isAtWork, workBetween(office, from, due)]).toEqual([true, work * MINUTE])
    }),
    { numRuns: 2_000 },
  )
})
