import type { Standing } from './acts/act.ts'
import type { DossierAction } from './dossier.ts'
import type { DossierId } from '../kernel/ids.ts'
import { isWaiting } from './status.ts'
import { decisionsOf } from './take-back.ts'

/** Whether somebody works on it still, it only pauses, or its result is there: then another that asks for the same is one too many. */
export function goesOn({ dossier: { status }, history }: Pick<Standing, 'dossier' | 'history'>): boolean {
  if (status === 'stopped') return decisionsOf(history).standing.at(-1)?.action.type === 'paused'
  return isWaiting(status) || status === 'done' || status === 'returned'
}

/** The dossier that goes on instead of this one, as long as that stands. */
export function sameAsIn(history: readonly DossierAction[]): DossierId | undefined {
  const last = decisionsOf(history).standing.at(-1)?.action
  return last?.type === 'found duplicate' ? last.move?.sameAs : undefined
}

/** Those it was told apart from. */
export const apartFrom = (history: readonly DossierAction[]): ReadonlySet<DossierId> =>
  new Set(history.flatMap(({ move }) => move?.apart ?? []))
