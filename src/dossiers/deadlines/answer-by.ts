import { DAY, isDay, renderDay, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import type { WorkCalendar } from '../../province/work-calendar.ts'
import type { Move } from '../dossier.ts'
import { endOfWork, workDayAfter, workDayBefore, workDayFrom } from './work-time.ts'

/** Working days that a citizen is offered to answer in, and those before the last one at which they are reminded. */
const USUAL = 10
const REMINDED = 2
/** Most days ahead. */
const LONGEST = 60

/** The day that is proposed for an answer to what is asked now. */
export const usualAnswerDay = (calendar: WorkCalendar, at: number): VietnamDay =>
  workDayAfter(calendar, toVietnamDay(at), USUAL)

/** What is wrong with this day for an answer, for whoever chose it; undefined for a good one, or none at all. */
export function troubleOfAnswerDay(calendar: WorkCalendar, day: string, at: number): string | undefined {
  if (day === '') return undefined
  if (!isDay(day) || day <= toVietnamDay(at) || day > toVietnamDay(at + LONGEST * DAY))
    return `Xin chọn một ngày từ ngày mai, trong ${LONGEST} ngày tới.`
  const worked = workDayFrom(calendar, day)
  return worked === day
    ? undefined
    : `Ngày ${renderDay(day)} cơ quan không làm việc. Ngày làm việc kế tiếp là ${renderDay(worked)}.`
}

/** Until the end of work of a working day; reminded when work begins, unless that has passed when it is asked. */
export function answerTimes(calendar: WorkCalendar, day: VietnamDay, at: number): Pick<Move, 'answerBy' | 'remindAt'> {
  const [first] = calendar.workOn(workDayBefore(calendar, day, REMINDED))
  return { answerBy: endOfWork(calendar, day), ...(first && first.from > at && { remindAt: first.from }) }
}
