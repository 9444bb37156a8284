import type { DossierAction } from './dossier.ts'
import { isQuiet } from './quiet.ts'

/** The words of the newest act, as whoever filed the dossier may read them; after an answer that ended it, the answer's. */
export function lastWordIn(history: readonly DossierAction[]): string | undefined {
  const open = history.filter(({ type }) => !isQuiet(type))
  const [before, last] = [open.at(-2), open.at(-1)]
  return last?.type === 'returned' && before?.type === 'answered' ? before.note : last?.note
}
