import { MINUTE, daysAfter, startOfVietnamDay, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { type SaidMoment, momentsOf } from './moments.ts'
import { type DayPart, minutesOf, PART_BEGINS, type SaidClock } from './said-clock.ts'
import { inOurOrder } from './spelled-date.ts'
import { whichDay } from './which-day.ts'

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
  /** Why it must be asked back. */
  doubt?: string
}

type Reading = Spoken | undefined | 'impossible'

export const instantOf = (day: VietnamDay, minutes: number): number => startOfVietnamDay(day) + minutes * MINUTE

/** An instant as what was said. */
export const spokenAt = (at: number): Spoken => {
  const day = toVietnamDay(at)
  return { day, minutes: Math.floor((at - startOfVietnamDay(day)) / MINUTE) }
}

/** Without "sáng" or "chiều" an hour this early may be one after noon as well: who comes back seldom does so before dawn. */
const EARLY = { from: 4, to: 6 }

/** Minutes after midnight of an hour at which something begins, or ends, the likelier first. */
export function hoursOf(clock: SaidClock, part: DayPart | undefined, side: 'from' | 'to'): number[] {
  const own = minutesOf(clock, part)
  const isOpen = part === undefined && clock.half === undefined && clock.isWritten !== true
  const later = own.filter((at) => isOpen && at >= 60 && at < (EARLY[side] + 1) * 60).map((at) => at + 12 * 60)
  return side === 'from' ? [...own, ...later] : [...later, ...own]
}

/** "2h khuya mai": in the night before that day or in the one that follows it. */
const isBetweenDays = (minutes: number, part: DayPart | undefined): boolean =>
  (part === 'late' || part === 'night') && minutes < 4 * 60

/** What is said of one moment, in each way that it can be meant. */
function readMoment({ day, clock, part, wait, isNow }: SaidMoment, side: 'from' | 'to', now: number): Reading[] {
  if (isNow) return [{ isNow: true }]
  if (wait !== undefined) return [spokenAt(now + wait * MINUTE)]
  const which = day && whichDay(day, toVietnamDay(now), 'near')
  if (which === 'impossible' || (day && which === undefined)) return ['impossible']
  const doubt = which?.doubt !== undefined && day?.is !== 'counted' ? { doubt: which.doubt } : {}
  const days = which ? [which.day, ...(which.otherwise === undefined ? [] : [which.otherwise])] : [undefined]
  if (!clock) {
    const about = part === undefined ? {} : { about: PART_BEGINS[part] }
    return days.map((it) => ({ ...(it !== undefined && { day: it }), ...about, ...doubt }))
  }
  const hours = hoursOf(clock, part, side)
  if (hours.length === 0) return ['impossible']
  return days.flatMap((it) =>
    hours.flatMap((minutes): Spoken[] => {
      const spoken = { minutes, ...doubt }
      if (it === undefined) return [spoken]
      const own = { ...spoken, day: it }
      return isBetweenDays(minutes, part) ? [own, { ...spoken, day: daysAfter(it, 1) }] : [own]
    }),
  )
}

/**
 * The readings of the time in a text at which something begins, or ends. Several times of which none is said to be the one
 * are none.
 */
export function readSide(text: string, side: 'from' | 'to', now: number): Reading[] {
  const moments = momentsOf(tidy(inOurOrder(text)))
  const [first, ...more] = moments
  if (!first) return [undefined]
  const read = (meant: readonly (SaidMoment | undefined)[]) =>
    meant.flatMap((it) => (it === undefined ? [] : readMoment(it, side, now)))
  if (more.length === 0) return read(first.meant)
  const wanted = moments.filter((it) => it.side === side)
  const [one] = wanted
  if (!one || wanted.length > 1) return [undefined]
  // "Từ 7h tới 9h sáng mai": the day that is named once is the day of both.
  const shared =
    side === 'from' && one.meant[0].day === undefined ? moments.find((it) => it.meant[0].day)?.meant[0].day : undefined
  return read(one.meant.map((it) => (it && shared ? { ...it, day: shared } : it)))
}
