import { DAY, HOUR, MINUTE, startOfVietnamDay, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import { fold, tidy } from '../../kernel/text.ts'
import { inOurOrder, withDigits } from './spelled-date.ts'
import { readSpokenNumber } from './spoken-number.ts'
import { onTwentyFour } from './twelve-hour-clock.ts'

/** What a text says about time: a calendar day, minutes since midnight, or the present instant. */
export interface Spoken {
  day?: VietnamDay
  /** 0–1440. */
  minutes?: number
  /** Only the part of the day was said: when it begins, minutes since midnight. */
  about?: number
  isNow?: boolean
  /** Counted from another instant, not told. */
  isCounted?: boolean
  /** The day was written without its year. */
  withoutYear?: boolean
  /** Why the day must be asked back. */
  doubt?: string
}

/** Weekdays as JavaScript counts them: Sunday 0. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['chu nhat', 'cn'],
  ['thu 2', 'thu hai', 't2'],
  ['thu 3', 'thu ba', 't3'],
  ['thu 4', 'thu tu', 't4'],
  ['thu 5', 'thu nam', 't5'],
  ['thu 6', 'thu sau', 't6'],
  ['thu 7', 'thu bay', 't7'],
]

const RELATIVE: Record<string, number> = {
  'hom kia': -2,
  'bua kia': -2,
  'hom qua': -1,
  'hum qua': -1,
  'toi qua': -1,
  '(?<!vua |tuan |thang |nam )qua$': -1,
  'dem qua': -1,
  'sang qua': -1,
  'chieu qua': -1,
  'bua qua': -1,
  'hom nay': 0,
  'bua nay': 0,
  hnay: 0,
  '(?<!tuan |thang |nam )nay': 0,
  'ngay mai': 1,
  mai: 1,
  'ngay mot': 2,
  mot: 2,
  'ngay kia': 2,
}

/** A real calendar day or undefined: 31/02 does not roll over into March. */
export function toDay(year: number, month: number, date: number): VietnamDay | undefined {
  const instant = new Date(Date.UTC(year, month - 1, date))
  const isReal = year > 0 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date
  return isReal ? instant.toISOString().slice(0, 10) : undefined
}

export const daysAfter = (day: VietnamDay, days: number): VietnamDay =>
  toVietnamDay(startOfVietnamDay(day) + days * DAY)

const PARTS: Record<string, number> = {
  sang: 6 * 60,
  trua: 11 * 60,
  chieu: 13 * 60,
  toi: 18 * 60,
  dem: 20 * 60,
  khuya: 22 * 60,
}
const PART = /(?:^| )(sang|trua|chieu|toi|dem|khuya)(?: |$)/

/** "Nửa đêm" ends the day that it is said of, "giữa trưa" is noon; "8 rưỡi tối" and "6 giờ kém 15" as a clock says them. */
const asClock = (text: string): string =>
  text
    .replace(/(?:^| )(?:nua dem|12 dem|midnight)(?= |$)/, ' 24h')
    .replace(/(?:^| )(?:giua trua|dung ngo|noon)(?= |$)/, ' 12h')
    .replace(/(?<=\d) o clock(?= |$)/, 'h')
    .replace(/(?<![\d/])(\d{1,2}) ruoi(?= (?:sang|trua|chieu|toi|dem|khuya)|$)/, '$1h30')
    .replace(
      /(?<!\d)(\d{1,2}) ?(?:h|g|gio) ?kem (\d{1,2})(?: ?(?:phut|ph|p))?(?!\d)/,
      (_, hour: string, less: string) => `${(Number(hour) + 23) % 24}h${60 - Number(less)}`,
    )

function readMinutes(text: string): { minutes: number; rest: string } | undefined | 'impossible' {
  const clock =
    /(?:luc )?(?<!\d)(\d{1,2}) ?(?:h(?![a-z])|gio|g(?!i)|:) ?(?:(\d{1,2})(?![\d/])(?: ?(?:phut|ph|p))?|(ruoi))?(?!\d)(?: ?(sang|trua|chieu|toi|dem|khuya))?/.exec(
      text,
    )
  if (!clock) return undefined
  let hour = Number(clock[1])
  const minute = clock[3] ? 30 : Number(clock[2] ?? 0)
  // "sáng mai" tells the part of the day as well as "mai sáng" does.
  const part = clock[4] ?? PART.exec(text)?.[1]
  if (
    hour < 12 &&
    (part === 'chieu' ||
      part === 'toi' ||
      (part === 'trua' && hour < 4) ||
      ((part === 'dem' || part === 'khuya') && hour > 5))
  )
    hour += 12
  else if (hour === 12 && (part === 'dem' || part === 'khuya')) hour = 24
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return 'impossible'
  return {
    minutes: hour * 60 + minute,
    rest: text
      .replace(clock[0], ' ')
      .replace(/(?:^| )(?:sang|trua|chieu|toi|dem|khuya)(?= |$)/, ' ')
      .trim(),
  }
}

/** "Ngày 24", without its month: the next one that comes. */
function nextDate(date: number, today: VietnamDay): { day: VietnamDay; withoutYear: true } | 'impossible' {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  for (let ahead = 0; ahead < 3; ahead++) {
    const day = toDay(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, date)
    if (day !== undefined && day >= today) return { day, withoutYear: true }
  }
  return 'impossible'
}

/** Numbers before a unit of time, said in words; "mốt" is the day after tomorrow and stays. */
const WORDS_BEFORE_UNIT =
  /(?<= |^)((?:hai muoi|muoi) (?:mot|hai|ba|bon|tu|lam|sau|bay|tam|chin)|hai muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?=(?:ngay|hom|bua|tuan|tieng|gio)(?: |$))/g
/** "Tám giờ kém mười lăm", "bảy giờ ba mươi phút"; "7 giờ mốt" is the day after tomorrow. */
const WORDS_AFTER_HOUR =
  /(?<=\d ?(?:h|g|gio)(?: kem)? )((?:(?:hai|ba|bon|nam) )?muoi(?: (?:mot|hai|ba|bon|tu|lam|sau|bay|tam|chin))?|nam)(?= (?:phut|ph|p|sang|trua|chieu|toi|dem|khuya)(?: |$)|$)/
const withCounts = (text: string): string =>
  text
    .replace(WORDS_BEFORE_UNIT, (_, words: string) => `${readSpokenNumber(words) ?? words} `)
    .replace(WORDS_AFTER_HOUR, (words) => String(readSpokenNumber(words) ?? words))

function readDay(
  text: string,
  today: VietnamDay,
): { day: VietnamDay; withoutYear?: boolean; isCounted?: boolean } | undefined | 'impossible' {
  const spoken = /(\d{1,2})\s*(?:thang|[/.-])\s*(\d{1,2})(?:\s*(?:nam|[/.-])\s*(\d{4}|\d{2})(?!\d))?/.exec(text)
  if (spoken) {
    const [date, month] = [Number(spoken[1]), Number(spoken[2])]
    const thisYear = Number(today.slice(0, 4))
    if (spoken[3] === undefined) {
      const day = toDay(thisYear, month, date)
      // A day just gone by without a year means last week's, not next year's, unless half a year lies between.
      const passed = day !== undefined && startOfVietnamDay(today) - startOfVietnamDay(day) > 180 * DAY
      const chosen = passed ? toDay(thisYear + 1, month, date) : day
      return chosen ? { day: chosen, withoutYear: true } : 'impossible'
    }
    const day = toDay(spoken[3].length === 2 ? 2000 + Number(spoken[3]) : Number(spoken[3]), month, date)
    return day ? { day } : 'impossible'
  }
  const run = /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/.exec(text)
  if (run) {
    const day = toDay(Number(run[3]), Number(run[2]), Number(run[1]))
    return day ? { day } : 'impossible'
  }
  for (const [word, days] of Object.entries(RELATIVE))
    if (new RegExp(`(?:^| )${word}(?: |$)`).test(text)) return { day: daysAfter(today, days) }
  for (const [weekday, names] of WEEKDAYS.entries())
    if (new RegExp(`(?:^| )(?:${names.join('|')})(?: |$)`).test(text)) {
      const now = new Date(`${today}T00:00:00Z`).getUTCDay()
      // The week begins on Monday: "chủ nhật tuần sau" is the day after "thứ 7 tuần sau".
      const inWeek = ((weekday + 6) % 7) - ((now + 6) % 7)
      if (/tuan (?:truoc|roi|qua|vua roi)/.test(text)) return { day: daysAfter(today, inWeek - 7), isCounted: true }
      if (/(?:vua|moi) (?:roi|qua)/.test(text))
        return { day: daysAfter(today, inWeek < 0 ? inWeek : inWeek - 7), isCounted: true }
      if (/tuan (?:sau|toi) nua/.test(text)) return { day: daysAfter(today, inWeek + 14) }
      if (/tuan (?:sau|toi)/.test(text)) return { day: daysAfter(today, inWeek + 7) }
      return { day: daysAfter(today, /tuan nay/.test(text) || inWeek >= 0 ? inWeek : inWeek + 7) }
    }
  const count = /(?:^| )(?:cach day |khoang )?(\d{1,3}) (ngay|hom|bua|tuan)(?: (nua|sau|toi|truoc|roi))?(?: |$)/.exec(
    text,
  )
  const isPast = count?.[3] === 'truoc' || count?.[3] === 'roi' || /cach day/.test(text)
  if (count && (isPast || count[3] !== undefined))
    return {
      day: daysAfter(today, Number(count[1]) * (count[2] === 'tuan' ? 7 : 1) * (isPast ? -1 : 1)),
      isCounted: true,
    }
  const date = /(?:^| )ngay (\d{1,2})(?: |$)/.exec(text)
  if (date) return nextDate(Number(date[1]), today)
  return undefined
}

/** Reads `5/3/2030 7h`, `mai`, `thứ 6 tuần sau`, `8h rưỡi`, `1h chiều`, always day before month. */
export function readTime(text: string, now: number): Spoken | undefined | 'impossible' {
  // Folded, "bảy giờ" is also "bây giờ".
  const marked = tidy(text)
    .replace(/(?<!\p{L})bảy(?= giờ)/giu, '7')
    // Folded, "tới" is also "tối".
    .replace(/(?<=(?:tuần|tháng|năm|ngày|hôm|bữa) )tới(?!\p{L})/giu, 'sau')
    .replace(/(?<!\p{L})tới(?!\p{L})/giu, 'den')
  const typed = fold(marked).replace(/(\d) *: *(\d)/g, '$1:$2')
  if (/^(?:di )?(?:(?:ngay |lien )?bay gio(?: lien)?|lien|ngay(?: lien)?)(?: luon)?$/.test(typed))
    return { isNow: true }
  // "Mai mốt" is some day; of two times named nobody can know which.
  if (/(?:^| )mai mot(?: |$)|(?:^| )(?:hay|hoac)(?: |$)/.test(typed)) return undefined
  // `fold` turns "7:30" and "5.3.2030" into spaced digits, so these are read from the text as typed.
  const raw = inOurOrder(onTwentyFour(marked))
    .replace(/(\d{1,2}):(\d{2})/g, ' $1h$2 ')
    .replace(/(\d)\.(?=\d)/g, '$1/')
  const plain = asClock(withCounts(withDigits(fold(raw).replace(/[–—]/g, '-'))))
  const hours = /^(?:khoang |sau )?(\d{1,3}) (?:tieng|gio)(?: dong ho)? (?:nua|sau)$/.exec(plain)
  if (hours) {
    const at = now + Number(hours[1]) * HOUR
    return { day: toVietnamDay(at), minutes: Math.floor((at - startOfVietnamDay(toVietnamDay(at))) / MINUTE) }
  }
  const soon =
    /^(?:khoang |chung )?(?:(nua|\d{1,2}) (?:tieng|gio)( ruoi)?|(\d{1,3}) (?:phut|ph|p)) (?:nua|sau)(?: di)?$/.exec(
      plain,
    )
  if (soon && (soon[1] === 'nua' || soon[2] || soon[3])) {
    const minutes = soon[3] ? Number(soon[3]) : soon[1] === 'nua' ? 30 : Number(soon[1]) * 60 + 30
    const at = now + minutes * MINUTE
    return { day: toVietnamDay(at), minutes: Math.floor((at - startOfVietnamDay(toVietnamDay(at))) / MINUTE) }
  }
  const clock = readMinutes(plain)
  if (clock === 'impossible') return 'impossible'
  const day = readDay(clock?.rest ?? plain, toVietnamDay(now))
  if (day === 'impossible') return 'impossible'
  if (!day && !clock) return undefined
  const about = clock ? undefined : PARTS[PART.exec(plain)?.[1] ?? '']
  return { ...day, ...(clock ? { minutes: clock.minutes } : {}), ...(about === undefined ? {} : { about }) }
}

export const instantOf = (day: VietnamDay, minutes: number): number => startOfVietnamDay(day) + minutes * MINUTE
