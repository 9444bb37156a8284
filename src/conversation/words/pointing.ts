import { AROUND, ENOUGH, POINTING, SENDING, THINGS } from './lexicon/pictures.ts'
import { CLAUSE_END, writtenOut, type Word } from './shorthand.ts'
import { isIn, wordList } from './word-list.ts'

const MOST = 10

const [things, pointing, sending, enough] = [wordList(THINGS), wordList(POINTING), wordList(SENDING), wordList(ENOUGH)]
const all = wordList(THINGS, POINTING, SENDING, ENOUGH, AROUND)

/** The words of a message that is made of nothing but these. */
function wordsOfPointing(text: string): readonly Word[] | undefined {
  if (text.length > 60) return undefined
  const words = writtenOut(text).filter(({ plain }) => plain !== CLAUSE_END && plain !== '?')
  return words.length > 0 && words.length <= MOST && words.every((word) => isIn(all, word)) ? words : undefined
}

/** "Xem hình", "như trên căn cước": what is meant stands in a picture or on a paper, and is not said. */
export function pointsAtThing(text: string): boolean {
  const words = wordsOfPointing(text)
  return (
    words !== undefined &&
    words.some((word) => isIn(things, word)) &&
    words.some((word) => isIn(pointing, word) && !isIn(things, word))
  )
}

/** "Gửi rồi đó", "1 tấm thôi", "đó, coi giùm": what was wanted has been sent, or that was all of it. */
export function saysSent(text: string): boolean {
  const words = wordsOfPointing(text)
  return words !== undefined && words.some((word) => isIn(enough, word) || isIn(sending, word))
}

/** What stands under a picture and only says what it is: "căn cước của em nè". */
export const isAboutItself = (text: string): boolean => pointsAtThing(text) || saysSent(text)
