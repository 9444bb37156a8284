import { dateAt, type SaidDate } from './said-date.ts'
import { clockAt } from './said-clock.ts'
import { countAt } from './said-number.ts'
import { monthsAt, type SaidMonth, type SaidYear, shiftAt, yearAt } from './said-year.ts'
import { formsOf, type Found, isPhrase, meantBy, phraseAt, phrasesOf, type TimeWord } from './time-words.ts'

/** A day as it was said; which one that is depends on today (`which-day.ts`). */
export type SaidDay =
  | SaidDate
  /** "Mai", "hôm qua": so many days from today. */
  | { is: 'offset'; days: number }
  /** "Hồi khuya": the night just gone, before midnight or after. */
  | { is: 'last night' }
  /** "Ngày kia", "bữa kia": to come or gone. */
  | { is: 'the other day' }
  /** "3 bữa nữa", "2 tuần trước". */
  | { is: 'counted'; count: number; unit: Unit; isPast: boolean }
  /** Monday 0. `week`: counted from this one; else the one that comes, or the one that was. `isNext`: "thứ 6 tới". */
  | { is: 'weekday'; weekday: number; week?: number; isGone?: true; isNext?: true }
  /** "Đầu tháng sau", "hết năm", "tuần tới": named by its first day, its middle or its last. */
  | { is: 'stretch'; part?: Part; unit: 'week' | 'month' | 'year'; ahead?: number; month?: SaidMonth; year?: SaidYear }

export type Unit = 'day' | 'week' | 'half month' | 'month' | 'year'
type Part = 'first' | 'middle' | 'last' | 'end'

const OFFSETS = phrasesOf([
  [0, 'hôm nay, bữa nay, hum nay, hnay, ngày hôm nay, nay, sáng giờ, hồi sáng, hồi nãy, hồi trưa, hồi chiều'],
  [1, 'ngày mai, bữa mai, hôm mai, mai, ngày mơi, bữa mơi, mơi'],
  [2, 'ngày mốt, bữa mốt, hôm mốt, mốt'],
  [3, 'ngày kìa, bữa kìa'],
  [-1, 'hôm qua, bữa qua, hum qua, ngày hôm qua, hồi hôm, khi hôm, hồi hôm qua'],
  [-1, 'tối qua, sáng qua, trưa qua, chiều qua'],
  [-2, 'hôm kia, hum kia'],
  [-3, 'hôm kìa'],
])
const LAST_NIGHT = phrasesOf([
  [
    true,
    'hồi khuya, hồi khuya này, hồi khuya nay, hồi khuya qua, hồi khuya hôm qua, khuya qua, khuya hôm qua, đêm qua, hồi đêm, hồi đêm qua, khuya hồi hôm',
  ],
])
const OTHER_DAY = phrasesOf([[true, 'ngày kia, bữa kia']])
/** "Năm nay", "lâu nay": no day. */
const BEFORE_NAY = /^(?:nam|thang|tuan|xua|lau|truoc|gio)$/
/** "Mấy bữa nay": no day either, nor is its end. */
const SOME = /^(?:may|vai|cac|nhung)$/
const HALF_OF_NAY = /^(?:bua|ngay|hom|hum)$/
/** Without marks "mot" is one and "moi" is new, unless what follows is said of a day. */
const AFTER_GUESS =
  /^(?:|sang|trua|chieu|toi|dem|khuya|luc|di|ve|dia|nha|nhe|nghen|a|em|ne|do|thoi|luon|chung|khoang|co|tam|nhu|[,/.])$/
/** Behind these "mốt" is a one. */
const TEN = /^(?:muoi|ham|bam|ruoi)$/
/** Some day. */
const SOME_DAY = phrasesOf([[true, 'mai mốt, mốt mai, mai kia, nay mai']])

const UNITS = phrasesOf<Unit>([
  ['day', 'ngày, hôm, bữa, bửa'],
  ['week', 'tuần'],
  ['month', 'tháng'],
  ['year', 'năm'],
])
const AFTER_COUNT = phrasesOf<'ahead' | 'past'>([
  ['ahead', 'nữa, sau, tới, sau đó, sau nữa, tới nữa, nữa thôi, tiếp theo'],
  ['past', 'trước, rồi, qua, vừa rồi, vừa qua, trước đó, nay, nay rồi'],
])
const BEFORE_COUNT = phrasesOf<'ahead' | 'past'>([
  ['past', 'cách đây, cách nay'],
  ['ahead', 'sau, trong'],
])
/** Between these and the count. */
const ABOUT = /^(?:khoang|chung|co|do|tam)$/

/** "Nửa tháng", "3 bữa", "hai tuần": how long, and in what. */
export function lengthAt(words: readonly TimeWord[], at: number): Found<{ count: number; unit: Unit }> | undefined {
  if (isPhrase(words, at, ['nửa', 'tháng'])) return { is: { count: 1, unit: 'half month' }, next: at + 2 }
  if (isPhrase(words, at, ['nửa', 'năm'])) return { is: { count: 6, unit: 'month' }, next: at + 2 }
  const count = countAt(words, at)
  const unit = count && phraseAt(UNITS, words, count.next)
  if (!unit) return undefined
  const half = isPhrase(words, unit.next, ['rưỡi'])
  if (half && unit.is === 'year') return { is: { count: count.is * 12 + 6, unit: 'month' }, next: unit.next + 1 }
  return { is: { count: count.is, unit: unit.is }, next: unit.next }
}

function countedAt(words: readonly TimeWord[], at: number): Found<SaidDay> | undefined {
  const before = phraseAt(BEFORE_COUNT, words, at)
  const from = before && ABOUT.test(words[before.next]?.plain ?? '') ? before.next + 1 : before?.next
  const behind =
    from === undefined
      ? undefined
      : (countedFrom(words, from, before?.is) ?? countedFrom(words, before?.next ?? from, before?.is))
  return behind ?? countedFrom(words, at, undefined)
}

function countedFrom(
  words: readonly TimeWord[],
  at: number,
  before: 'ahead' | 'past' | undefined,
): Found<SaidDay> | undefined {
  const length = lengthAt(words, at)
  if (!length) return undefined
  const behind = phraseAt(AFTER_COUNT, words, length.next)
  const way = before ?? behind?.is
  if (way === undefined) return undefined
  return {
    is: { is: 'counted', ...length.is, isPast: way === 'past' || behind?.is === 'past' },
    next: behind?.next ?? length.next,
  }
}

const WEEKDAY_NUMBERS = formsOf([
  [0, '2 hai'],
  [1, '3 ba'],
  [2, '4 tư'],
  [3, '5 năm'],
  [4, '6 sáu'],
  [5, '7 bảy bẩy'],
])
const SUNDAY = phrasesOf([[6, 'chủ nhật, chúa nhật, chủ nhựt, chúa nhựt, cn']])
const GONE = phrasesOf([[true, 'rồi, vừa rồi, vừa qua, qua, mới rồi']])

function weekdayAlone(words: readonly TimeWord[], at: number): Found<number> | undefined {
  const sunday = phraseAt(SUNDAY, words, at)
  if (sunday) return sunday
  const word = words[at]
  const isWord = word?.marked === 'thứ' || word?.marked === 'thu'
  const isLetter = word?.plain === 't' && words[at + 1]?.from === word.to && /^[2-7]$/.test(words[at + 1]?.plain ?? '')
  const weekday = isWord || isLetter ? meantBy(WEEKDAY_NUMBERS, words[at + 1]) : undefined
  return weekday === undefined ? undefined : { is: weekday, next: at + 2 }
}

/** "Tới" behind a day of the week is the one to come, unless another day or hour follows that it leads to. */
const leadsOn = (words: readonly TimeWord[], at: number): boolean =>
  words[at]?.plain === 'toi' &&
  /^(?:thu|t|cn|chu|chua|ngay|het|cuoi|mung|mong|bua|hom)$/.test(words[at + 1]?.plain ?? '')

function weekdayAt(words: readonly TimeWord[], at: number): Found<SaidDay> | undefined {
  const from = /^(?:hom|bua|ngay)$/.test(words[at]?.plain ?? '') ? at + 1 : at
  const alone = weekdayAlone(words, from)
  if (!alone) return undefined
  const { is: weekday, next } = alone
  const behind = words[next]?.plain === ',' ? next + 1 : next
  const dated = dateAt(words, behind)
  const isDate = dated && (/^(?:ngay|mung|mong)$/.test(words[behind]?.plain ?? '') || dated.is.month !== undefined)
  if (isDate) return { is: { ...dated.is, weekday }, next: dated.next }
  if (isPhrase(words, next, ['tuần'])) {
    const week = shiftAt(words, next + 1)
    return week
      ? { is: { is: 'weekday', weekday, week: week.is }, next: week.next }
      : { is: { is: 'weekday', weekday }, next }
  }
  const gone = phraseAt(GONE, words, next)
  if (gone) return { is: { is: 'weekday', weekday, isGone: true }, next: gone.next }
  const isHour = /^(?:gio|h|g)$/.test(words[next + 1]?.plain ?? '')
  const shift = leadsOn(words, next) || isHour ? undefined : shiftAt(words, next)
  if (!shift || shift.is < 0) return { is: { is: 'weekday', weekday }, next }
  if (shift.is === 2) return { is: { is: 'weekday', weekday, week: 2 }, next: shift.next }
  return { is: { is: 'weekday', weekday, ...(shift.is === 1 && { isNext: true }) }, next: shift.next }
}

const PARTS = phrasesOf<Part>([
  ['first', 'đầu'],
  ['middle', 'giữa'],
  ['last', 'cuối'],
  ['end', 'hết'],
])

/** "Đầu tháng 12", "cuối năm", "tuần sau nữa". `isWhole`: "tháng 12" alone is one too. */
function stretchAt(words: readonly TimeWord[], at: number, isWhole: boolean): Found<SaidDay> | undefined {
  const part = phraseAt(PARTS, words, at)
  const from = part?.next ?? at
  const named = { is: 'stretch' as const, ...(part && { part: part.is }) }
  if (isPhrase(words, from, ['tuần'])) {
    const shift = shiftAt(words, from + 1)
    if (!part && !(shift && shift.is > 0)) return undefined
    return { is: { ...named, unit: 'week', ahead: shift?.is ?? 0 }, next: shift?.next ?? from + 1 }
  }
  const year = yearAt(words, from, false)
  if (year && ((year.is.is === 'ahead' && year.is.years > 0) || part))
    return { is: { ...named, unit: 'year', year: year.is }, next: year.next }
  if (part && isPhrase(words, from, ['năm'])) return { is: { ...named, unit: 'year', ahead: 0 }, next: from + 1 }
  if (words[from]?.plain !== 'thang') return undefined
  const months = monthsAt(words, from)
  const month = months.find(({ is }) => is.is === 'ahead') ?? months[0]
  if (!month) return part ? { is: { ...named, unit: 'month', ahead: 0 }, next: from + 1 } : undefined
  if (month.is.is === 'ahead' && month.is.months <= 0 && !part) return undefined
  if (month.is.is === 'ahead') return { is: { ...named, unit: 'month', ahead: month.is.months }, next: month.next }
  if (!part && !isWhole) return undefined
  const written = words[month.next]?.plain === '/' && /^\d{4}$/.test(words[month.next + 1]?.plain ?? '')
  const of: Found<SaidYear> | undefined = written
    ? { is: { is: 'number', year: Number(words[month.next + 1]?.plain) }, next: month.next + 2 }
    : yearAt(words, month.next, true)
  return {
    is: { ...named, unit: 'month', month: month.is, ...(of && { year: of.is }) },
    next: of?.next ?? month.next,
  }
}

function offsetAt(words: readonly TimeWord[], at: number): Found<SaidDay> | undefined {
  if (phraseAt(OTHER_DAY, words, at)) return { is: { is: 'the other day' }, next: at + 2 }
  const night = phraseAt(LAST_NIGHT, words, at)
  const offset = phraseAt(OFFSETS, words, at)
  if (night && night.next >= (offset?.next ?? 0)) return { is: { is: 'last night' }, next: night.next }
  const [before, word] = [words[at - 1]?.plain ?? '', words[at]]
  if (!offset || (word?.plain === 'nay' && BEFORE_NAY.test(before))) return undefined
  if (offset.is === 0 && (SOME.test(before) || (word?.plain === 'nay' && HALF_OF_NAY.test(before)))) return undefined
  const isGuess = word?.marked === 'mot' || word?.marked === 'moi'
  if (word?.plain === 'mot' && TEN.test(before)) return undefined
  if (word?.marked === 'moi' && words.some(({ plain, marked }) => plain !== marked)) return undefined
  if (isGuess && !AFTER_GUESS.test(words[at + 1]?.plain ?? '') && !clockAt(words, at + 1)) return undefined
  return { is: { is: 'offset', days: offset.is }, next: offset.next }
}

/** The day that begins at a place, said in the most words that make one. `isWhole`: nothing but a day is expected there. */
export function dayAt(words: readonly TimeWord[], at: number, isWhole = false): Found<SaidDay> | undefined {
  if (phraseAt(SOME_DAY, words, at) || phraseAt(SOME_DAY, words, at - 1)) return undefined
  const ways = [
    weekdayAt(words, at),
    countedAt(words, at),
    offsetAt(words, at),
    stretchAt(words, at, isWhole),
    dateAt(words, at, isWhole),
  ]
  return ways.reduce<Found<SaidDay> | undefined>(
    (best, it) => (it && (!best || it.next > best.next) ? it : best),
    undefined,
  )
}
