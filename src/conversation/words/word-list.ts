import { isMeantWord, type Word, wordsOf } from './shorthand.ts'

/** Single words by how they look without marks. */
type WordList = ReadonlyMap<string, readonly Word[]>

/** Every word of these phrases by itself. */
export function wordList(...phrases: readonly (readonly string[])[]): WordList {
  const words = phrases.flat().flatMap((it) => wordsOf(it))
  return new Map(words.map(({ plain }) => [plain, words.filter((it) => it.plain === plain)]))
}

/** Whether a typed word is one of them; its marks may be missing, but not different. */
export const isIn = (list: WordList, word: Word): boolean =>
  list.get(word.plain)?.some((meant) => isMeantWord(word, meant)) === true
