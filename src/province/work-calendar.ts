import file from '#province/calendars.json' with { type: 'json' }
import { sinceMidnight, startOfVietnamDay, toVietnamDay, type VietnamDay } from '../kernel/clock.ts'
import { nameHoliday } from './days-off.ts'
import type { CalendarsFile } from './province-format.ts'

/** An unbroken stretch of work, `from` inclusive and `to` exclusive, in epoch milliseconds. */
export interface Stretch {
  from: number
  to: number
}

/** When an agency works. */
export interface WorkCalendar {
  /** In order of time; empty on a day on which nobody works. */
  workOn: (day: VietnamDay) => readonly Stretch[]
}

/** 1 is Monday, 7 Sunday. */
const weekdayNumber = (day: VietnamDay): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

function stretchOf(day: VietnamDay, hours: string): Stretch {
  const midnight = startOfVietnamDay(day)
  const [from = '', to = ''] = hours.split('-')
  return { from: midnight + sinceMidnight(from), to: midnight + sinceMidnight(to) }
}

type Calendar = CalendarsFile['calendars'][number]

/** The calendar with this id, as a file of the province describes it. Years are remembered day by day. */
export function workCalendarOf({ periods }: Calendar, { swaps, closures }: CalendarsFile): WorkCalendar {
  const swapped = new Map(swaps.map(({ on, off }) => [on, off]))
  const free = new Set([...swaps.map(({ off }) => off), ...closures.map(({ day }) => day)])
  const inOrder = periods.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const hoursOf = (day: VietnamDay, likeDay: VietnamDay): readonly string[] =>
    inOrder
      .find(({ from }) => from <= day)
      ?.week.filter(({ days }) => days.includes(weekdayNumber(likeDay)))
      .flatMap(({ hours }) => hours) ?? []
  const workOn = (day: VietnamDay): readonly Stretch[] => {
    const inPlaceOf = swapped.get(day)
    const isFree = free.has(day) || (inPlaceOf === undefined && nameHoliday(day) !== undefined)
    return isFree ? [] : hoursOf(day, inPlaceOf ?? day).map((hours) => stretchOf(day, hours))
  }
  const known = new Map<VietnamDay, readonly Stretch[]>()
  return {
    workOn: (day) => {
      const remembered = known.get(day)
      if (remembered) return remembered
      const stretches = workOn(day)
      known.set(day, stretches)
      return stretches
    },
  }
}

const calendars = file as CalendarsFile

const byAgency = new Map(
  calendars.calendars.flatMap((calendar) => {
    const work = workCalendarOf(calendar, calendars)
    return (calendar.agencies ?? ['']).map((agency): [string, WorkCalendar] => [agency, work])
  }),
)

/** The calendar of an agency, by its code. */
export function workCalendarFor(agency: string): WorkCalendar {
  const calendar = byAgency.get(agency) ?? byAgency.get('')
  if (!calendar) throw new RangeError('province/calendars.json has no calendar without agencies')
  return calendar
}

/** Months before a year begins from which an unreviewed one is told. */
const TOLD_BEFORE = 4

/** Years that dates are counted in by `at` plus some months, whose holidays nobody has compared with the government's plan. */
export function unreviewedYears(at: number, { reviewed }: Pick<CalendarsFile, 'reviewed'> = calendars): number[] {
  const known = new Set(reviewed.map(({ year }) => year))
  const day = toVietnamDay(at)
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const near = month > 12 - TOLD_BEFORE ? [year, year + 1] : [year]
  return near.filter((it) => !known.has(it))
}

/** The calendars that an agency may keep. */
export const calendarNames = (): { id: string; name: string }[] =>
  calendars.calendars.map(({ id, name }) => ({ id, name }))
