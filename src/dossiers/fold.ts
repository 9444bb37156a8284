import type { ActionType, Dossier, DossierAction } from './dossier.ts'
import { isQuiet } from './quiet.ts'
import { isForDesk, type Status } from './status.ts'
import { openAsk } from './take-back.ts'

/** What of a dossier's row follows from its acts; the rest is what was filed, and never changes. */
export type Folded = Pick<
  Dossier,
  | 'status'
  | 'lastAction'
  | 'filedAt'
  | 'updatedAt'
  | 'dueAt'
  | 'holder'
  | 'handler'
  | 'queue'
  | 'asideUntil'
  | 'answerBy'
  | 'wakeAt'
>

/**
 * `agency`: the one it was filed with, where it lies until it is handed over.
 * @throws when there is no act: every dossier begins with its filing.
 */
export function foldActs(actions: readonly DossierAction[], agency: string): Folded {
  const [first, last] = [actions[0], actions.at(-1)]
  if (!first || !last) throw new RangeError('a dossier has at least one act')
  const { status, at: updatedAt, dueAt = null } = last
  const { type: lastAction } = actions.findLast(({ type }) => !isQuiet(type)) ?? first
  const moves = actions.map(({ move }) => move)
  const holder = moves.findLast((move) => move?.holder !== undefined)?.holder ?? agency
  const handler = moves.findLast((move) => move?.handler !== undefined)?.handler?.id ?? null
  const asideUntil = moves.findLast((move) => move?.aside !== undefined)?.aside ?? null
  const asked = openAskAt(actions, status)
  const queue = placeInQueue(status, lastAction, dueAt ?? first.at)
  const row = { status, lastAction, filedAt: first.at, updatedAt, dueAt, holder, handler, queue, asideUntil }
  return { ...row, answerBy: asked?.move?.answerBy ?? null, wakeAt: wakeAfter(actions, asked) }
}

const openAskAt = (actions: readonly DossierAction[], status: Status): DossierAction | undefined =>
  status === 'supplement' ? openAsk(actions) : undefined

/** First they are reminded, then it is noted; what was missed while the program stood still is left out. */
function wakeAfter(actions: readonly DossierAction[], asked: DossierAction | undefined): number | null {
  const { answerBy, remindAt } = asked?.move ?? {}
  if (asked === undefined || answerBy === undefined) return null
  const since = new Set(actions.slice(actions.lastIndexOf(asked)).map(({ type }) => type))
  if (since.has('answer overdue')) return null
  return remindAt === undefined || since.has('answer reminded') ? answerBy : remindAt
}

/** After these the citizen has answered, and the next word is the desk's. */
export const ANSWERED: readonly ActionType[] = ['supplemented', 'time wished']

/** Whom a citizen has answered comes before everybody else, whatever is due: so much earlier (milliseconds). */
const ANSWERED_FIRST = 10_000_000_000_000

const placeInQueue = (status: Status, lastAction: ActionType, due: number): number | null => {
  const isAnswered = ANSWERED.includes(lastAction)
  // Answered before it was accepted, or not in time, it stands at "supplement" still, and waits for the desk.
  const isDesksAgain = status === 'supplement' && (isAnswered || lastAction === 'answer overdue')
  if (!isForDesk(status) && !isDesksAgain) return null
  return due - (isAnswered ? ANSWERED_FIRST : 0)
}
