import {
  daysAfter,
  renderDay,
  renderInstant,
  sinceMidnight,
  startOfVietnamDay,
  toVietnamDay,
  weekdayOf,
} from '../kernel/clock.ts'
import { isDayOff, nextWorkingDay } from './days-off.ts'
import { province } from './province.ts'
import { areRecorded, workCalendarFor } from './work-calendar.ts'

const { desk } = province

/**
 * The first instant from `at` on at which an officer may look at what was filed. Epoch milliseconds. By the calendar of the centre
 * once somebody has recorded it; until then within hours in which every office is at work.
 */
export function nextDeskTime(at: number): number {
  if (areRecorded()) return firstWorkFrom(at)
  const day = toVietnamDay(at)
  const begins = (of: string): number => startOfVietnamDay(of) + sinceMidnight(desk.opens)
  const isOver = at >= startOfVietnamDay(day) + sinceMidnight(desk.closes)
  return isDayOff(day) || isOver ? begins(nextWorkingDay(day)) : Math.max(at, begins(day))
}

function firstWorkFrom(at: number): number {
  const { workOn } = workCalendarFor(province.centre.code)
  for (let day = toVietnamDay(at); ; day = daysAfter(day, 1)) {
    // A calendar with a gap of months is not recorded, so that this ends.
    const stretch = workOn(day).find(({ to }) => to > at)
    if (stretch) return Math.max(at, stretch.from)
  }
}

export const isDeskOpen = (at: number): boolean => nextDeskTime(at) === at

/** `07:30 hôm nay`, `sáng thứ Hai 30/11`: when desks open, as it is said at `now`. */
export function renderDeskTime(at: number, now: number): string {
  const day = toVietnamDay(at)
  return day === toVietnamDay(now)
    ? `${renderInstant(at).slice(0, 5)} hôm nay`
    : `sáng ${weekdayOf(day)} ${renderDay(day).slice(0, 5)}`
}

/** When desks work. */
export const DESK_HOURS = `Giờ làm việc: ${desk.said}.`

/** A telephone as citizens read it: that of an agency, else the province's line. */
export const renderTelephone = (telephone: string | undefined): string => telephone ?? `${desk.telephone} (miễn phí)`

/** When desks work, and where to ask the way. */
export const deskLine = (telephone: string | undefined): string =>
  `${DESK_HOURS} Hỏi đường, hỏi giờ: gọi ${renderTelephone(telephone)}.`
