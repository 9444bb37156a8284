import type { Dossier, DossierAction } from './dossier.ts'
import { isQuiet } from './quiet.ts'
import { isForDesk, type Status } from './status.ts'

/** What of a dossier's row follows from its acts; the rest is what was filed, and never changes. */
export type Folded = Pick<
  Dossier,
  'status' | 'lastAction' | 'filedAt' | 'updatedAt' | 'dueAt' | 'holder' | 'handler' | 'queue' | 'asideUntil'
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
  const queue = placeInQueue(status, lastAction === 'supplemented', dueAt ?? first.at)
  return { status, lastAction, filedAt: first.at, updatedAt, dueAt, holder, handler, queue, asideUntil }
}

/** Whom a citizen has answered comes before everybody else, whatever is due: so much earlier (milliseconds). */
const ANSWERED_FIRST = 10_000_000_000_000

const placeInQueue = (status: Status, isAnswered: boolean, due: number): number | null => {
  // Answered before it was accepted, it stands at "supplement" still, and waits for the desk.
  if (!isForDesk(status) && !(status === 'supplement' && isAnswered)) return null
  return due - (isAnswered ? ANSWERED_FIRST : 0)
}
