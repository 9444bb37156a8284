import type { VietnamDay } from '../../kernel/clock.ts'
import { latestYearNamed, leapMonthToSolar, lunarToSolar } from '../../kernel/lunar.ts'

const NUMBERS = ['', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai']

const toNumber = (word: string): number => (/^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word))

export const soundsLunar = (folded: string): boolean =>
  /(?:^| )(?:mung|mong|ram|chap|gieng|tet|al|am lich|am|nhuan)(?: |$)|\d al$/.test(folded)

const CAN_CHI =
  / (giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (ty|suu|dan|mao|meo|thin|ngo|mui|than|dau|tuat|hoi)(?= |$)/

/** "Tháng 6 nhuận": the month that was put in after the one of its number. */
export const isOfLeapMonth = (folded: string): boolean => /(?:^| )nhuan(?: |$)/.test(folded)

/** A month comes back as a leap month after two decades at the latest. */
const latestLeap = (of: (year: number) => VietnamDay | undefined, latest: number): number | undefined =>
  Array.from({ length: 40 }, (_, i) => latest - i).find((year) => of(year) !== undefined)

interface LunarDay {
  day: VietnamDay
  /** As it is told back: `ngày 3 tháng 1 âm lịch năm 1988`. */
  named: string
}

/**
 * Reads folded words such as `mung 3 tet mau thin`, `ram thang 7`, `15/7 al`. Without a year the one of `chooseYear` is
 * taken; a can-chi year is the latest up to `latest`.
 */
export function readLunarDay(
  folded: string,
  latest: number,
  chooseYear: (of: (year: number) => VietnamDay | undefined) => number | undefined,
): LunarDay | undefined {
  const isLeap = isOfLeapMonth(folded)
  const typed = ` ${folded.replace(/(?:^| )nhuan(?= |$)/, '')} `
  const cycle = CAN_CHI.exec(typed)
  const written = /(?:nam |[/-])(\d{4})(?!\d)| (\d{4}) /.exec(typed)
  const short = / \d{1,2} ?[/-] ?\d{1,2} ?[/-] ?(\d{2})(?!\d)| nam (\d{2}) /.exec(typed)?.slice(1).find(Boolean)
  const rest = typed
    .replace(CAN_CHI, ' ')
    .replace(/(?:nam |[/-]| )\d{4}(?!\d)/, ' ')
    // "Giáp Tết năm rồi": last year, and no fifth of the month.
    .replace(/ nam (?:roi|ngoai|nay|truoc|sau|kia|qua)(?= )/, ' ')
  const words = NUMBERS.slice(1).reverse().join('|')
  const withoutMonth = rest.replace(new RegExp(` thang (?:\\d{1,2}|${words})(?= )`), ' ')
  const slashed = / (\d{1,2}) ?[/-] ?(\d{1,2})(?!\d)/.exec(rest)
  const date = slashed
    ? Number(slashed[1])
    : / ram /.test(rest)
      ? 15
      : toNumber(new RegExp(` (?:mung|mong|ngay)? ?(\\d{1,2}|${words}) `).exec(withoutMonth)?.[1] ?? '0')
  const month = slashed
    ? Number(slashed[2])
    : / chap /.test(rest) || (/ tet /.test(rest) && date > 20)
      ? 12
      : / (?:gieng|tet) /.test(rest)
        ? 1
        : toNumber(new RegExp(` thang (\\d{1,2}|${words}) `).exec(rest)?.[1] ?? '0')
  // The last evening of the year is called the thirtieth also in a month of twenty-nine days.
  const isEve = month === 12 && date === 30
  const of = (year: number) =>
    isLeap
      ? leapMonthToSolar(year, month, date)
      : (lunarToSolar(year, month, date) ?? (isEve ? lunarToSolar(year, 12, 29) : undefined))
  const year = cycle
    ? latestYearNamed(cycle[1] ?? '', cycle[2] ?? '', latest)
    : written
      ? Number(written[1] ?? written[2])
      : short !== undefined
        ? latest - ((latest - Number(short)) % 100)
        : isLeap
          ? latestLeap(of, latest)
          : chooseYear(of)
  const day = year === undefined ? undefined : of(year)
  return day === undefined
    ? undefined
    : { day, named: `ngày ${date} tháng ${month}${isLeap ? ' nhuận' : ''} âm lịch năm ${year}` }
}
