import { festivalAt } from './said-festival.ts'
import { numbersAt } from './said-number.ts'
import { lunarMonthAt, monthsAt, type SaidMonth, type SaidYear, shiftAt, yearAt } from './said-year.ts'
import { type Found, formsOf, meantBy, phraseAt, phrasesOf, type TimeWord } from './time-words.ts'

/** A day by its date, as far as it was said. */
export interface SaidDate {
  is: 'date'
  date: number
  month?: SaidMonth
  year?: SaidYear
  calendar?: 'solar' | 'lunar'
  /** "Mùng", said of the moon and, by some, of the sun. */
  isByMoon?: true
  isLeap?: true
  /** Monday 0: the day of the week that was said with it. */
  weekday?: number
}

const CALENDARS = phrasesOf<'solar' | 'lunar'>([
  [
    'solar',
    'dương lịch, dương, dl, tây, tây lịch, lịch tây, lịch dương, bên tây, bên dương, theo tây, theo dương, theo lịch tây, theo dương lịch',
  ],
  [
    'lunar',
    'âm lịch, âm, âl, ta, lịch ta, lịch âm, bên ta, bên âm, theo ta, theo âm, theo lịch ta, theo âm lịch, lịch mình',
  ],
])
const calendarAt = (words: readonly TimeWord[], at: number): Found<'solar' | 'lunar'> | undefined =>
  phraseAt(CALENDARS, words, at)

const BEFORE_DATE = formsOf<'day' | 'moon' | 'full moon'>([
  ['day', 'ngày hôm bữa hum'],
  ['moon', 'mùng mồng'],
  ['full moon', 'rằm'],
])

/** "Hôm hai", "bữa ba" are no days of a month; "bữa hăm hai" is. */
const BEFORE_BIG = /^(?:hom|bua|hum)$/

const isSign = (word: TimeWord | undefined): boolean => word !== undefined && /^[/.–—-]$/.test(word.plain)
const isNumber = (word: TimeWord | undefined, most: number): word is TimeWord =>
  word !== undefined && word.plain.length <= most && /^\d+$/.test(word.plain)

const yearOfDigits = (digits: string): SaidYear =>
  digits.length === 4 ? { is: 'number', year: Number(digits) } : { is: 'short', year: Number(digits) }

interface Start {
  date: number
  calendar?: 'solar' | 'lunar'
  isByMoon?: true
}

/** What may follow day and month: the year, the calendar, "nhuận", in any order. */
function withTail(
  words: readonly TimeWord[],
  at: number,
  start: Start,
  month: SaidMonth,
  year?: SaidYear,
): Found<SaidDate> {
  const found: SaidDate = { is: 'date', ...start, month, ...(year && { year }) }
  if (month.is === 'number' && month.isLunar) found.calendar = 'lunar'
  let next = at
  for (;;) {
    const from = words[next]?.plain === ',' ? next + 1 : next
    const calendar = calendarAt(words, from)
    if (words[next]?.plain === 'nhuan') {
      found.isLeap = true
      found.calendar = 'lunar'
      next++
    } else if (calendar) {
      found.calendar = calendar.is
      next = calendar.next
    } else if (found.year === undefined) {
      const [sign, digits] = [words[next]?.plain ?? '', words[next + 1]?.plain ?? '']
      if (/^\d{4}$/.test(digits) ? /^[/.-]$/.test(sign) : sign === '/' && /^\d{2}$/.test(digits)) {
        found.year = yearOfDigits(digits)
        next += 2
        continue
      }
      const said = yearAt(words, from, from === next)
      if (!said) break
      found.year = said.is
      next = said.next
    } else break
  }
  return { is: found, next }
}

/** `22/10/1990`, `22-10-90`, `22 10 1990`, `22/10`, the last only with a slash, or where nothing else can be meant. */
function slashedAt(
  words: readonly TimeWord[],
  at: number,
  start: Start,
  isWhole: boolean,
): Found<SaidDate> | undefined {
  const sign = words[at]
  const month = isSign(sign) ? words[at + 1] : sign
  if (!isNumber(month, 2) || Number(month.plain) > 12 || month.plain === '0') return undefined
  const at2 = isSign(sign) ? at + 2 : at + 1
  const sign2 = words[at2]
  const of: SaidMonth = { is: 'number', month: Number(month.plain) }
  const year = isSign(sign2) ? words[at2 + 1] : sign2
  const isEven = isSign(sign) && sign?.plain === sign2?.plain
  const isApart = isSign(sign) && isSign(sign2) && !isEven
  if (
    isNumber(year, 4) &&
    !isApart &&
    (year.plain.length === 4 || (year.plain.length === 2 && (isEven || (isWhole && !isSign(sign) && !isSign(sign2)))))
  )
    return withTail(words, isSign(sign2) ? at2 + 2 : at2 + 1, start, of, yearOfDigits(year.plain))
  if (!isSign(sign) || (sign?.plain !== '/' && !isWhole)) return undefined
  return withTail(words, at2, start, of)
}

/** `1990-10-22`, as computers write it, and `22101990`. */
function byComputerAt(words: readonly TimeWord[], at: number): Found<SaidDate> | undefined {
  const [year, sign, month, sign2, date] = words.slice(at, at + 5)
  if (year && /^\d{8}$/.test(year.plain)) {
    const [, d = '', m = '', y = ''] = /^(\d\d)(\d\d)(\d{4})$/.exec(year.plain) ?? []
    return Number(m) <= 12 && Number(d) <= 31
      ? withTail(words, at + 1, { date: Number(d) }, { is: 'number', month: Number(m) }, yearOfDigits(y))
      : undefined
  }
  if (!year || !/^\d{4}$/.test(year.plain)) return undefined
  const isSpaced = isNumber(sign, 2) && isNumber(month, 2)
  const isSigned = isSign(sign) && sign?.plain === sign2?.plain
  const [ofYear, ofMonth, next] = isSpaced ? [sign, month, at + 3] : [month, date, at + 5]
  if ((!isSpaced && !isSigned) || !isNumber(ofYear, 2) || !isNumber(ofMonth, 2)) return undefined
  const said = { is: 'number', month: Number(ofYear.plain) } as const
  return withTail(words, next, { date: Number(ofMonth.plain) }, said, yearOfDigits(year.plain))
}

/** "Tháng 7 năm 2026 ngày 15". */
function monthFirstAt(words: readonly TimeWord[], at: number): Found<SaidDate> | undefined {
  for (const month of monthsAt(words, at)) {
    const year = yearAt(words, month.next, false)
    const from = year?.next ?? month.next
    const [date] = words[from]?.plain === 'ngay' ? numbersAt(words, from + 1, { pairs: true }) : []
    if (date && date.is >= 1 && date.is <= 31) return withTail(words, date.next, { date: date.is }, month.is, year?.is)
  }
  return undefined
}

const longest = <What>(found: readonly Found<What>[]): Found<What> | undefined =>
  found.reduce<Found<What> | undefined>((best, it) => (best && best.next >= it.next ? best : it), undefined)

/** What follows the number of a day: its month, or what tells that a day was meant. */
function monthBehind(
  words: readonly TimeWord[],
  at: number,
  start: Start,
  { isNamed, isWhole }: { isNamed: boolean; isWhole: boolean },
): Found<SaidDate>[] {
  const slashed = slashedAt(words, at, start, isWhole)
  if (slashed) return [slashed]
  const from = isSign(words[at]) || words[at]?.plain === ',' ? at + 1 : at
  const isSure = isNamed || start.calendar !== undefined
  const found = monthsAt(words, from)
    .filter(({ is }) => is.is === 'number' || isSure || is.months === 0)
    .map(({ is, next }) => withTail(words, next, start, is))
  const lunar = lunarMonthAt(words, at)
  if (lunar) found.push(withTail(words, lunar.next, start, lunar.is))
  if (words[at]?.plain === 'tet' && words[at]?.marked !== 'tét')
    found.push(withTail(words, at + 1, start, { is: 'number', month: start.date > 20 ? 12 : 1, isLunar: true }))
  return found
}

/** "Trung thu vừa rồi", "noel tới": of which year is told by what follows, or by the question. */
function namedDayAt(words: readonly TimeWord[], at: number): Found<SaidDate> | undefined {
  const named = festivalAt(words, at)
  if (!named) return undefined
  const { date, month, isLunar } = named.is
  const found = withTail(
    words,
    named.next,
    { date, ...(isLunar && { calendar: 'lunar' }) },
    { is: 'number', month, ...(isLunar && { isLunar: true }) },
  )
  // "Từ noel tới tết tây" leads on.
  const leadsOn = words[found.next]?.plain === 'toi' && words[found.next + 1] !== undefined
  const shift = found.is.year === undefined && !leadsOn ? shiftAt(words, found.next) : undefined
  return shift ? { ...found, next: shift.next } : found
}

/**
 * A date that begins at a place: "ngày 24", "hăm hai tháng mười tây", "mùng 3 tết", "22/10 năm ngoái". `isWhole`: it is known to be a
 * date, so `3-9` is one.
 */
export function dateAt(words: readonly TimeWord[], at: number, isWhole = false): Found<SaidDate> | undefined {
  let from = at
  let named: 'day' | 'moon' | 'full moon' | undefined
  for (
    let kind = meantBy(BEFORE_DATE, words[from]);
    kind !== undefined && from < at + 3;
    kind = meantBy(BEFORE_DATE, words[from])
  ) {
    named = kind
    from++
  }
  const written = byComputerAt(words, from) ?? monthFirstAt(words, from) ?? namedDayAt(words, at)
  if (written) return written
  if (named === 'full moon') {
    const start: Start = { date: 15, calendar: 'lunar' }
    const calendar = calendarAt(words, from)
    const found = longest(monthBehind(words, calendar?.next ?? from, start, { isNamed: true, isWhole }))
    return found ?? { is: { is: 'date', ...start }, next: calendar?.next ?? from }
  }
  const found = numbersAt(words, from, { pairs: true }).flatMap(({ is: date, next }): Found<SaidDate>[] => {
    if (date < 1 || date > 31) return []
    const calendar = calendarAt(words, next)
    const start: Start = {
      date,
      ...(calendar && { calendar: calendar.is }),
      ...(named === 'moon' && { isByMoon: true }),
    }
    const behind = calendar?.next ?? next
    const dated = monthBehind(words, behind, start, { isNamed: named !== undefined, isWhole })
    // "Hôm sau" is the day after, not the sixth.
    const isBare =
      next === from + 1 &&
      (words[from]?.marked === 'sau' || BEFORE_BIG.test(words[from - 1]?.plain ?? '')) &&
      !/^\d/.test(words[from]?.plain ?? '')
    const isAlone = (named !== undefined && !isBare) || calendar !== undefined
    return [...dated, ...(isAlone ? [{ is: { is: 'date' as const, ...start }, next: behind }] : [])]
  })
  return longest(found)
}
