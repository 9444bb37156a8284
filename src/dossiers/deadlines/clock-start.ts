import { daysAfter, HOUR, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import type { WorkCalendar } from '../../province/work-calendar.ts'
import type { DossierAction } from '../dossier.ts'
import { standingAct } from '../take-back.ts'
import { addWork, endOfWork, workDayFrom } from './work-time.ts'

/**
 * The act with which the legal clock began: the acceptance that stands, or, where an agency took it in that is not competent, the
 * hand-over to the first that is, or the day on which the one that has it became it (NĐ 309/2026, Điều 17.3). `not yet`: accepted, and no such agency has it.
 */
export function clockStart(history: readonly DossierAction[]): DossierAction | 'not yet' | undefined {
  const accepted = standingAct(history, 'accepted')
  if (accepted?.move?.outside !== true) return accepted
  return history.slice(history.indexOf(accepted)).find(({ move }) => move?.begins) ?? 'not yet'
}

const AFTERNOON = 15 * HOUR
/** How long "the start of the next working day" is taken to last (milliseconds of work). */
const START_OF_DAY = HOUR

/**
 * By when what was taken in for another agency has to be on its way: the same day, or at the start of the next working day for what
 * came after 15:00 or on a day off (NĐ 118/2025, Điều 18.2, as NĐ 309/2026 has it).
 */
export function transferDue(calendar: WorkCalendar, at: number): number {
  const today = toVietnamDay(at)
  const day = workDayFrom(calendar, today)
  const isInTime = day === today && at - startOfVietnamDay(day) <= AFTERNOON && at < endOfWork(calendar, day)
  if (isInTime) return endOfWork(calendar, day)
  const next = day === today ? workDayFrom(calendar, daysAfter(day, 1)) : day
  return addWork(calendar, startOfVietnamDay(next), START_OF_DAY)
}
