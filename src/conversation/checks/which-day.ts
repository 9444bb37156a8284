import { DAY, daysAfter, startOfVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import { readLunarDay } from './lunar-day.ts'
import type { SaidDate } from './said-date.ts'
import type { SaidDay } from './said-day.ts'
import type { SaidYear } from './said-year.ts'
import { vagueDay } from './vague-day.ts'
import { monthOf, monthsAfter, toDay } from './calendar.ts'

/** On which side of today a day is looked for. `near`: of a journey, this year's unless it is long gone. */
export type Lean = 'past' | 'future' | 'any' | 'near'

export interface WholeDay {
  day: VietnamDay
  /** Why the reading must be asked back. */
  doubt?: string
  /** The day it may be as well. */
  otherwise?: VietnamDay
}

export type Which = WholeDay | 'impossible' | undefined

const I_READ = 'Tôi hiểu là ngày:'
const TWO_WAYS = 'Câu này có thể hiểu hai cách:'

/** Which day was meant by what was said today; undefined where nothing tells. */
export function whichDay(said: SaidDay, today: VietnamDay, lean: Lean): Which {
  switch (said.is) {
    case 'date':
      return whichDate(said, today, lean)
    case 'offset':
      return { day: daysAfter(today, said.days) }
    case 'last night':
      return {
        day: today,
        otherwise: daysAfter(today, -1),
        doubt: TWO_WAYS,
      }
    case 'the other day':
      // A day further in the south than in the north.
      return lean === 'past' || lean === 'any'
        ? { day: daysAfter(today, -2), ...(lean === 'any' && { doubt: I_READ }) }
        : { day: daysAfter(today, 3), otherwise: daysAfter(today, 2), doubt: TWO_WAYS }
    case 'counted':
      return { day: counted(said, today), doubt: I_READ }
    case 'weekday':
      return whichWeekday(said, today, lean)
    case 'stretch': {
      const day = vagueDay(said, today)
      if (day === undefined) return undefined
      // "Cuối tuần" said on a Sunday is the next one, and so is "đầu năm" in November.
      const isOver = day < today && lean !== 'past' && lean !== 'any'
      if (isOver && said.unit === 'year' && said.year === undefined) return { day: monthsAfter(day, 12), doubt: I_READ }
      return { day: isOver && said.unit === 'week' ? daysAfter(day, 7) : day, doubt: I_READ }
    }
  }
}

function counted({ count, unit, isPast }: Extract<SaidDay, { is: 'counted' }>, today: VietnamDay): VietnamDay {
  const by = isPast ? -count : count
  if (unit === 'month' || unit === 'year') return monthsAfter(today, unit === 'year' ? by * 12 : by)
  return daysAfter(today, by * (unit === 'week' ? 7 : unit === 'half month' ? 15 : 1))
}

function whichWeekday(
  { weekday, week, isGone, isNext }: Extract<SaidDay, { is: 'weekday' }>,
  today: VietnamDay,
  lean: Lean,
): Which {
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const inWeek = weekday - now
  const at = (days: number) => daysAfter(today, days)
  if (week !== undefined && week < 0) return { day: at(inWeek + 7 * week), doubt: I_READ }
  if (isGone) return { day: at(inWeek < 0 ? inWeek : inWeek - 7), doubt: I_READ }
  if (week === 0) {
    const isOver = inWeek < 0 && lean !== 'past' && lean !== 'any'
    return isOver ? { day: at(inWeek + 7), doubt: 'Thứ đó tuần này đã qua, tôi hiểu là:' } : { day: at(inWeek) }
  }
  // The week begins on Monday: "chủ nhật tuần sau" is the day after "thứ 7 tuần sau".
  if (week !== undefined) return { day: at(inWeek + 7 * week) }
  if (lean === 'past') return { day: at(inWeek <= 0 ? inWeek : inWeek - 7), doubt: I_READ }
  if (isNext) return { day: at(inWeek > 0 ? inWeek : inWeek + 7) }
  if (inWeek === 0) return { day: today, otherwise: at(7), doubt: TWO_WAYS }
  return { day: at(inWeek > 0 ? inWeek : inWeek + 7) }
}

function whichDate(said: SaidDate, today: VietnamDay, lean: Lean): Which {
  const solar = () => whichSolar(said, today, lean)
  if (said.calendar === 'lunar') return whichLunar(said, today, lean)
  if (!said.isByMoon || said.calendar === 'solar') return besideWeekday(said, solar())
  const [lunar, ofSun] = [whichLunar(said, today, lean), solar()]
  if (typeof lunar !== 'object') return said.month === undefined ? lunar : ofSun
  if (typeof ofSun !== 'object') return lunar
  return { ...lunar, otherwise: ofSun.day }
}

/** "Thứ sáu 26/11", which is a Thursday: asked back. */
function besideWeekday({ weekday }: SaidDate, which: Which): Which {
  if (weekday === undefined || typeof which !== 'object') return which
  const isSame = (new Date(`${which.day}T00:00:00Z`).getUTCDay() + 6) % 7 === weekday
  return isSame ? which : { ...which, doubt: 'Ngày này không phải thứ ông/bà ghi, tôi hiểu là:' }
}

const isOnSide = (day: VietnamDay, today: VietnamDay, lean: Lean): boolean =>
  lean === 'past' ? day <= today : lean === 'future' || lean === 'near' ? day >= today : true

function whichSolar(said: SaidDate, today: VietnamDay, lean: Lean): Which {
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number)
  const { date, month } = said
  if (month === undefined) return nearestMonth(date, today, lean)
  if (month.is === 'ahead') {
    const of = thisMonth - 1 + month.months
    const day = toDay(...monthOf(thisYear, of + 1), date)
    return day === undefined ? 'impossible' : { day }
  }
  const of = (year: number) => toDay(year, month.month, date)
  if (month.orNext && said.year === undefined) {
    const next = whichSolar({ ...said, month: { is: 'ahead', months: 1 } }, today, lean)
    const own = whichSolar({ ...said, month: { is: 'number', month: month.month } }, today, lean)
    if (typeof next !== 'object' || !isOnSide(next.day, today, lean)) return own
    return typeof own === 'object' ? { ...next, otherwise: own.day, doubt: TWO_WAYS } : next
  }
  if (said.year === undefined) return nearestYear(of, today, lean)
  const year = yearNumber(said.year, thisYear, lean)
  const day = of(year.number)
  if (day === undefined) return 'impossible'
  return year.isShort && lean !== 'near' ? { day, doubt: 'Năm ghi tắt, tôi hiểu là:' } : { day }
}

function yearNumber(said: SaidYear, thisYear: number, lean: Lean): { number: number; isShort?: true } {
  if (said.is === 'number') return { number: said.year }
  if (said.is === 'ahead') return { number: thisYear + said.years }
  if (said.is === 'named') return { number: thisYear }
  const full = 2000 + said.year
  const isOld = full > thisYear && lean !== 'future' && lean !== 'near'
  return { number: isOld ? full - 100 : full, isShort: true }
}

/** A day without its year. */
function nearestYear(of: (year: number) => VietnamDay | undefined, today: VietnamDay, lean: Lean): Which {
  const year = Number(today.slice(0, 4))
  const doubt = 'Ông/bà chưa ghi năm, tôi hiểu là:'
  if (lean === 'near') {
    const day = of(year)
    // A day just gone by means last week's, not next year's, unless half a year lies between.
    const isGone = day !== undefined && startOfVietnamDay(today) - startOfVietnamDay(day) > 180 * DAY
    const chosen = isGone ? of(year + 1) : day
    return chosen ? { day: chosen } : 'impossible'
  }
  const years = lean === 'past' ? [year, year - 1] : lean === 'any' ? [year] : [year, year + 1]
  const day = years.map(of).find((it) => it !== undefined && isOnSide(it, today, lean))
  return day === undefined ? 'impossible' : { day, doubt }
}

/** "Ngày 24", without its month: the next one that comes, or the last that was. */
function nearestMonth(date: number, today: VietnamDay, lean: Lean): Which {
  const [year = 0, month = 0] = today.split('-').map(Number)
  if (lean === 'any') return undefined
  const step = lean === 'past' ? -1 : 1
  const day = [0, 1, 2]
    .map((it) => month - 1 + it * step)
    .map((of) => toDay(...monthOf(year, of + 1), date))
    .find((it) => it !== undefined && isOnSide(it, today, lean))
  if (day === undefined) return 'impossible'
  return lean === 'near' ? { day } : { day, doubt: I_READ }
}

function whichLunar(said: SaidDate, today: VietnamDay, lean: Lean): Which {
  const lunar = readLunarDay(said, today, lean)
  return lunar && { day: lunar.day, doubt: `Theo lịch, ${lunar.named} là ngày dương lịch:` }
}
