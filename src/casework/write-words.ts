import type { WordIndex } from './ports.ts'
import type { WordsOf } from './words-of.ts'

/** Dossiers of one round: few enough that nobody waits for it. */
const AT_ONCE = 200

/**
 * Gives words to dossiers that have none yet: those filed before there was an index, and all of them once the key is another. Goes
 * from the newest to the oldest, once after each start; what was filed since has its words from the filing.
 */
export function createWriteWords({ index, wordsOf }: { index: WordIndex; wordsOf: WordsOf }) {
  let after: Parameters<WordIndex['page']>[0]
  let isDone = false
  let isBusy = false
  return async (): Promise<void> => {
    if (isDone || isBusy) return
    isBusy = true
    try {
      const { missing, last } = await index.page(after, AT_ONCE)
      await Promise.all(missing.map((dossier) => index.replace(dossier.id, wordsOf(dossier))))
      if (last) after = last
      else isDone = true
    } finally {
      isBusy = false
    }
  }
}
