import { HOUR, MINUTE, renderDay, renderInstant, toVietnamDay, weekdayOf } from '../../kernel/clock.ts'
import type { WorkCalendar } from '../../province/work-calendar.ts'
import { subtractWork, workBetween, workDaysBetween, WORKING_DAY } from './work-time.ts'

/** `17:00 thứ Sáu 04/12/2026`. */
export function renderDue(dueAt: number): string {
  const day = toVietnamDay(dueAt)
  return `${renderInstant(dueAt).slice(0, 5)} ${weekdayOf(day)} ${renderDay(day)}`
}

/** `late`: it has passed. `soon`: less than a working day is left. */
type Urgency = 'late' | 'soon' | 'later'

export function urgencyOf(dueAt: number, now: number, calendar: WorkCalendar): Urgency {
  if (now > dueAt) return 'late'
  return now >= subtractWork(calendar, dueAt, WORKING_DAY) ? 'soon' : 'later'
}

/** `còn 3 ngày làm việc`, `còn 2 giờ`, `quá hạn 40 phút`: in time that somebody works. */
export function renderLeft(dueAt: number, now: number, calendar: WorkCalendar): string {
  const [from, to] = now > dueAt ? [dueAt, now] : [now, dueAt]
  const said = now > dueAt ? 'quá hạn' : 'còn'
  const work = workBetween(calendar, from, to)
  const days = workDaysBetween(calendar, toVietnamDay(from), toVietnamDay(to))
  if (work > WORKING_DAY && days > 0) return `${said} ${days} ngày làm việc`
  if (work >= HOUR) return `${said} ${Math.floor(work / HOUR)} giờ`
  return work < MINUTE ? (now > dueAt ? 'vừa quá hạn' : 'đến hạn') : `${said} ${Math.floor(work / MINUTE)} phút`
}
