import { foldInPlace } from '../../kernel/text.ts'
import { isSkipped } from '../flow/answers.ts'
import { checkOf } from '../flow/check-of.ts'
import { choicesOf } from '../flow/flow-format.ts'
import { withOtherPart } from '../step/other-part.ts'
import type { Change } from '../step/correct.ts'
import type { Reviewed } from '../step/review.ts'
import { pick } from '../words/read-choice.ts'
import type { FlowContext } from '../words/session.ts'
import type { Correction } from './correction.ts'
import { newValueIn, trimmed } from './new-value.ts'

/** An answer, and what is to stand instead. */
export interface Amendment {
  question: Reviewed
  value: Change
}

const POINTING = /^(?:cái |chỗ )?(?:ngày|bữa|hôm|buổi|ngay|bua|hom|buoi)\s+(?:đó|đấy|ấy|kia|này|do|ay|nay)$/iu

/**
 * "12 chứ không phải 21", "2 bản hổng đủ, lấy 3 bản": what says that one answer is wrong, whichever it is, and what is right.
 * Undefined where no answer, or more than one, says what is denied.
 */
export function deniedAnswer(
  questions: readonly Reviewed[],
  correction: Correction,
  { answers }: FlowContext,
  now: number,
): Amendment | undefined {
  const context = { now, answers }
  const found = questions.flatMap((question): Amendment[] => {
    if (isSkipped(question.answer)) return []
    for (const wrong of correction.wrong) {
      const place = placeOf(question, trimmed(wrong))
      if (!place && !isSaid(question, wrong, context)) continue
      for (const right of correction.right) {
        const value = (place && inItsPlace(question, place, right, context)) ?? valueOf(question, right, context)
        if (value) return [{ question, value }]
      }
    }
    return []
  })
  const [only, ...others] = found
  if (others.length === 0) return only
  // A choice, or a value as a whole, is meant before a piece of something longer.
  const whole = found.filter(({ question }) => correction.wrong.some((it) => isSaid(question, it, context)))
  return whole.length === 1 ? whole[0] : undefined
}

type Context = Parameters<typeof newValueIn>[3]

/** What is right, told apart from the sentence: any clause may be a choice then. */
const valueOf = (question: Reviewed, right: string, context: Context): Change | undefined =>
  newValueIn(question, `, ${right}`, [], context)

/** Whether words say what an answer says. */
function isSaid({ step, answer }: Reviewed, wrong: string, context: Context): boolean {
  if (step.expect === 'choice') return pick(choicesOf(step), wrong)?.key === answer.value
  const check = checkOf(step)
  if (!check || check.free || check.takes === 'words') return false
  if (POINTING.test(wrong)) return check.isVisit === true || check.takes === 'beginning'
  return [...withOtherPart(wrong, answer.shown), wrong].some((it) => {
    const reading = check.check(it, context)
    return reading.ok !== false && reading.value === answer.value
  })
}

/** "Số nhà 12 chứ không phải 21": of what is right, only what stands where the wrong stood. */
function inItsPlace(
  { step, answer }: Reviewed,
  { from, to }: { from: number; to: number },
  clause: string,
  context: Context,
): Change | undefined {
  const check = checkOf(step)
  if (!check) return undefined
  const { shown } = answer
  const wrong = shown.slice(from, to)
  const right = trimmed(clause)
  const instead = /^\d+$/.test(wrong)
    ? (/\d+(?!.*\d)/.exec(right)?.[0] ?? right)
    : from === 0 && to === shown.length
      ? right
      : right.split(' ').slice(-wrong.split(' ').length).join(' ')
  const reading = check.check(shown.slice(0, from) + instead + shown.slice(to), context)
  return reading.ok === false || reading.value === answer.value ? undefined : { reading }
}

/** Where it stands as a word of its own: "8" in "08/11", and neither in "18/11" nor in "1998". */
function placeOf({ answer: { shown } }: Reviewed, said: string): { from: number; to: number } | undefined {
  const isPart = (letter: string): boolean => /[\p{L}\d]/u.test(letter)
  const sought = foldInPlace(said)
  const words = foldInPlace(shown)
  for (let at = sought === '' ? -1 : words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) {
    const to = at + sought.length
    const isPadded = /^\d/.test(sought) && words[at - 1] === '0' && !/\d/.test(words.charAt(at - 2))
    if (!isPart(words.charAt(to)) && (isPadded || !isPart(words.charAt(at - 1))))
      return { from: at - (isPadded ? 1 : 0), to }
  }
  return undefined
}
