import { CLAUSE_END, plainOf, type Word } from '../words/shorthand.ts'

const LETTERS = [3, 4, 5] as const

/**
 * What a sentence is judged by: its words, its pairs of neighbours, runs of letters within and across words (they forgive
 * what is misspelt), and words with the marks they were typed with. Each once, in the order found.
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
  for (const length of LETTERS)
    for (let at = 0; at + length <= line.length; at++) found.add(`c${line.slice(at, at + length)}`)
  return [...found]
}
