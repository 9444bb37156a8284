import { DAY } from '../kernel/clock.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { ActionType, DossierAction } from './dossier.ts'
import type { Status } from './status.ts'

/** How long a decision can be taken back after it was made. */
export const TAKE_BACK_WITHIN = DAY

/** A decision of an officer, and where the dossier stood before it. */
export interface Decision {
  action: DossierAction
  before: Status
}

export interface Decisions {
  /** Oldest first, without those that were taken back. */
  standing: readonly Decision[]
  takenBack: ReadonlySet<DossierAction>
}

/** What ends something for the citizen. The others are followed by another act of the desk anyway. */
const FINAL: ReadonlySet<ActionType> = new Set(['declined', 'approved', 'refused', 'returned', 'permit revoked'])

/**
 * The acts of officers as a stack: `taken back` takes the top one away. What the program did besides (a permit granted
 * with an approval, one that ended with its order) is no decision of its own.
 */
export function decisionsOf(actions: readonly DossierAction[]): Decisions {
  const standing: Decision[] = []
  const takenBack = new Set<DossierAction>()
  for (const [i, action] of actions.entries()) {
    if (action.type === 'taken back') {
      const undone = standing.pop()
      if (undone) takenBack.add(undone.action)
    } else if (action.type === 'withdrawn' || (action.by.type === 'staff' && action.type !== 'permit granted')) {
      standing.push({ action, before: actions[i - 1]?.status ?? action.status })
    }
  }
  return { standing, takenBack }
}

export type MayTakeBack =
  | { outcome: 'may'; decision: Decision; until: number }
  | { outcome: 'nothing' }
  /** Somebody else decided, and only who supervises may take that back. */
  | { outcome: 'not theirs'; decision: Decision }
  | { outcome: 'too late'; decision: Decision }

export interface TakingBack {
  actions: readonly DossierAction[]
  officer: StaffId
  /** May take back what others decided. */
  supervises: boolean
  now: number
}

/** Whether this officer may take the last decision back now. */
export function mayTakeBack({ actions, officer, supervises, now }: TakingBack): MayTakeBack {
  const decision = decisionsOf(actions).standing.at(-1)
  if (!decision || !FINAL.has(decision.action.type)) return { outcome: 'nothing' }
  const { by, at } = decision.action
  if (now >= at + TAKE_BACK_WITHIN) return { outcome: 'too late', decision }
  const isTheirs = by.type === 'staff' && by.id === officer
  return isTheirs || supervises
    ? { outcome: 'may', decision, until: at + TAKE_BACK_WITHIN }
    : { outcome: 'not theirs', decision }
}

/** The question that the citizen has not answered yet, when the dossier stands at one. */
export function openQuestion(actions: readonly DossierAction[]): string | undefined {
  const asked = actions.findLastIndex(({ type }) => type === 'supplement asked')
  if (asked < 0 || actions.slice(asked).some(({ type }) => type === 'supplemented')) return undefined
  return actions[asked]?.note
}
