import { CONCEPTS } from './lexicon/concepts.ts'
import { isMeantWord, type Word, wordsOf } from './shorthand.ts'

/** By the first word, so that a sentence is compared with few of them. */
const byFirst = new Map<string, { concept: string; words: readonly Word[] }[]>()
for (const [concept, phrases] of Object.entries(CONCEPTS))
  for (const words of phrases.map(wordsOf)) {
    const first = words[0]?.plain ?? ''
    const begun = byFirst.get(first)
    if (begun) begun.push({ concept, words })
    else byFirst.set(first, [{ concept, words }])
  }

/** What a sentence speaks of, each once, always in the same order. */
export function conceptsIn(said: readonly Word[]): string[] {
  const found = new Set<string>()
  said.forEach(({ plain }, at) => {
    for (const { concept, words } of byFirst.get(plain) ?? [])
      if (words.every((word, i) => isMeantWord(said[at + i], word))) found.add(concept)
  })
  return [...found].sort()
}
