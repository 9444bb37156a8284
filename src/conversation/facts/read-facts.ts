import { rememberLast } from '../../kernel/remember-last.ts'
import { beginningOf, tidy } from '../../kernel/text.ts'
import type { Fact } from './fact.ts'
import { nameFacts } from './name-facts.ts'
import { numberFacts } from './number-facts.ts'
import { placeFacts } from './place-facts.ts'
import { timeFacts } from './time-facts.ts'

const overlap = (a: Fact, b: Fact): boolean => a.from < b.to && b.from < a.to

/** What follows in a longer text is a story, and the work stays small whatever was pasted. */
const MOST_READ = 500

/**
 * Everything that a message says besides sentences: times, days, spans, numbers by their kind, names, places, each with its
 * place in the tidied text. Reads shapes alone; `readingsOf` asks a check what a fact means.
 */
export const readFacts = rememberLast((text): readonly Fact[] => {
  const typed = tidy(beginningOf(text, MOST_READ))
  const numbers = numberFacts(typed)
  // The digits of a telephone number are no hours.
  const solid = numbers.filter(({ kind }) => kind !== 'year' && kind !== 'day')
  const [names, places] = [
    nameFacts(
      typed,
      solid.some(({ kind }) => kind === 'phone' || kind === 'citizen number'),
    ),
    placeFacts(typed),
  ]
  // "Phường An Xuyên" is nobody's name, and "Nguyễn Tân Thành" no place.
  const isLonger = (it: Fact, than: readonly Fact[]): boolean =>
    than.every((one) => !overlap(it, one) || it.to - it.from > one.to - one.from)
  const others = [
    ...timeFacts(typed).filter((it) => names.every((one) => !overlap(it, one))),
    ...names.filter((it) => isLonger(it, places)),
    ...places.filter((it) => isLonger(it, names)),
  ].filter((it) => !solid.some((one) => overlap(it, one)))
  return [...numbers, ...others].sort((a, b) => a.from - b.from)
})
