import { LunarDate } from '@nghiavuive/lunar_date_vi'
import type { VietnamDay } from './clock.ts'

/** The solar day of a day in the Vietnamese lunar calendar (UTC+7); undefined when that month has no such day. */
export function lunarToSolar(year: number, month: number, date: number): VietnamDay | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1 || date > 30) return undefined
  const solar = solarOf(date, month, year)
  if (!solar) return undefined
  const day = new Date(Date.UTC(solar.year, solar.month - 1, solar.day)).toISOString().slice(0, 10)
  if (date < 30) return day
  // Half of the months end on the 29th: then the 30th is already the first day of the month after.
  const next = month === 12 ? solarOf(1, 1, year + 1) : solarOf(1, month + 1, year)
  const isNextMonth = next?.year === solar.year && next.month === solar.month && next.day === solar.day
  return isNextMonth ? undefined : day
}

/** The same of a month that was put in (tháng nhuận); undefined where that year has none of this number. */
export function leapMonthToSolar(year: number, month: number, date: number): VietnamDay | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1 || date > 30) return undefined
  const [plain, leap, next] = [
    solarOf(date, month, year),
    solarOf(date, month, year, true),
    month === 12 ? solarOf(date, 1, year + 1) : solarOf(date, month + 1, year),
  ]
  const instantOf = (day: typeof plain) => (day ? Date.UTC(day.year, day.month - 1, day.day) : undefined)
  const [before, at, behind] = [instantOf(plain), instantOf(leap), instantOf(next)]
  const first = instantOf(month === 12 ? solarOf(1, 1, year + 1) : solarOf(1, month + 1, year))
  if (date === 30 && at === first) return undefined
  // A year without it answers with one of the two months beside.
  return at === undefined || before === undefined || at <= before || (behind !== undefined && at >= behind)
    ? undefined
    : new Date(at).toISOString().slice(0, 10)
}

/** The library throws for some days that a month does not have. */
function solarOf(
  day: number,
  month: number,
  year: number,
  isLeap = false,
): { day: number; month: number; year: number } | undefined {
  try {
    const lunar = new LunarDate({ day, month, year, ...(isLeap && { leap_month: true }) })
    lunar.init(true)
    return lunar.toSolarDate().get()
  } catch {
    return undefined
  }
}

const STEMS = ['giap', 'at', 'binh', 'dinh', 'mau', 'ky', 'canh', 'tan', 'nham', 'quy']
const BRANCHES = ['ty', 'suu', 'dan', 'mao', 'thin', 'ty', 'ngo', 'mui', 'than', 'dau', 'tuat', 'hoi']

/**
 * The latest year up to `latest` with a folded can-chi name such as `mau thin`, which comes back every 60 years.
 * Tý and Tỵ fold to the same letters; the stem tells them apart, since even stems go with even branches only.
 */
export function latestYearNamed(stem: string, branch: string, latest: number): number | undefined {
  const can = STEMS.indexOf(stem)
  const wanted = branch === 'meo' ? 'mao' : branch
  for (let year = latest; year > latest - 60; year--)
    if ((year + 6) % 10 === can && BRANCHES[(year + 8) % 12] === wanted) return year
  return undefined
}
