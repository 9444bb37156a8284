import { daysAfter, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { lastOfMonth, toDay } from './calendar.ts'
import { dayAt, lengthAt, type SaidDay, type Unit } from './said-day.ts'
import { inOurOrder } from './spelled-date.ts'
import { phraseAt, phrasesOf, type TimeWord, timeWords } from './time-words.ts'
import { type Which, whichDay } from './which-day.ts'

/** From one day to another, both included. */
interface Stay {
  from: VietnamDay
  to: VietnamDay
  /** Why it must be asked back. */
  doubt?: string
}

interface Length {
  count: number
  unit: Unit
}

interface Told {
  days: { said: SaidDay; isEnd: boolean }[]
  lengths: Length[]
}

const TO = phrasesOf([[true, 'đến, tới, cho đến, cho tới, hết, until, till, to, toi, den']])
/** Behind these a day or a length is not the one that is meant, or one of two. */
const DOUBTED = /^(?:không|khong|ko|hông|hong|hoặc|hoac|hay|trừ|chưa|chua)$/

/** The days and lengths of a sentence; undefined where a number in it belongs to none, or where it denies or offers another. */
function told(words: readonly TimeWord[]): Told | undefined {
  const all: Told = { days: [], lengths: [] }
  let isEnd = false
  for (let at = 0; at < words.length;) {
    const word = words[at]
    const day = dayAt(words, at, true)
    const length = lengthAt(words, at)
    const to = phraseAt(TO, words, at)
    if (length && length.next >= (day?.next ?? 0)) {
      all.lengths.push(length.is)
      at = length.next
    } else if (day) {
      all.days.push({ said: day.is, isEnd })
      isEnd = false
      at = day.next
    } else if (to || /^[-–—~→]$/.test(word?.plain ?? '')) {
      isEnd = true
      at = to?.next ?? at + 1
    } else {
      if (/^\d/.test(word?.plain ?? '') || DOUBTED.test(word?.marked ?? '')) return undefined
      at++
    }
  }
  return all
}

/** The last day of a stay of some months: a stay from 1 June for six months ends on 30 November. */
function endOfMonths(from: VietnamDay, months: number): VietnamDay {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const at = month - 1 + months
  const sameDate = toDay(year + Math.floor(at / 12), (at % 12) + 1, date)
  return sameDate ? daysAfter(sameDate, -1) : lastOfMonth(year, at + 1)
}

const afterLength = (from: VietnamDay, { count, unit }: Length): VietnamDay =>
  unit === 'month' || unit === 'year'
    ? endOfMonths(from, unit === 'year' ? count * 12 : count)
    : daysAfter(from, count * (unit === 'week' ? 7 : unit === 'half month' ? 15 : 1) - 1)

/** "1 năm 6 tháng" is one length. */
function oneLength(lengths: readonly Length[]): Length | undefined {
  const [first, second] = lengths
  if (lengths.length === 2 && first?.unit === 'year' && second?.unit === 'month')
    return { count: first.count * 12 + second.count, unit: 'month' }
  return lengths.length === 1 ? first : undefined
}

/** "Mùng 5 tháng 12 tới 5 tháng 6": of the sun where the other day is. */
const besideSolar = (said: SaidDay, other: SaidDay): SaidDay =>
  said.is === 'date' &&
  said.isByMoon &&
  said.calendar === undefined &&
  !(other.is === 'date' && (other.isByMoon || other.calendar === 'lunar'))
    ? { ...said, calendar: 'solar' }
    : said

const waysOf = (which: Which): { day: VietnamDay; doubt?: string }[] =>
  typeof which !== 'object'
    ? []
    : [
        { day: which.day, ...(which.doubt !== undefined && { doubt: which.doubt }) },
        ...(which.otherwise === undefined ? [] : [{ day: which.otherwise, doubt: 'Tôi hiểu là:' }]),
      ]

/** What is counted ("nửa năm nữa") beside no day is how long it lasts. */
const asLength = (said: SaidDay | undefined): Length | undefined =>
  said?.is === 'counted' && !said.isPast ? { count: said.count, unit: said.unit } : undefined

/** A stay as it was said, in each way that it can be meant; undefined where its end is not told. */
export function readStay(text: string, now: number): Stay[] | undefined | 'impossible' {
  const words = timeWords(tidy(inOurOrder(text)))
  const all = told(words)
  if (!all) return undefined
  const today = toVietnamDay(now)
  const [first, second, ...more] = all.days
  if (more.length > 0) return undefined
  const length = oneLength(all.lengths) ?? (second === undefined ? asLength(first?.said) : undefined)
  if (length) {
    if (length.count < 1) return 'impossible'
    if (second !== undefined) return undefined
    if (first === undefined || all.lengths.length === 0)
      return [
        { from: today, to: afterLength(today, length), doubt: 'Ông/bà chưa ghi từ ngày nào, tôi tính từ hôm nay:' },
      ]
    const which = whichDay(first.said, today, 'future')
    if (typeof which !== 'object') return which
    return waysOf(which).map(({ day, doubt }) => ({
      from: day,
      to: afterLength(day, length),
      ...(doubt !== undefined && { doubt }),
    }))
  }
  if (all.lengths.length > 0 || !first) return undefined
  if (second)
    return second.isEnd
      ? between(besideSolar(first.said, second.said), besideSolar(second.said, first.said), today)
      : undefined
  if (!first.isEnd) return undefined
  return between({ is: 'offset', days: 0 }, first.said, today, 'Ông/bà chưa ghi từ ngày nào, tôi tính từ hôm nay:')
}

/** A stay is seldom longer, in days. */
const LONGEST_OPEN = 2 * 366

const yearIn = (said: SaidDay): number | undefined =>
  said.is === 'date' && said.calendar !== 'lunar' && said.year?.is === 'number' ? said.year.year : undefined

function between(first: SaidDay, second: SaidDay, today: VietnamDay, why?: string): Stay[] | undefined | 'impossible' {
  const begin = whichDay(first, today, 'future')
  const isDate = second.is === 'date' && second.year === undefined && second.month?.is !== 'ahead'
  // Of a date without its year the first that follows the beginning.
  const after = typeof begin === 'object' && isDate && begin.day > today ? begin.day : today
  const end = whichDay(asEnd(second), after, 'future')
  if (begin === 'impossible' || end === 'impossible') return 'impossible'
  if (begin === undefined || end === undefined) return undefined
  const year = yearIn(second)
  const isShared =
    year !== undefined &&
    first.is === 'date' &&
    first.year === undefined &&
    first.month?.is === 'number' &&
    first.calendar !== 'lunar' &&
    !first.isByMoon
  if (isShared) {
    // The year written once at the end is meant for both, unless the days would stand the wrong way round.
    const sameYear = `${year}${begin.day.slice(4)}`
    const from = sameYear <= end.day ? sameYear : `${year - 1}${begin.day.slice(4)}`
    // Nobody knows whether it begins soon or in that year, where it may be either.
    const isNear = begin.day < from && end.day < daysAfter(begin.day, LONGEST_OPEN)
    return (isNear ? [begin.day, from] : [from]).map((it) => ({ from: it, to: end.day }))
  }
  return waysOf(begin).flatMap((from) =>
    waysOf(end).map((to) => {
      const doubt = why ?? from.doubt ?? to.doubt
      return { from: from.day, to: to.day, ...(doubt !== undefined && { doubt }) }
    }),
  )
}

/** "Tới tháng 6" lasts to its end. */
const asEnd = (said: SaidDay): SaidDay =>
  said.is === 'stretch' && said.part === undefined ? { ...said, part: 'end' } : said
