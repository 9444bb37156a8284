import { DAY } from '../kernel/clock.ts'
import type { ActionType, DossierAction } from './dossier.ts'
import { isQuiet } from './quiet.ts'
import type { Status } from './status.ts'

/** How long a decision can be taken back after it was made. */
export const TAKE_BACK_WITHIN = DAY

/** A decision of an officer, and where the dossier stood before it. */
interface Decision {
  action: DossierAction
  before: Status
}

interface Decisions {
  /** Oldest first, without those that were taken back. */
  standing: readonly Decision[]
  takenBack: ReadonlySet<DossierAction>
}

/** What ends something for the citizen. The others are followed by another act of the desk anyway. */
const FINAL: ReadonlySet<ActionType> = new Set([
  ...(['declined', 'approved', 'refused', 'returned', 'permit revoked', 'answered', 'found duplicate'] as const),
])

/** Officers' acts that decide nothing: what was decided before them can still be taken back. */
const isAside = (type: ActionType): boolean => type === 'permit granted' || type === 'replied' || isQuiet(type)

export const canBeTakenBack = (type: ActionType): boolean => FINAL.has(type)

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
    } else if (action.type === 'withdrawn' || (action.by.type === 'staff' && !isAside(action.type))) {
      standing.push({ action, before: actions[i - 1]?.status ?? action.status })
    }
  }
  return { standing, takenBack }
}

/** The decision that could be taken back: the last one, when it ends something and nothing has followed it. */
export function lastDecision(actions: readonly DossierAction[]): Decision | undefined {
  const decision = decisionsOf(actions).standing.at(-1)
  return decision && canBeTakenBack(decision.action.type) ? decision : undefined
}

/** The newest act of an officer of this type that was not taken back. */
export const standingAct = (actions: readonly DossierAction[], type: ActionType): DossierAction | undefined =>
  decisionsOf(actions).standing.findLast(({ action }) => action.type === type)?.action

/** What the citizen was asked and has not answered yet, when the dossier stands at it. */
export function openAsk(actions: readonly DossierAction[]): DossierAction | undefined {
  const asked = actions.findLastIndex(({ type }) => type === 'supplement asked' || type === 'time proposed')
  if (asked < 0 || actions.slice(asked).some(({ type }) => type === 'supplemented')) return undefined
  return actions[asked]
}

/** The same in words. */
export const openQuestion = (actions: readonly DossierAction[]): string | undefined => openAsk(actions)?.note
