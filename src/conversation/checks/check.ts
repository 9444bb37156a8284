import type { Answer } from '../session.ts'

/** What a check may know besides the text. Times are epoch milliseconds; answers are those given so far. */
export interface CheckContext {
  now: number
  answers: Readonly<Record<string, Answer>>
}

export type Reading =
  | { ok: true; value: string; shown: string }
  /** `because` is said to the citizen, so it ends with an example of what would do. */
  | { ok: false; because: string }
  /** A likely reading that must be confirmed; `otherwise` is the next likely one. */
  | { ok: 'unsure'; value: string; shown: string; because: string; otherwise?: { value: string; shown: string } }

/**
 * A named rule for one kind of answer. `check(shown)` of an accepted answer accepts it again with the same value, so an
 * old answer can be examined anew. Samples are judged on 1 May 2030, 08:00, with the answers of `samplesAfter`.
 */
export interface Check {
  name: string
  /** How to write the answer, with an example; said when help is asked for. */
  hint: string
  check: (text: string, context: CheckContext) => Reading
  /** Spares identity numbers in the chat: what the citizen is shown of an accepted answer. */
  echo?: (shown: string) => string
  good: readonly string[]
  bad: readonly string[]
  samplesAfter?: Readonly<Record<string, Answer>>
}

export const accepted = (value: string, shown: string = value): Reading => ({ ok: true, value, shown })
export const refused = (because: string): Reading => ({ ok: false, because })
