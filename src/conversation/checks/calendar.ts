import type { VietnamDay } from '../../kernel/clock.ts'

/** A real calendar day or undefined: 31/02 does not roll over into March. */
export function toDay(year: number, month: number, date: number): VietnamDay | undefined {
  const instant = new Date(Date.UTC(year, month - 1, date))
  const isReal = year > 0 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date
  return isReal ? instant.toISOString().slice(0, 10) : undefined
}

/** The same date so many months on, or the last of a month that has no such date. */
export function monthsAfter(day: VietnamDay, months: number): VietnamDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const [ofYear, of] = monthOf(year, month + months)
  return toDay(ofYear, of, date) ?? lastOfMonth(ofYear, of)
}

/** The year and the month in it; `month` may lie beyond its year: 13 is January of the next, 0 December of the last. */
export const monthOf = (year: number, month: number): [year: number, month: number] => [
  year + Math.floor((month - 1) / 12),
  ((((month - 1) % 12) + 12) % 12) + 1,
]

/** `month` may lie beyond its year: 13 is January of the next. */
export const lastOfMonth = (year: number, month: number): VietnamDay =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
