import { rememberLast } from '../../kernel/remember-last.ts'
import { ADDRESSES, FAMILY_ADDRESSES, OPENINGS, PARTICLES } from './lexicon/courtesy.ts'
import { CLAUSE_END, isMeantWord, plainOf, wordsOf, type Word } from './shorthand.ts'

const phrasesOf = (list: readonly string[]): (readonly Word[])[] =>
  list.map(wordsOf).sort((a, b) => b.length - a.length)

/** Phrases by their first word, or by their last (`at` 0, -1). */
function byWord(phrases: readonly (readonly Word[])[], at: 0 | -1): ReadonlyMap<string, (readonly Word[])[]> {
  const found = new Map<string, (readonly Word[])[]>()
  for (const phrase of phrases) {
    const word = phrase.at(at)?.plain ?? ''
    found.set(word, [...(found.get(word) ?? []), phrase])
  }
  return found
}

const openings = byWord(phrasesOf(OPENINGS), 0)
const endings = byWord(phrasesOf([...PARTICLES, ...ADDRESSES]), -1)
const family = phrasesOf(FAMILY_ADDRESSES)
/** After these a word of kin is who is spoken to: "đi con", "nha má". */
const BEFORE_KIN = new Set(
  'di nha nhe nghe nghen hen do luon a roi vay ne oi du giup voi het da u ua o dung'.split(' '),
)

const standsAt = (words: readonly Word[], at: number, phrase: readonly Word[]): boolean =>
  at >= 0 && at + phrase.length <= words.length && phrase.every((word, i) => isMeantWord(words[at + i], word))

/** Whether the word at a place is kin spoken to, rather than kin spoken of. */
export const isSpokenTo = (words: readonly Word[], at: number): boolean =>
  BEFORE_KIN.has(words[at - 1]?.plain ?? '') && family.some((phrase) => standsAt(words, at, phrase))

/** "Dạ … nghen em": the words between. Of words that are courtesy alone nothing is taken away. */
export function withoutCourtesy(said: readonly Word[]): Word[] {
  let words = said.filter(({ plain }, i) => plain !== CLAUSE_END || (i > 0 && i < said.length - 1))
  for (let begun = openingOf(words); begun > 0 && begun < words.length; begun = openingOf(words))
    words = withoutEdges(words.slice(begun))
  for (let end = endingOf(words); end > 0 && end < words.length; end = endingOf(words))
    words = withoutEdges(words.slice(0, -end))
  return words
}

const openingOf = (words: readonly Word[]): number =>
  openings.get(words[0]?.plain ?? '')?.find((it) => standsAt(words, 0, it))?.length ?? 0

function endingOf(words: readonly Word[]): number {
  if (isSpokenTo(words, words.length - 1)) return 1
  const last = endings.get(words.at(-1)?.plain ?? '')
  return last?.find((it) => standsAt(words, words.length - it.length, it))?.length ?? 0
}

function withoutEdges(words: readonly Word[]): Word[] {
  const from = words[0]?.plain === CLAUSE_END ? 1 : 0
  return words.slice(from, words.at(-1)?.plain === CLAUSE_END ? -1 : words.length)
}

/** Without marks and courtesy: "dạ hủy đi nha" is "huy". Long texts are never a word of ours. */
export const foldWords = rememberLast((text) =>
  text.length > 60 ? '' : plainOf(withoutCourtesy(wordsOf(text)).filter(({ plain }) => plain !== CLAUSE_END)),
)
