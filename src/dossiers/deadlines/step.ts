import type { Term } from '../../conversation/flow/term-format.ts'
import type { WorkCalendar } from '../../province/work-calendar.ts'
import type { DossierAction, Move } from '../dossier.ts'
import { isForDesk } from '../status.ts'
import { dueOf, type Moment } from './due.ts'

/** The time that the agency which has a dossier was given for its own step, and what was done since. Epoch milliseconds. */
export interface GivenStep {
  from: number
  /** When it should be done, as it was said with the hand-over. */
  until: number
  /** Oldest first. */
  since: readonly Pick<DossierAction, 'type' | 'at' | 'status'>[]
}

/** Whether a step begins with it, or ends. */
export const isStep = ({ holder, outside, begins }: Move): boolean =>
  holder !== undefined || outside === true || begins === true

/**
 * The step of whoever has it now; undefined where no time was given. An agency that handed it on, or back, has none any more; one
 * that took it in for another has to hand it on.
 */
export function givenStep(history: readonly DossierAction[]): GivenStep | undefined {
  const at = history.findLastIndex(({ move }) => move && isStep(move))
  const [made, since] = [history[at], history.slice(at + 1)]
  const until = made?.move?.until
  return made && until !== undefined ? { from: made.at, until, since } : undefined
}

/** A step is a promise among agencies: what is left of it is counted in working days. */
const IN_DAYS: Term = { days: 0, counts: 'working', pause: 'resume' }

/**
 * When the step should be done. It stands still while the citizen is asked and while work is stopped, as the legal clock does.
 * Undefined while it stands still, and once the dossier was decided, also where that is opened again.
 */
export function stepEnd({ from, until, since }: GivenStep, calendar: WorkCalendar): number | undefined {
  if (since.some(({ type }) => type === 'reopened')) return undefined
  const moved = since.map(({ at, status }): Moment => ({ type: isForDesk(status) ? 'resume' : 'hold', at }))
  return dueOf(IN_DAYS, calendar, [{ type: 'start', at: from }, { type: 'promise', at: from, until }, ...moved])
}
