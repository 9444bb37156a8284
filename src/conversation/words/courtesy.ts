import { ADDRESSES, FAMILY_ADDRESSES, OPENINGS, PARTICLES } from './lexicon/courtesy.ts'
import { CLAUSE_END, isMeantWord, plainOf, wordsOf, type Word } from './shorthand.ts'

const phrasesOf = (list: readonly string[]): (readonly Word[])[] =>
  list.map(wordsOf).sort((a, b) => b.length - a.length)
const openings = phrasesOf(OPENINGS)
const endings = phrasesOf([...PARTICLES, ...ADDRESSES])
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
  for (let opening = openings.find((it) => standsAt(words, 0, it)); opening && opening.length < words.length;) {
    words = withoutEdges(words.slice(opening.length))
    opening = openings.find((it) => standsAt(words, 0, it))
  }
  for (let end = endingOf(words); end > 0 && end < words.length; end = endingOf(words))
    words = withoutEdges(words.slice(0, -end))
  return words
}

function endingOf(words: readonly Word[]): number {
  if (isSpokenTo(words, words.length - 1)) return 1
  return endings.find((it) => standsAt(words, words.length - it.length, it))?.length ?? 0
}

function withoutEdges(words: readonly Word[]): Word[] {
  const from = words[0]?.plain === CLAUSE_END ? 1 : 0
  return words.slice(from, words.at(-1)?.plain === CLAUSE_END ? -1 : words.length)
}

/** Without marks and courtesy: "dạ hủy đi nha" is "huy". Long texts are never a word of ours. */
export const foldWords = (text: string): string =>
  text.length > 60 ? '' : plainOf(withoutCourtesy(wordsOf(text)).filter(({ plain }) => plain !== CLAUSE_END))
