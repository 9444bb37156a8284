import { checkOf } from '../flow/check-of.ts'
import type { Step } from '../flow/flow-format.ts'
import type { Reviewed } from '../step/review.ts'
import { readCorrection } from './correction.ts'
import type { Amendment } from './denied-answer.ts'
import { loosely } from './loosely.ts'
import { nameWords } from './name-question.ts'

/** A piece of a sentence that may put one answer right. */
export interface Part {
  said: string
  /** The same with whom the sentence is about. */
  of: string
  /** An address or a story stands before it, which it may go on with. */
  isGoingOn: boolean
}

const NAMES = loosely('tên|họ tên|số (?:đt|điện thoại|căn cước)|sđt|cccd|căn cước|ngày sinh|sinh|biển số|địa chỉ')
/** "Bé là con gái tên Thư": what a clause goes on to name begins another. */
const BEFORE_NAME = new RegExp(`(?<=\\S+ \\S+ \\S+)\\s(?=${NAMES.source} \\S)`, 'iu')
const KIN = new Set(['be', 'cha', 'me'])

/** Whether an answer is a sentence of one's own. */
export const isOfWords = (step: Step): boolean => {
  const check = checkOf(step)
  return check !== undefined && (check.free || check.takes === 'words' || check.takes === 'point')
}

/** What several clauses each put right; `meant` reads one of them among the answers that are left. */
export function severalIn(
  text: string,
  questions: readonly Reviewed[],
  meant: (left: readonly Reviewed[], part: Part) => Amendment | undefined,
): Amendment[] {
  const found: { amendment: Amendment; said: string }[] = []
  for (const clause of readCorrection(text).right) {
    const kin = nameWords(clause).find((it) => KIN.has(it)) ?? ''
    for (const said of clause.split(BEFORE_NAME)) {
      const last = found.at(-1)
      const left = questions.filter((it) => !found.some(({ amendment }) => amendment.question === it))
      const isGoingOn = last !== undefined && isOfWords(last.amendment.question.step)
      const amendment = meant(left, {
        said,
        of: nameWords(said).some((it) => KIN.has(it)) ? said : `${kin} ${said}`,
        isGoingOn,
      })
      // "Số 15, hẻm 3, phường Tân Thành" is one address.
      const isRest =
        isGoingOn && checkOf(last.amendment.question.step)?.looksLike?.(said) === true && isPlace(amendment)
      if (last && isRest) {
        const longer = `${last.said}, ${said}`
        const whole = meant([last.amendment.question], { said: longer, of: longer, isGoingOn: false })
        if (whole) found.splice(-1, 1, { amendment: whole, said: longer })
      } else if (amendment) found.push({ amendment, said })
    }
  }
  return found.map(({ amendment }) => amendment)
}

const isPlace = (amendment: Amendment | undefined): boolean =>
  amendment === undefined || isOfWords(amendment.question.step) || checkOf(amendment.question.step)?.takes === 'area'
