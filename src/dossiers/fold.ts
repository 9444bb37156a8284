import type { Dossier, DossierAction } from './dossier.ts'

/** What of a dossier's row follows from its acts; the rest is what was filed, and never changes. */
export type Folded = Pick<Dossier, 'status' | 'lastAction' | 'filedAt' | 'updatedAt' | 'dueAt'>

/** @throws when there is no act: every dossier begins with its filing. */
export function foldActs(actions: readonly DossierAction[]): Folded {
  const [first, last] = [actions[0], actions.at(-1)]
  if (!first || !last) throw new RangeError('a dossier has at least one act')
  const { status, type: lastAction, at: updatedAt, dueAt = null } = last
  return { status, lastAction, filedAt: first.at, updatedAt, dueAt }
}
