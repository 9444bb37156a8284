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

/** What an installation begins with. */
export const seededCalendars = file as CalendarsFile

/** Which calendar an agency keeps, from which day on, in the order of the days; none where it keeps that of most. */
type KeptBy = (agency: string) => readonly { from: VietnamDay; id: string | undefined }[]

function open(document: CalendarsFile, keptBy: KeptBy) {
  const byId = new Map(document.calendars.map((it) => [it.id, workCalendarOf(it, document)]))
  const usual = new Map(document.calendars.flatMap(({ id, agencies = [''] }) => agencies.map((agency) => [agency, id])))
  const ofAgency = new Map<string, WorkCalendar>()
  const find = (id: string | undefined): WorkCalendar => {
    const calendar = byId.get(id ?? '') ?? byId.get(usual.get('') ?? '')
    if (!calendar) throw new RangeError('there is no calendar without agencies')
    return calendar
  }
  const compose = (agency: string): WorkCalendar => {
    const inOrder = keptBy(agency).toReversed()
    const own = find(usual.get(agency))
    if (!inOrder.some(({ id }) => id !== undefined)) return own
    return {
      workOn: (day) => {
        const id = inOrder.find(({ from }) => from <= day)?.id
        return (id === undefined ? own : find(id)).workOn(day)
      },
    }
  }
  return {
    document,
    of: (agency: string): WorkCalendar => {
      const known = ofAgency.get(agency)
      if (known) return known
      const fresh = compose(agency)
      ofAgency.set(agency, fresh)
      return fresh
    },
  }
}

// One process works for one province: everything that counts in it counts by the same calendars, and asks for them anew each time.
let inForce = open(seededCalendars, () => [])

/** From now on everything is counted by these. What was counted before stays as acts recorded it. */
export function adoptCalendars(document: CalendarsFile, keptBy: KeptBy = () => []): void {
  inForce = open(document, keptBy)
}

/** Whether somebody has recorded when agencies work; what the program comes with is only what most of them keep. */
export const areRecorded = (): boolean => inForce.document !== seededCalendars

/** The calendar of an agency, by its code. */
export const workCalendarFor = (agency: string): WorkCalendar => inForce.of(agency)

/** The calendars that an agency may keep. */
export const calendarNames = (): { id: string; name: string }[] =>
  inForce.document.calendars.map(({ id, name }) => ({ id, name }))

/** Months before a year begins from which an unreviewed one is told. */
const TOLD_BEFORE = 4

/** Years that dates are counted in by `at` plus some months, whose holidays nobody has compared with the government's plan. */
export function unreviewedYears(
  at: number,
  { reviewed }: Pick<CalendarsFile, 'reviewed'> = inForce.document,
): number[] {
  const known = new Set(reviewed.map(({ year }) => year))
  const day = toVietnamDay(at)
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const near = month > 12 - TOLD_BEFORE ? [year, year + 1] : [year]
  return near.filter((it) => !known.has(it))
}
