import type { Said, Stored } from './lab.ts'
import type { Ask } from './situations.ts'

/** A pattern fits with marks and without, and where digits are written in groups. */
export function matches(pattern: string, text: string): boolean {
  const composed = text.normalize('NFC')
  const expression = new RegExp(pattern, 'isu')
  return [composed, withoutMarks(composed), composed.replace(/(?<=\d)[ .-](?=\d)/g, '')].some((one) =>
    expression.test(one),
  )
}

/** Signs stay, unlike in what the program folds for its search. */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

export const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.?!…:]) +/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Sentences and buttons, to tell what is newly said from what is said anyway. */
export const partsOf = (said: readonly Said[]): string[] =>
  said.flatMap(({ text, buttons }) => [
    ...sentencesOf(text),
    ...buttons.flatMap(({ title, payload }) => [title, payload]),
  ])

/** Whether what is stored is what was expected: a choice, a `/pattern/`, an instant, a day, or words, whose marks count if there are any. */
export function isSame(expected: string | null, stored: Stored | undefined, ask: Ask): boolean {
  // "Nobody" may be a choice of its own.
  if (expected === null) return stored?.value === (ask.is?.['none'] ?? '')
  if (!stored || stored.value === '') return false
  const { value, shown } = stored
  if (ask.is) return value === ask.is[expected]
  const pattern = /^\/(.*)\/$/.exec(expected)?.[1]
  if (pattern !== undefined) return matches(pattern, value) || matches(pattern, shown)
  const [, year, month, day, clock] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?$/.exec(expected) ?? []
  if (clock !== undefined)
    return Number(value) === Date.parse(`${expected}:00+07:00`) || shown === `${clock} ${day}/${month}/${year}`
  if (day !== undefined) return value === expected || shown === `${day}/${month}/${year}`
  const isUnmarked = withoutMarks(expected) === expected.toLowerCase()
  const seen = (text: string) => (isUnmarked ? withoutMarks(text) : text.normalize('NFC').toLowerCase())
  return [value, shown].some((one) => seen(one) === seen(expected))
}
