import { daysAfter, HOUR, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import type { Stretch, WorkCalendar } from '../../province/work-calendar.ts'

/** A working day, as a desk counts its hours (domain §3.1). */
export const WORKING_DAY = 8 * HOUR

/** Days that are looked at before a calendar counts as one in which nobody ever works again. */
const LONGEST_GAP = 400

/** @throws RangeError when nobody works for more than a year: a hole in the calendar. */
function firstWorkDay({ workOn }: WorkCalendar, from: VietnamDay, step: 1 | -1): VietnamDay {
  let day = from
  for (let looked = 0; looked <= LONGEST_GAP; looked++) {
    if (workOn(day).length > 0) return day
    day = daysAfter(day, step)
  }
  throw new RangeError('the calendar has no working day within a year')
}

/** The end of the last stretch of a working day. */
export function endOfWork({ workOn }: WorkCalendar, day: VietnamDay): number {
  const last = workOn(day).at(-1)
  if (!last) throw new RangeError('nobody works on that day')
  return last.to
}

/** Whether somebody works at this moment. */
export const isAtWork = ({ workOn }: WorkCalendar, at: number): boolean =>
  workOn(toVietnamDay(at)).some(({ from, to }) => from <= at && at < to)

/** The calendars of these agencies by which somebody works now, each once. */
export const calendarsAtWork = (
  agencies: readonly string[],
  calendarOf: (agency: string) => WorkCalendar,
  at: number,
): WorkCalendar[] => [...new Set(agencies.map(calendarOf))].filter((calendar) => isAtWork(calendar, at))

/** `day` itself when somebody works on it, else the next on which somebody does. */
export const workDayFrom = (calendar: WorkCalendar, day: VietnamDay): VietnamDay => firstWorkDay(calendar, day, 1)

/** The n-th working day after `day`, which is not counted itself (BLDS 2015, Điều 147). `n` is 1 or more. */
export function workDayAfter(calendar: WorkCalendar, day: VietnamDay, n: number): VietnamDay {
  let at = day
  for (let counted = 0; counted < n; counted++) at = workDayFrom(calendar, daysAfter(at, 1))
  return at
}

/** The n-th working day before `day`. `n` is 1 or more. */
export function workDayBefore(calendar: WorkCalendar, day: VietnamDay, n: number): VietnamDay {
  let at = day
  for (let counted = 0; counted < n; counted++) at = firstWorkDay(calendar, daysAfter(at, -1), -1)
  return at
}

/** Working days after `day`, up to and with `until`. */
export function workDaysBetween({ workOn }: WorkCalendar, day: VietnamDay, until: VietnamDay): number {
  let counted = 0
  for (let at = daysAfter(day, 1); at <= until; at = daysAfter(at, 1)) if (workOn(at).length > 0) counted++
  return counted
}

/** The instant at which so much work (milliseconds, more than 0) has been done from `at` on: at the latest the end of a stretch. */
export function addWork(calendar: WorkCalendar, at: number, work: number): number {
  let left = work
  let day = workDayFrom(calendar, toVietnamDay(at))
  for (;;) {
    for (const stretch of calendar.workOn(day)) {
      const from = Math.max(at, stretch.from)
      const has = stretch.to - from
      if (has <= 0) continue
      if (left <= has) return from + left
      left -= has
    }
    day = workDayFrom(calendar, daysAfter(day, 1))
  }
}

/** The instant within working hours from which so much work (milliseconds, more than 0) is left until `at`. */
export function subtractWork(calendar: WorkCalendar, at: number, work: number): number {
  let left = work
  let day = firstWorkDay(calendar, toVietnamDay(at), -1)
  for (;;) {
    for (const stretch of calendar.workOn(day).toReversed()) {
      const to = Math.min(at, stretch.to)
      const has = to - stretch.from
      if (has <= 0) continue
      if (left <= has) return to - left
      left -= has
    }
    day = firstWorkDay(calendar, daysAfter(day, -1), -1)
  }
}

const overlap = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

/** Milliseconds of work between two instants; 0 when `to` is not after `from`. */
export function workBetween({ workOn }: WorkCalendar, from: number, to: number): number {
  let work = 0
  const last = toVietnamDay(to)
  for (let day = toVietnamDay(from); day <= last; day = daysAfter(day, 1))
    for (const stretch of workOn(day)) work += overlap(stretch, { from, to })
  return work
}
