import { z } from 'zod'
import { answerName, key } from './names.ts'

/** Comparisons that had names of their own. Texts published then, and clerks who still write them, mean the same. */
const ONCE_NAMED: Readonly<Record<string, Comparison>> = {
  aboutAnother: { answer: 'relation', isNot: 'ban-than' },
  motherOnly: { answer: 'parents', is: 'chi-me' },
  byMother: { answer: 'relation', is: 'me' },
  byFather: { answer: 'relation', is: 'cha' },
  fatherNamed: { answer: 'fatherName', isNot: 'khong-ro' },
}

/** An answer is this choice, or was given and is another. */
export interface Comparison {
  answer: string
  is?: string | undefined
  isNot?: string | undefined
}

/** The name of a predicate, or a comparison of an answer with a choice. */
export type Condition = string | Comparison

export const comparison = z
  .strictObject({ answer: answerName, is: key.optional(), isNot: key.optional() })
  .refine((it) => (it.is === undefined) !== (it.isNot === undefined), 'cần đúng một trong hai: is hoặc isNot')

export const condition = z.union([
  z.string().transform((word): Condition => (Object.hasOwn(ONCE_NAMED, word) ? (ONCE_NAMED[word] ?? word) : word)),
  comparison,
])

/** As a finding or a drawing says it: `relation là me`. */
export function renderCondition(when: Condition): string {
  if (typeof when === 'string') return when
  return when.is === undefined ? `${when.answer} khác ${when.isNot}` : `${when.answer} là ${when.is}`
}
