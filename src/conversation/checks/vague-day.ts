import { daysAfter, type VietnamDay } from '../../kernel/clock.ts'
import { lunarToSolar } from '../../kernel/lunar.ts'
import { lastOfMonth, monthOf, toDay } from './calendar.ts'
import type { SaidDay } from './said-day.ts'
import type { SaidYear } from './said-year.ts'

type Stretch = Extract<SaidDay, { is: 'stretch' }>

/** "Đầu tháng sau", "hết tháng 3", "cuối năm", "tuần sau": a stretch that is named by one day. Which it is can only be proposed. */
export function vagueDay(said: Stretch, today: VietnamDay): VietnamDay | undefined {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const isLast = said.part === 'last' || said.part === 'end'
  if (said.unit === 'week') {
    const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
    const monday = daysAfter(today, -weekday + 7 * (said.ahead ?? 0))
    return daysAfter(monday, said.part === 'middle' ? 2 : said.part === 'end' ? 6 : said.part === 'last' ? 5 : 0)
  }
  if (said.unit === 'year') {
    const of = yearOf(said.year, year) ?? year
    return isLast ? toDay(of, 12, 31) : said.part === 'middle' ? toDay(of, 7, 1) : toDay(of, 1, 1)
  }
  if (said.month?.is !== 'number') return ofMonth(...monthOf(year, month + (said.ahead ?? 0)), said)
  const of = said.month.month
  const inYear = yearOf(said.year, year) ?? (of < month && !said.month.isLunar ? year + 1 : year)
  if (!said.month.isLunar) return ofMonth(inYear, of, said)
  const last = lunarToSolar(inYear, of, 30) ?? lunarToSolar(inYear, of, 29)
  return isLast ? last : lunarToSolar(inYear, of, said.part === 'middle' ? 15 : 1)
}

function yearOf(said: SaidYear | undefined, thisYear: number): number | undefined {
  if (said?.is === 'number') return said.year
  if (said?.is === 'short') return 2000 + said.year
  return said?.is === 'ahead' ? thisYear + said.years : undefined
}

const ofMonth = (year: number, month: number, { part }: Stretch): VietnamDay | undefined =>
  part === 'last' || part === 'end' ? lastOfMonth(year, month) : toDay(year, month, part === 'middle' ? 15 : 1)
