import type { VietnamDay } from '../kernel/clock.ts'
import type { CalendarsFile } from './province-format.ts'

const byDay = <T>(items: readonly T[], dayOf: (item: T) => string): T[] =>
  items.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))

/** A day on which nobody works. */
export const withClosure = (file: CalendarsFile, closure: CalendarsFile['closures'][number]): CalendarsFile => ({
  ...file,
  closures: byDay([...file.closures, closure], ({ day }) => day),
})

/** A working day that is free, and the one that is worked instead. */
export const withSwap = (file: CalendarsFile, swap: CalendarsFile['swaps'][number]): CalendarsFile => ({
  ...file,
  swaps: byDay([...file.swaps, swap], ({ off }) => off),
})

export const withReviewed = (file: CalendarsFile, year: CalendarsFile['reviewed'][number]): CalendarsFile => ({
  ...file,
  reviewed: [...file.reviewed, year].toSorted((a, b) => a.year - b.year),
})

/** Without the closure of this day, or the swap that frees it. */
export const without = (file: CalendarsFile, day: VietnamDay): CalendarsFile => ({
  ...file,
  closures: file.closures.filter((it) => it.day !== day),
  swaps: file.swaps.filter((it) => it.off !== day),
})

/** `hours` of each weekday from Monday on. What held from the same day is replaced; an unknown id is a new calendar. */
export function withHours(
  file: CalendarsFile,
  { id, name, from, hours }: { id: string; name: string; from: VietnamDay; hours: readonly (readonly string[])[] },
): CalendarsFile {
  const days = hours.flatMap((own, i) => (own.length > 0 ? [{ day: i + 1, own: [...own] }] : []))
  const week = days.reduce<{ days: number[]; hours: string[] }[]>((parts, { day, own }) => {
    const same = parts.find((it) => it.hours.join() === own.join())
    return same
      ? parts.map((it) => (it === same ? { ...it, days: [...it.days, day] } : it))
      : [...parts, { days: [day], hours: own }]
  }, [])
  const known = file.calendars.find((it) => it.id === id)
  const periods = byDay([...(known?.periods ?? []).filter((it) => it.from !== from), { from, week }], (it) => it.from)
  // A new one is kept by those agencies that name it.
  const calendar = known ? { ...known, periods } : { id, name, agencies: [], periods }
  return {
    ...file,
    calendars: known ? file.calendars.map((it) => (it === known ? calendar : it)) : [...file.calendars, calendar],
  }
}
