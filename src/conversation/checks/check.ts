import { asksBack } from '../words/asks-back.ts'
import type { Answer } from '../words/session.ts'

/** What a check may know besides the text. Times are epoch milliseconds; answers are those given so far. */
export interface CheckContext {
  now: number
  answers: Readonly<Record<string, Answer>>
}

export type Reading =
  | { ok: true; value: string; shown: string }
  /** `because` is said to the citizen, so it ends with an example of what would do. */
  /** `isWhole`: the words as a whole say that it is none, whatever a part of them looks like. */
  | { ok: false; because: string; isWhole?: true }
  /** A likely reading that must be confirmed; `otherwise` is the next likely one. */
  | { ok: 'unsure'; value: string; shown: string; because: string; otherwise?: { value: string; shown: string } }

/**
 * The thing that an answer is. It decides what may give it besides words typed at its question: a contact card, a point on
 * the map, a sentence that asks for the procedure. `words` are read at their question alone.
 */
export type Taken =
  | 'words'
  | 'name'
  | 'phone'
  | 'citizen number'
  | 'plate'
  | 'dossier code'
  /** A commune of the province or another province; two of them make a journey. */
  | 'area'
  /** A spot, which a point on the map is too. */
  | 'point'
  /** When something begins, when it ends. */
  | 'beginning'
  | 'end'
  | 'day'
  | 'year'
  /** From one day to another; between two hours of a day. */
  | 'period'
  | 'hours'
  | 'clock'
  | 'days of the week'
  | 'sum'
  /** How many sheets, how many people. */
  | 'count'
  | 'people'
  | 'secret'
  | 'email'

/**
 * A named rule for one kind of answer. `check(shown)` of an accepted answer accepts it again with the same value, so an
 * old answer can be examined anew. Samples are judged on 1 May 2030, 08:00, with the answers of `samplesAfter`.
 */
export interface Check {
  name: string
  /** By which a clerk picks it: `Ngày sinh`. */
  title: string
  /** The answer is a person's, as the law on personal data has it (domain §1.4): it is asked for only after a consent. */
  personal: boolean
  /** Any sentence may be the answer, so nothing in it is taken for anything else. */
  free: boolean
  /** The answer may be a whole story, in which people also ask and quote. */
  tellsStory?: true
  takes: Taken
  /** What whoever looks for a dossier knows this answer as, where nothing else may give it but words. */
  foundAs?: Taken
  /** The day on which somebody comes to an office: what it was filed for may be moved to another. */
  isVisit?: true
  /** How to write the answer, with an example; said when help is asked for. */
  hint: string
  check: (text: string, context: CheckContext) => Reading
  /** UTF-16 units it looks at; `LONGEST_ANSWER` where nothing is said. A longer text is refused unread. */
  longest?: number
  /** Whether words between other answers are meant for this one; where nothing is said, any may be. */
  looksLike?: (text: string) => boolean
  /** Says in other words than "bỏ qua" that there is nothing of the kind: a question that may be passed over is. */
  saysNone?: (text: string) => boolean
  /** For who has nothing of the kind: a button, and the answer it gives. */
  without?: { key: string; label: string; answer: { value: string; shown: string } }
  /** What the citizen is shown of an accepted answer: an identity number by its ends, a day with its name. */
  echo?: (shown: string) => string
  good: readonly string[]
  bad: readonly string[]
  samplesAfter?: Readonly<Record<string, Answer>>
}

/** No date, number, name or place is longer, and rules that go back and forth in a text stay quick up to here. */
const LONGEST_ANSWER = 200

/** The check behind its bound: whatever it does with a text, it never does it with a long one. Who asks says that there is none of nothing. */
export const bounded = ({ saysNone, ...check }: Check): Check => ({
  ...check,
  ...(saysNone && { saysNone: (text: string) => !asksBack(text) && saysNone(text) }),
  check: (text, context) =>
    text.length > (check.longest ?? LONGEST_ANSWER)
      ? refused(`Tin này dài quá cho câu đang hỏi. ${check.hint}`)
      : check.check(text, context),
})

export const accepted = (value: string, shown: string = value): Reading => ({ ok: true, value, shown })
export const refused = (because: string): Reading => ({ ok: false, because })
export const refusedWhole = (because: string): Reading => ({ ok: false, because, isWhole: true })

/** The same reading, asked back where there is a reason to. */
export const doubted = (reading: Reading, because: string | undefined): Reading =>
  because !== undefined && reading.ok === true ? { ...reading, ok: 'unsure', because } : reading

/** Of several readings of one text the only one that will do, or two that are asked back; the first refusal where none does. */
export function eitherOf(readings: readonly Reading[]): Reading {
  const able = readings.filter((it) => it.ok !== false)
  const [first, second] = able.filter(({ value }, i) => able.findIndex((it) => it.value === value) === i)
  if (!first) return readings[0] ?? refused('Tôi chưa hiểu câu này.')
  if (!second) return first
  const { value, shown } = first
  const otherwise = { value: second.value, shown: second.shown }
  return { ok: 'unsure', value, shown, because: 'Câu này có thể hiểu hai cách:', otherwise }
}
