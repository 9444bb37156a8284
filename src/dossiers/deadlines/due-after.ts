import { HOUR } from '../../kernel/clock.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import type { Standing } from '../acts/act.ts'
import type { ActionType, DossierAction } from '../dossier.ts'
import { decisionsOf, standingAct } from '../take-back.ts'
import { dueOf, type Moment, type TermAt } from './due.ts'
import { addWork } from './work-time.ts'

/** Within so much work a desk accepts what came, asks, or declines it (NĐ 45/2020; domain §3.1). */
const ANSWERED_WITHIN = 8 * HOUR

/** When the desk's first word about what came at `at` is due. */
export const answerDue = (agency: string, at: number): number => addWork(workCalendarFor(agency), at, ANSWERED_WITHIN)

/** When the next word of the desk is due once `made` is done; undefined while no clock runs. */
export function dueAfter({ dossier, history }: Standing, made: DossierAction, termAt?: TermAt): number | undefined {
  const actions = [...history, made]
  switch (made.type) {
    case 'accepted':
    case 'supplement asked':
    case 'supplemented': {
      const acceptedAt = standingAct(actions, 'accepted')?.at
      if (acceptedAt === undefined) return made.type === 'supplemented' ? answerDue(dossier.agency, made.at) : undefined
      const term = termAt?.(acceptedAt)
      return term && dueOf(term, workCalendarFor(dossier.agency), momentsOf(actions, acceptedAt))
    }
    case 'taken back':
      return dueBefore(history)
    default:
      return dossier.dueAt ?? undefined
  }
}

const MOMENTS: Partial<Record<ActionType, 'pause' | 'resume'>> = { 'supplement asked': 'pause', supplemented: 'resume' }

/** What moved the clock since the acceptance that stands. */
function momentsOf(actions: readonly DossierAction[], acceptedAt: number): Moment[] {
  const since = actions.filter(({ at }) => at >= acceptedAt)
  return [
    { type: 'start', at: acceptedAt },
    ...since.flatMap(({ type, at }): Moment[] => {
      const moment = MOMENTS[type]
      return moment ? [{ type: moment, at }] : []
    }),
  ]
}

/** As it was before the decision that is being taken back. */
function dueBefore(history: readonly DossierAction[]): number | undefined {
  const undone = decisionsOf(history).standing.at(-1)?.action
  const before = undone && history[history.indexOf(undone) - 1]
  return before?.dueAt
}
