import type { Dossier, DossierAction } from './dossier.ts'

/** What of a dossier's row follows from its acts; the rest is what was filed, and never changes. */
export type Folded = Pick<Dossier, 'status' | 'lastAction' | 'filedAt' | 'updatedAt' | 'dueAt' | 'holder' | 'handler'>

/**
 * `agency`: the one it was filed with, where it lies until it is handed over.
 * @throws when there is no act: every dossier begins with its filing.
 */
export function foldActs(actions: readonly DossierAction[], agency: string): Folded {
  const [first, last] = [actions[0], actions.at(-1)]
  if (!first || !last) throw new RangeError('a dossier has at least one act')
  const { status, type: lastAction, at: updatedAt, dueAt = null } = last
  const moves = actions.map(({ move }) => move)
  const holder = moves.findLast((move) => move?.holder !== undefined)?.holder ?? agency
  const handler = moves.findLast((move) => move?.handler !== undefined)?.handler?.id ?? null
  return { status, lastAction, filedAt: first.at, updatedAt, dueAt, holder, handler }
}
