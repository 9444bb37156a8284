import file from '#province/days-off.json' with { type: 'json' }
import { daysAfter, type VietnamDay } from '../kernel/clock.ts'
import { lunarToSolar } from '../kernel/lunar.ts'
import type { DaysOffFile } from './province-format.ts'

export const isWeekend = (day: VietnamDay): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const { days: KNOWN } = file as DaysOffFile

const pair = (monthAndDay: string): [number, number] => [Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3))]

/** Statutory days before a clash with a weekend moves them (Bộ luật Lao động 2019, Điều 112; domain §3.2). */
function statutory(year: number): [VietnamDay, string][] {
  return KNOWN.filter(({ since = year, until = year }) => since <= year && year <= until).flatMap((known) => {
    if ('solar' in known) return [[`${year}-${known.solar}`, known.name]]
    const { lunar, from = 0, to = 0, name } = known
    const first = lunarToSolar(year, ...pair(lunar))
    const days = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    return first ? days.map((it): [VietnamDay, string] => [daysAfter(first, it), name]) : []
  })
}

const years = new Map<number, ReadonlyMap<VietnamDay, string>>()

function daysOffOf(year: number): ReadonlyMap<VietnamDay, string> {
  const known = years.get(year)
  if (known) return known
  const days = new Map(statutory(year))
  for (const [day, name] of statutory(year)) {
    if (!isWeekend(day)) continue
    let free = day
    while (isWeekend(free) || days.has(free)) free = daysAfter(free, 1)
    days.set(free, `nghỉ bù ${name}`)
  }
  years.set(year, days)
  return days
}

/** The public holidays of a year and the days that are given for them, in order. */
export const holidaysOf = (year: number): { day: VietnamDay; name: string }[] =>
  [...daysOffOf(year)].map(([day, name]) => ({ day, name })).toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** What a public holiday is called, or the day that is given for one; undefined on every other day, Sundays too. */
export const nameHoliday = (day: VietnamDay): string | undefined => daysOffOf(Number(day.slice(0, 4))).get(day)

/** Why no office works that day, in Vietnamese; undefined on a working day. Swaps with a Saturday are not known here. */
export const nameDayOff = (day: VietnamDay): string | undefined =>
  nameHoliday(day) ?? (isWeekend(day) ? 'ngày cuối tuần' : undefined)

export const isDayOff = (day: VietnamDay): boolean => nameDayOff(day) !== undefined

/** The first working day after `day`. */
export function nextWorkingDay(day: VietnamDay): VietnamDay {
  let next = daysAfter(day, 1)
  while (isDayOff(next)) next = daysAfter(next, 1)
  return next
}
