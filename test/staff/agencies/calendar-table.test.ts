import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, type VietnamDay } from '../../../src/kernel/clock.ts'
import { withClosure, withHours, withReviewed, withSwap } from '../../../src/province/calendar-edits.ts'
import type { CalendarsFile } from '../../../src/province/province-format.ts'
import { seededCalendars, workCalendarOf } from '../../../src/province/work-calendar.ts'
import { readCalendars, writeCalendars } from '../../../src/staff/agencies/calendar-table.ts'
import { FORMATS } from '../../../src/staff/agencies/table-text.ts'

const TODAY = '2030-05-01'
const names = fc
  .oneof(
    fc.constantFrom('=1+1', 'Nghỉ, tránh “bão”; số 9', "'giờ", ' : # x', 'dòng\nhai'),
    fc.string({ minLength: 3, maxLength: 40 }),
  )
  .map((it) => it.trim())
  .filter((it) => it.length >= 3 && !/[\r\0]/.test(it) && it.isWellFormed())
const days = fc.integer({ min: -400, max: 900 }).map((n): VietnamDay => daysAfter(TODAY, n))
const hours = fc.constantFrom([], ['07:00-11:00'], ['07:00-11:00', '13:00-17:00'], ['07:30-11:30', '13:30-17:00'])
const week = fc.array(hours, { minLength: 7, maxLength: 7 }).filter((it) => it.some((own) => own.length > 0))

/** Calendars as the forms of the page make them, one entry after the other. */
const anyCalendars: fc.Arbitrary<CalendarsFile> = fc
  .array(
    fc.oneof(
      fc.record({ day: days, name: names }).map((it) => (file: CalendarsFile) => withClosure(file, it)),
      fc.record({ off: days, on: days, name: names }).map((it) => (file: CalendarsFile) => withSwap(file, it)),
      fc
        .record({ year: fc.integer({ min: 2027, max: 2032 }), by: names })
        .map((it) => (file: CalendarsFile) => withReviewed(file, it)),
      fc
        .record({ id: fc.constantFrom('office', 'cong-an', 'mot-cua'), name: names, from: days, hours: week })
        .map((it) => (file: CalendarsFile) => withHours(file, it)),
    ),
    { maxLength: 12 },
  )
  .map((edits) => edits.reduce((file, edit) => edit(file), seededCalendars))

describe.each(FORMATS)('calendars as %s', (format) => {
  it('that were written read back to nothing changed', () => {
    fc.assert(
      fc.property(anyCalendars, (calendars) => {
        const read = readCalendars(writeCalendars(calendars, format), calendars, TODAY)
        expect(read).toEqual({ ok: true, calendars, changes: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('are worked by as before when a row is added', () => {
    fc.assert(
      fc.property(week, (own) => {
        const fresh = withHours(seededCalendars, { id: 'office', name: '', from: '2030-07-01', hours: own })
        const read = readCalendars(writeCalendars(fresh, format), seededCalendars, TODAY)
        if (!read.ok) throw new Error(read.troubles[0]?.text)
        expect(read.changes.map(({ is }) => is)).toEqual(['new'])
        for (const day of ['2030-06-28', '2030-07-01', '2030-07-06', '2030-07-07'])
          expect(workCalendarOf(read.calendars.calendars[0]!, read.calendars).workOn(day)).toEqual(
            workCalendarOf(fresh.calendars[0]!, fresh).workOn(day),
          )
      }),
      { numRuns: 200 },
    )
  })
})

describe('a text of calendars with a mistake is taken in nowhere', () => {
  const HEAD = 'kind,id,name,from,on,agencies,mon'
  const wrongIn = (...rows: string[]) => {
    const read = readCalendars([HEAD, ...rows].join('\n'), seededCalendars, TODAY)
    return read.ok ? [] : read.troubles.map(({ row, text }) => `${row} ${text}`)
  }

  it.each([
    ['closure,,Nghỉ bão,mai', '2 from: ngày ghi như 2030-05-01'],
    ['closure,,x,2030-06-03', '2 name: tên từ 3 đến 300 chữ'],
    ['holiday,,Nghỉ bão,2030-06-03', '2 kind: là một trong: hours, closure, swap, reviewed'],
    ['swap,,Nghỉ bù,2030-06-03,', '2 on: ngày ghi như 2030-05-01'],
    ['reviewed,,Thông báo 45,30', '2 from: năm ghi như 2030'],
    ['hours,office,Giờ mới,2030-06-03,,,sáng', '2 mon: giờ ghi như 07:00-11:00, 13:00-17:00'],
    ['hours,office,Giờ mới,2030-06-03,,,"07:00-11:00, 10:00-12:00"', '2 mon: các buổi chồng nhau'],
    ['hours,office,Giờ mới,2030-06-03,,,', '2 cần giờ của ít nhất một ngày, ví dụ mon: 07:00-11:00'],
    [
      'hours,moi,Giờ mới,2030-06-03,,H12.99,07:00-11:00',
      '2 lịch mới: agencies ghi -, rồi chọn lịch ở trang từng cơ quan',
    ],
    ['closure,,Nghỉ bão,2030-04-03', '0 Việc đã qua không đổi được, xin giữ nguyên dòng: nghỉ 03/04/2030: Nghỉ bão.'],
  ])('%s: %s', (row, because) => expect(wrongIn(row)).toContain(because))

  it('two rows of one calendar from one day, or with two names, are told', () => {
    const row = (name: string, from: string) => `hours,moi,${name},${from},,-,07:00-11:00`
    expect(wrongIn(row('Giờ mới', '2030-06-03'), row('Giờ mới', '2030-06-03'))).toEqual([
      '3 moi từ 2030-06-03 có hai dòng',
    ])
    expect(wrongIn(row('Giờ mới', '2030-06-03'), row('Giờ cũ', '2030-07-03'))).toEqual([
      '3 các dòng của lịch moi phải cùng tên và cùng cơ quan',
    ])
  })

  it('a calendar that is left out is named, as dates were counted by it', () =>
    expect(wrongIn('closure,,Nghỉ bão,2030-06-03')[0]).toMatch(
      /^0 Việc đã qua không đổi được.*Giờ hành chính \(office;/,
    ))

  it.each(['', 'name,from\nx,y', 'calendars: 5', 'calendars:\n  - kind: hours\n    gio: 5'])('%j says why', (text) => {
    const read = readCalendars(text, seededCalendars, TODAY)
    expect(read.ok).toBe(false)
  })
})
