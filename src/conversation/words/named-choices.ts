import { vocabulary, type Choosable, type Match, type Phrase } from './choice-words.ts'
import { ALWAYS_ONE, ONE_UNMARKED } from './lexicon/compounds.ts'
import { CLAUSE_END, isMeantWord, plainOf, type Word } from './shorthand.ts'

const isExact = (typed: readonly Word[], words: readonly Word[], from: number): boolean =>
  words.every(({ marked }, i) => typed[from + i]?.marked === marked)

/** Where marks are typed, "ba" is not "bà"; where none are, it may be. */
const preferExact = (matches: readonly Match[], text: string): readonly Match[] => {
  const exact = /[^\x00-\x7F]/.test(text) ? matches.filter((it) => it.isExact) : []
  return exact.length > 0 ? exact : matches
}

const BETWEEN = new Set('lam la cho cai cua toi minh em thi cung luon di bi da moi het no nay do van dang'.split(' '))

/** Where a phrase that begins at a place ends. Between two words of it one may stand that says nothing: "chồng tui chết". */
function endOf(typed: readonly Word[], phrase: readonly Word[], from: number): number | undefined {
  let at = from
  for (const [i, word] of phrase.entries()) {
    if (i > 0 && !isMeantWord(typed[at], word) && BETWEEN.has(typed[at]?.plain ?? '')) at++
    if (!isMeantWord(typed[at], word)) return undefined
    at++
  }
  return at
}

function matchesIn(typed: readonly Word[], phrases: readonly Phrase[]): Match[] {
  const begun = new Set(typed.map(({ plain }) => plain))
  return phrases.flatMap((phrase) => {
    const { words } = phrase
    if (!begun.has(words[0]?.plain ?? '')) return []
    return typed.flatMap((_, from) => {
      const to = endOf(typed, words, from)
      return to === undefined ? [] : { ...phrase, from, to, isExact: isExact(typed, words, from) }
    })
  })
}

const overlaps = (one: Match, two: Match): boolean => one.from < two.to && two.from < one.to

/** A longer phrase around a shorter one wins: "ông nội" is not "ông". */
const longest = (matches: readonly Match[]): Match[] =>
  matches.filter((one) => !matches.some((two) => overlaps(one, two) && two.words.length > one.words.length))

const preferLonger = (matches: readonly Match[], text: string): Match[] =>
  matches.filter((one) => {
    const rivals = matches.filter((two) => overlaps(one, two) && two.words.length === one.words.length)
    return preferExact([one, ...rivals], text).includes(one)
  })

/** A word that is half of another: "Nam" of Việt Nam, "cho" of "cho tui". */
function isHalf(typed: readonly Word[], { words, from }: Match): boolean {
  const [before, word, after] = [typed[from - 1], typed[from], typed[from + 1]]
  if (words.length > 1 || !word) return false
  const pairs = [
    ...(before ? [`${before.plain} ${word.plain}`] : []),
    ...(after ? [`${word.plain} ${after.plain}`] : []),
  ]
  const isUnmarked = word.marked === word.plain && words[0]?.marked !== words[0]?.plain
  return pairs.some((pair) => ALWAYS_ONE.has(pair) || (isUnmarked && ONE_UNMARKED.has(pair)))
}

const isMarked = ({ marked, plain }: Word): boolean => marked !== plain

/** One word without its marks in a sentence that bears them: "giao cho đại lý" speaks of no "chợ". */
function isAnother(typed: readonly Word[], { words, from }: Match): boolean {
  const [meant, word] = [words[0], typed[from]]
  return words.length === 1 && !!meant && !!word && isMarked(meant) && !isMarked(word) && typed.some(isMarked)
}

/** Words of choices found within a sentence; of those that lie over each other the longest. */
export const namedWithin = (options: readonly Choosable[], typed: readonly Word[], text: string): Match[] =>
  longest(preferLonger(matchesIn(typed, vocabulary(options).within), text)).filter(
    (match) => !isHalf(typed, match) && !isAnother(typed, match),
  )

/** Words of choices that are all of what was typed. */
export function namedByAll(options: readonly Choosable[], typed: readonly Word[], text: string): readonly Match[] {
  const fitting = vocabulary(options).whole.filter(
    ({ words }) =>
      words.length > 0 && words.length === typed.length && words.every((word, i) => isMeantWord(typed[i], word)),
  )
  return preferExact(
    fitting.map((it) => ({ ...it, from: 0, to: typed.length, isExact: isExact(typed, it.words, 0) })),
    text,
  )
}

const NEGATIONS = new Set(['không', 'khong', 'chưa', 'chua', 'chẳng', 'chang', 'chả', 'đừng', 'khỏi', 'khoi', 'đâu'])
const AFTER_NEGATION = new Set('phai la co can muon di lam xin cho cua o theo ai'.split(' '))

/** "Hộ khẩu với bảo hiểm để sau": put off, to the end of its clause. "Lấy sau" and "trả sau" are ways to have it. */
const PUT_OFF =
  /^(?:(?!hay |hoac )\S+ ){0,5}?(?:de|tinh|lam|mai mot|tu tu|bua khac) (?:sau|mai mot|tinh|lam|khi khac|bua khac|lan sau|dip khac)(?: |$)/

const isPutOff = (typed: readonly Word[], { to }: Match): boolean => {
  const rest = typed.slice(to)
  const end = rest.findIndex(({ plain }) => plain === CLAUSE_END)
  return PUT_OFF.test(plainOf(end < 0 ? rest : rest.slice(0, end)))
}

/** "Không phải con trai", within one clause. */
export function isNegated(typed: readonly Word[], match: Match): boolean {
  const last = typed.slice(0, match.from).findLast(({ plain }) => !AFTER_NEGATION.has(plain))
  return (last !== undefined && NEGATIONS.has(last.marked)) || isPutOff(typed, match)
}
