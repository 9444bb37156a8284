import { addWork, workBetween } from '../../dossiers/deadlines/work-time.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { HOUR, MINUTE } from '../../kernel/clock.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import type { Dice } from './dice.ts'
import type { Step } from './stories.ts'

/** A day of work, for what is due on no day. */
const A_DAY = 8 * HOUR

/** When the next step takes place, `since` the one before it: desks keep their hours, citizens write at any time of the day. */
export function timeOf(step: Step, { dueAt, holder }: Dossier, since: number, dice: Dice): number {
  const between = ([least, most]: readonly [number, number]) => least + dice.next() * (most - least)
  if ('share' in step) {
    const calendar = workCalendarFor(holder)
    const left = dueAt === null ? A_DAY : workBetween(calendar, since, dueAt)
    // What is late already goes on as if a day were left.
    return addWork(calendar, since, Math.max(MINUTE, (left || A_DAY) * between(step.share)))
  }
  const later = Math.round(between(step.hours) * HOUR)
  if (step.does === 'answer' || step.does === 'withdraw') return since + later
  const from = step.isLate && dueAt !== null ? Math.max(since, dueAt) : since
  return addWork(workCalendarFor(holder), from, later)
}
