import { DAY, HOUR, MINUTE, daysAfter, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { clockAt, dayPartAt, type DayPart, type SaidClock } from './said-clock.ts'
import { countAt } from './said-number.ts'
import { dayAt, lengthAt, type Unit } from './said-day.ts'
import { hoursOf, type Spoken, spokenAt } from './spoken-moment.ts'
import { type Found, phraseAt, phrasesOf, type TimeWord, timeWords } from './time-words.ts'

/** Late enough in each part of a day to be back, in minutes. */
const BACK_BY: Readonly<Record<DayPart, number>> = {
  dawn: 6 * 60,
  morning: 10 * 60,
  noon: 13 * 60,
  afternoon: 17 * 60,
  dusk: 18 * 60 + 30,
  evening: 20 * 60,
  night: 22 * 60,
  late: 23 * 60,
}

const SAME_DAY = phrasesOf([[0, 'trong ngày, cùng ngày, nội ngày, trong bữa, nội bữa, hết ngày']])
const NEXT_DAY = phrasesOf([[1, 'hôm sau, bữa sau, ngày sau, hum sau, qua ngày, hôm sau đó, ngày kế, bữa kế']])
const THAT_DAY = phrasesOf([[true, 'hôm đó, bữa đó, ngày đó, hôm ấy, bữa ấy, hum đó']])
const HOURS = phrasesOf([[true, 'tiếng, giờ, tiếng đồng hồ, giờ đồng hồ']])
const NIGHTS = phrasesOf([[true, 'đêm']])
const DAYS: Readonly<Record<Unit, number>> = { day: 1, week: 7, 'half month': 15, month: 30, year: 365 }

/** What a text says that counts from a beginning. */
interface Since {
  days?: number
  hours?: number
  /** "3 bữa nữa": perhaps from today. */
  isMaybeFromToday?: true
  part?: DayPart
  clock?: SaidClock
  /** Something is said that has a day of its own, or that may be meant otherwise. */
  isElse?: true
  returns?: true
}

function hoursAt(words: readonly TimeWord[], at: number): Found<number> | undefined {
  const count = countAt(words, at)
  const unit = count && phraseAt(HOURS, words, count.next)
  if (!count || !unit) return undefined
  const isAfter = /^(?:sau|nua|roi)$/.test(words[unit.next]?.plain ?? '')
  const isClock = words[count.next]?.plain === 'gio' && !isAfter
  return isClock ? undefined : { is: count.is, next: isAfter ? unit.next + 1 : unit.next }
}

function nightsAt(words: readonly TimeWord[], at: number): Found<number> | undefined {
  const count = countAt(words, at)
  const unit = count && phraseAt(NIGHTS, words, count.next)
  return count && unit && { is: count.is, next: unit.next }
}

function sinceIn(words: readonly TimeWord[]): Since {
  const since: Since = {}
  let nights: number | undefined
  for (let at = 0; at < words.length;) {
    const word = words[at]?.plain ?? ''
    const next = phraseAt(NEXT_DAY, words, at)
    const night = nightsAt(words, at)
    const hours = hoursAt(words, at)
    const day = dayAt(words, at)
    const length = lengthAt(words, at)
    const clock = clockAt(words, at)
    const same = phraseAt(SAME_DAY, words, at)
    const that = phraseAt(THAT_DAY, words, at)
    const part = dayPartAt(words, at)
    if (night) {
      nights = night.is
      at = night.next
    } else if (hours && !(clock && clock.next > hours.next)) {
      since.hours = hours.is
      at = hours.next
    } else if (day?.is.is === 'counted' && !day.is.isPast) {
      since.days ??= day.is.count * DAYS[day.is.unit]
      if (words[day.next - 1]?.plain !== 'do' && /^(?:nua|toi)$/.test(words[day.next - 1]?.plain ?? ''))
        since.isMaybeFromToday = true
      at = day.next
    } else if (day && day.next > (next?.next ?? 0) && day.next > (same?.next ?? 0)) return { isElse: true }
    else if (length) {
      since.days ??= length.is.count * DAYS[length.is.unit]
      at = length.next
    } else if (next) {
      since.days ??= 1
      at = next.next
    } else if (same) {
      since.days ??= 0
      at = same.next
    } else if (clock) {
      if (since.clock) return { isElse: true }
      since.clock = clock.is
      at = clock.next
    } else if (that) {
      since.days ??= 0
      at = that.next
    } else if (part) {
      since.part ??= part.is
      at = part.next
    } else {
      if (/^\d/.test(word) || /^(?:hay|hoac|khong|hong|ko|chua|tu)$/.test(word)) return { isElse: true }
      if (/^(?:ve|dia|zia|via|de|ze)$/.test(word)) since.returns = true
      at++
    }
  }
  // "2 ngày 1 đêm": back on the day after so many nights.
  return nights === undefined ? since : { ...since, days: nights }
}

/**
 * "5 ngày", "hai hôm sau", "3 tiếng sau", "trong ngày", "ở lại hai đêm, trưa bữa đó về": counted from the instant at which it
 * begins. `now`: what is said may be counted from now as well. Undefined where nothing counts.
 */
export function readAfter(text: string, start: number, now?: number): Spoken[] | undefined {
  const { days, hours, part, clock, isElse, isMaybeFromToday, returns } = sinceIn(timeWords(tidy(text)))
  const startsOn = toVietnamDay(start)
  if (isElse) return undefined
  if (hours !== undefined && days === undefined && !clock)
    return [{ ...spokenAt(start + hours * HOUR), isCounted: true }]
  if (days !== undefined && days > 99) return undefined
  if (days === undefined) {
    if (!part || clock || !returns) return undefined
    const minutes = BACK_BY[part]
    const isOver = startOfVietnamDay(startsOn) + minutes * MINUTE <= start
    return [{ day: isOver ? daysAfter(startsOn, 1) : startsOn, minutes, isCounted: true }]
  }
  const from = isMaybeFromToday && now !== undefined && toVietnamDay(now) !== startsOn ? [start, now] : [start]
  return from.flatMap((at): Spoken[] => {
    const day = daysAfter(toVietnamDay(at), days)
    if (clock)
      return hoursOf(clock, part, 'to').map((minutes) => ({ day, minutes, ...(days > 1 && { isCounted: true }) }))
    if (part) return [{ day, minutes: BACK_BY[part], isCounted: true }]
    if (days === 0) return [{ ...spokenAt(startOfVietnamDay(day) + DAY - MINUTE), isCounted: true }]
    return [isNextDayAlone(days, text) ? { day, isCounted: true } : { ...spokenAt(at + days * DAY), isCounted: true }]
  })
}

/** "Hôm sau về": at any hour of it. */
const isNextDayAlone = (days: number, text: string): boolean => days === 1 && !/\d|một|mot/u.test(text)
