import { HOUR } from '../../kernel/clock.ts'
import type { WorkCalendar } from '../../province/work-calendar.ts'
import { workBetween, WORKING_DAY } from './work-time.ts'

/** Office hours without an act after which whoever took a dossier is reminded of it, and after which it goes back (milliseconds). */
export const IDLE = { told: 2 * WORKING_DAY, letGo: 3 * WORKING_DAY } as const
/** So much work lies between the two, also where the first came late: after an upgrade, or when the program stood still. */
const BETWEEN = 8 * HOUR

/** What is due to a dossier on which nothing was done since then. `toldAt`: when its handler was reminded of just that. */
export function idleStep(
  calendar: WorkCalendar,
  { since, toldAt }: { since: number; toldAt: number | undefined },
  now: number,
): 'tell' | 'let go' | undefined {
  const idle = workBetween(calendar, since, now)
  if (idle < IDLE.told) return undefined
  if (toldAt === undefined) return 'tell'
  return idle >= IDLE.letGo && workBetween(calendar, toldAt, now) >= BETWEEN ? 'let go' : undefined
}
