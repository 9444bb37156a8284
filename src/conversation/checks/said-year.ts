import { numbersAt } from './said-number.ts'
import { yearOf } from './spelled-date.ts'
import { type Found, phraseAt, phrasesOf, type TimeWord } from './time-words.ts'

/** Which year: by its number, by its last two figures, counted from this one, or by its name in the lunar calendar. */
export type SaidYear =
  | { is: 'number'; year: number }
  | { is: 'short'; year: number }
  | { is: 'ahead'; years: number }
  | { is: 'named'; stem: string; branch: string }

/** Which month: by its number, or counted from this one. `isLunar`: by a name that only the lunar calendar has. */
export type SaidMonth =
  /** `orNext`: "thang sau" without marks is June, or the month to come. */
  { is: 'number'; month: number; isLunar?: true; orNext?: true } | { is: 'ahead'; months: number }

const SHIFTS = phrasesOf([
  [0, 'này, nay'],
  [1, 'sau, tới, kế tiếp'],
  [2, 'sau nữa, tới nữa'],
  [-1, 'trước, rồi, vừa rồi, vừa qua, qua, ngoái'],
])
/** "Này", "tới", "sau nữa", "vừa rồi": how many of them from this one. */
export const shiftAt = (words: readonly TimeWord[], at: number): Found<number> | undefined =>
  phraseAt(SHIFTS, words, at)

const YEAR_SHIFTS = phrasesOf([
  [0, 'năm nay, năm này'],
  [1, 'năm sau, năm tới, sang năm, qua năm, năm kế tiếp'],
  [2, 'năm sau nữa, năm tới nữa'],
  [-1, 'năm ngoái, năm rồi, năm trước, năm qua, năm vừa rồi'],
  [-2, 'năm kia'],
])
const STEM = new Set('giap at binh dinh mau ky canh tan nham quy'.split(' '))
const BRANCH = new Set('ty ti suu dan mao meo thin ngo mui than dau tuat hoi'.split(' '))
const LONGEST = 7
/** Behind a date, where no "năm" is said, only these end a year in words. */
const ENDS_YEAR = new Set(['am', 'al', 'duong', 'dl', 'tay', 'a', 'nha', 'nhe', 'nghen'])

const isYear = (year: number): boolean => year > 1850 && year < 2200

function namedAt(words: readonly TimeWord[], at: number): Found<SaidYear> | undefined {
  const [stem, branch] = [words[at]?.plain ?? '', words[at + 1]?.plain ?? '']
  if (!STEM.has(stem) || !BRANCH.has(branch)) return undefined
  const behind = words[at + 2]?.plain ?? ''
  // "Ất Hợi 1995": the number tells which of them.
  if (/^\d{4}$/.test(behind)) return { is: { is: 'number', year: Number(behind) }, next: at + 3 }
  return { is: { is: 'named', stem, branch }, next: at + 2 }
}

function spelledAt(words: readonly TimeWord[], at: number, isBare: boolean): Found<SaidYear> | undefined {
  const isEnd = (next: number) => !isBare || words[next] === undefined || ENDS_YEAR.has(words[next].plain)
  for (let count = Math.min(LONGEST, words.length - at); count > 1; count--) {
    const said = words.slice(at, at + count)
    if (!isEnd(at + count) || said.some(({ plain }) => /^\d{2,}$/.test(plain) || !/^[a-z\d]+$/.test(plain))) continue
    const year = yearOf(said.map(({ plain }) => plain).join(' '))
    if (year !== undefined && year > 0) return { is: { is: year < 100 ? 'short' : 'number', year }, next: at + count }
  }
  const [short] = numbersAt(words, at, { pairs: true })
  const isSaid =
    short &&
    short.is > 9 &&
    isEnd(short.next) &&
    !/^\d/.test(words[at]?.plain ?? '') &&
    (!isBare || short.next > at + 1)
  return isSaid ? { is: { is: 'short', year: short.is }, next: short.next } : undefined
}

/** A year behind a date. `separator`: it may stand behind a slash, a dash or a point, without "năm". */
export function yearAt(words: readonly TimeWord[], at: number, isBare: boolean): Found<SaidYear> | undefined {
  const shift = phraseAt(YEAR_SHIFTS, words, at)
  const isNamed = words[at]?.plain === 'nam' && /^n[aă]m$/.test(words[at]?.marked ?? '')
  const from = isNamed ? at + 1 : at
  // "Nam sau muoi sau" without marks is sixty-six, and no next year.
  const spelled = isNamed || isBare ? spelledAt(words, from, !isNamed) : undefined
  if (shift && shift.next >= (spelled?.next ?? 0)) return { is: { is: 'ahead', years: shift.is }, next: shift.next }
  const word = words[from]
  if (word === undefined) return undefined
  if (/^\d{4}$/.test(word.plain))
    return (isNamed || isBare) && isYear(Number(word.plain))
      ? { is: { is: 'number', year: Number(word.plain) }, next: from + 1 }
      : undefined
  if (/^\d{2}$/.test(word.plain))
    return isNamed ? { is: { is: 'short', year: Number(word.plain) }, next: from + 1 } : undefined
  const named = namedAt(words, from)
  if (named) return named
  return spelled
}

const LUNAR_MONTHS = phrasesOf([
  [1, 'giêng'],
  [12, 'chạp'],
])
export const lunarMonthAt = (words: readonly TimeWord[], at: number): Found<SaidMonth> | undefined => {
  const found = phraseAt(LUNAR_MONTHS, words, at)
  return found && { is: { is: 'number', month: found.is, isLunar: true }, next: found.next }
}

/** Without marks "thang tu" is a month from which something begins where a day follows, and else April. */
const IS_FROM = /^(?:\d{1,2}|ngay|hom|bua|dau|giua|cuoi|mai|mot|nay|thu|mung|mong|ram|tuan|thang)$/
const MONTH_WORDS = new Set(['tháng', 'thang', 'thg', 'th'])

/** "Tháng mười", "th.10", "t10", "tháng này", "tháng chạp": each way it can be meant, the longest first. */
export function monthsAt(words: readonly TimeWord[], at: number): Found<SaidMonth>[] {
  const word = words[at]
  if (word === undefined) return []
  const isGlued = words[at + 2]?.from === words[at + 1]?.to && /^[a-z]/.test(words[at + 2]?.plain ?? '')
  const isLetter = word.plain === 't' && words[at + 1]?.from === word.to && !isGlued
  if (!MONTH_WORDS.has(word.marked) && !isLetter) return []
  const from = words[at + 1]?.plain === '.' ? at + 2 : at + 1
  const said = words[from]?.marked
  const isBare = words.every(({ plain, marked }) => plain === marked)
  if (said === 'tu' && IS_FROM.test(words[from + 1]?.plain ?? '')) return []
  const numbers = numbersAt(words, from, { last: true })
    .filter(({ is }) => is >= 1 && is <= 12 && (said !== 'sau' || isBare))
    .map(({ is: month, next }): Found<SaidMonth> => {
      const isEither = said === 'sau' && next === from + 1 && words[next]?.plain !== 'nua'
      return { is: { is: 'number', month, ...(isEither && { orNext: true }) }, next }
    })
  const shift = isLetter ? undefined : shiftAt(words, from)
  const lunar = lunarMonthAt(words, from)
  return [
    ...(lunar ? [lunar] : []),
    ...numbers,
    ...(shift ? [{ is: { is: 'ahead' as const, months: shift.is }, next: shift.next }] : []),
  ]
}
