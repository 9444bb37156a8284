import { CLAUSE_END, plainOf, type Word } from './shorthand.ts'
import { conceptsIn } from './concepts.ts'

/** Runs of three and five letters told the matters apart no better, and cost more. */
const LETTERS = 4

/**
 * What a sentence is judged by: its words, its pairs of neighbours, runs of letters within and across words (they forgive
 * what is misspelt), words with the marks they were typed with, and what it speaks of, alone and by twos: "mất" of a person is
 * not "mất" of a paper. Each once, in the order found.
 */
export function featuresOf(words: readonly Word[]): string[] {
  const said = words.filter(({ plain }) => plain !== CLAUSE_END)
  const found = new Set<string>()
  said.forEach(({ plain, marked }, i) => {
    const before = said[i - 1]
    found.add(`w${plain}`)
    if (before) found.add(`b${before.plain} ${plain}`)
    if (marked !== plain) found.add(`m${marked.normalize('NFC')}`)
  })
  const line = ` ${plainOf(said)} `
  for (let at = 0; at + LETTERS <= line.length; at++) found.add(`c${line.slice(at, at + LETTERS)}`)
  const concepts = conceptsIn(said)
  concepts.forEach((concept, i) => {
    found.add(`k${concept}`)
    for (const other of concepts.slice(i + 1)) found.add(`k${concept} ${other}`)
  })
  return [...found]
}
