import type { VietnamDay } from '../../kernel/clock.ts'
import { latestYearNamed, leapMonthToSolar, lunarToSolar } from '../../kernel/lunar.ts'
import type { SaidDate } from './said-date.ts'

/** A month comes back as a leap month after two decades at the latest. */
const latestLeap = (of: (year: number) => VietnamDay | undefined, latest: number): number | undefined =>
  Array.from({ length: 40 }, (_, i) => latest - i).find((year) => of(year) !== undefined)

interface LunarDay {
  day: VietnamDay
  /** As it is told back: `ngày 3 tháng 1 âm lịch năm 1988`. */
  named: string
}

/** The day of the sun of a day said by the moon; without a year the nearest on the side that is asked for. */
export function readLunarDay(
  { date, month: said, year, isLeap }: SaidDate,
  today: VietnamDay,
  lean: 'past' | 'future' | 'any' | 'near',
): LunarDay | undefined {
  const latest = Number(today.slice(0, 4))
  const month = said?.is === 'number' ? said.month : undefined
  if (month === undefined) return lean === 'future' || lean === 'near' ? nextOfMonth(date, today) : undefined
  // The last evening of the year is called the thirtieth also in a month of twenty-nine days.
  const isEve = month === 12 && date === 30
  const of = (of: number) =>
    isLeap
      ? leapMonthToSolar(of, month, date)
      : (lunarToSolar(of, month, date) ?? (isEve ? lunarToSolar(of, 12, 29) : undefined))
  const isOnSide = (of: VietnamDay | undefined) => of !== undefined && (lean === 'past' ? of <= today : of >= today)
  const nearest = () =>
    lean === 'any'
      ? latest
      : [latest - 1, latest, latest + 1]
          .sort((a, b) => (lean === 'past' ? b - a : a - b))
          .find((it) => isOnSide(of(it)))
  const inYear =
    year === undefined
      ? isLeap
        ? latestLeap(of, latest)
        : nearest()
      : year.is === 'number'
        ? year.year
        : year.is === 'short'
          ? latest - ((((latest - year.year) % 100) + 100) % 100)
          : year.is === 'ahead'
            ? latest + year.years
            : latestYearNamed(year.stem, year.branch === 'ti' ? 'ty' : year.branch, latest)
  const day = inYear === undefined ? undefined : of(inYear)
  return day === undefined ? undefined : { day, named: named(date, month, inYear ?? latest, isLeap) }
}

const named = (date: number, month: number, year: number, isLeap = false): string =>
  `ngày ${date} tháng ${month}${isLeap ? ' nhuận' : ''} âm lịch năm ${year}`

/** "Rằm", "mùng 1": of the lunar month that is on, or of the next. */
function nextOfMonth(date: number, today: VietnamDay): LunarDay | undefined {
  const year = Number(today.slice(0, 4))
  for (let of = (year - 1) * 12 + 9; of < year * 12 + 14; of++) {
    const [inYear, month] = [Math.floor(of / 12), (of % 12) + 1]
    const day = lunarToSolar(inYear, month, date)
    if (day !== undefined && day >= today) return { day, named: named(date, month, inYear) }
  }
  return undefined
}
