import type { Term } from '../../conversation/flow/term-format.ts'
import type { Rule } from './rule.ts'

/** What a sentence says of a term: "3 ngày làm việc", "5 ngày", "8 giờ làm việc", "trong ngày", "sau 15 giờ". */
const DAYS = /(\d+) ngày( làm việc)?/giu
const HOURS = /(?<!sau )(\d+) giờ/giu
const SAME_DAY = /trong ngày/iu
const AFTER = /sau (\d{1,2})(?: giờ|h|g|:)(\d{2})?/iu

const isSaid = (sentence: string, days: number, counts: Term['counts']): boolean =>
  [...sentence.matchAll(DAYS)].some(
    ([, said, working]) => Number(said) === days && (working === undefined) === (counts === 'calendar'),
  )

const called = (days: number, counts: Term['counts']): string =>
  `${days} ${counts === 'calendar' ? 'ngày' : 'ngày làm việc'}`

/** A dossier must not be due by another term than the citizen was told. */
export const otherThanSaid: Rule = ({ file, finding }) =>
  (file.info ?? []).flatMap(({ deadline, term }, i) => {
    if (term === undefined) return []
    const missing = missingIn(deadline, term)
    return missing === undefined
      ? []
      : finding('info', ['info', i, 'term'], `Câu deadline “${deadline}” không nói “${missing}” như mục term.`)
  })

function missingIn(sentence: string, { days, hours, counts, sameDayUntil, longer = [] }: Term): string | undefined {
  if (hours !== undefined)
    return [...sentence.matchAll(HOURS)].some(([, said]) => Number(said) === hours) ? undefined : `${hours} giờ`
  if (sameDayUntil !== undefined) {
    if (!SAME_DAY.test(sentence)) return 'trong ngày'
    const [, hour, minute = '00'] = AFTER.exec(sentence) ?? []
    if (hour !== undefined && `${hour.padStart(2, '0')}:${minute}` !== sameDayUntil) return `sau ${sameDayUntil}`
  } else if (days !== undefined && !isSaid(sentence, days, counts)) return called(days, counts)
  const other = longer.find((it) => !isSaid(sentence, it.days, it.counts))
  return other && called(other.days, other.counts)
}
