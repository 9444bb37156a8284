/** Vietnamese times as people say them, each with its meaning: made up by a grammar of its own, which knows no reader. */

export type Random = () => number

/** A small generator that gives the same row for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const one = <It>(random: Random, of: readonly It[]): It => of[Math.floor(random() * of.length)] as It
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
export const digit = (of: number): string => DIGITS[of] ?? ''
const last = (random: Random, of: number): string =>
  of === 1 ? 'mốt' : of === 4 ? one(random, ['tư', 'bốn']) : of === 5 ? one(random, ['lăm', 'nhăm']) : digit(of)

/** A number below a hundred in words. `isShort`: tens may be run together ("hăm hai", "hai hai"). */
export function inWords(random: Random, of: number, isShort = true): string {
  const [tens, ones] = [Math.floor(of / 10), of % 10]
  if (tens === 0) return digit(ones)
  if (tens === 1) return ones === 0 ? 'mười' : `mười ${ones === 5 ? 'lăm' : ones === 1 ? 'một' : digit(ones)}`
  if (ones === 0) return `${digit(tens)} mươi`
  const long = `${digit(tens)} mươi ${last(random, ones)}`
  if (!isShort) return long
  return one(random, [
    long,
    `${digit(tens)} ${last(random, ones)}`,
    ...(tens === 2 ? [`hăm ${last(random, ones)}`] : []),
  ])
}

const MONTHS = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'] as const
export const two = (of: number): string => String(of).padStart(2, '0')

/** A calendar day apart from the program's own arithmetic. */
export interface Day {
  year: number
  month: number
  date: number
}
export const dayOf = (value: Day): string => `${value.year}-${two(value.month)}-${two(value.date)}`
export const plus = (day: Day, days: number): Day => {
  const at = new Date(Date.UTC(day.year, day.month - 1, day.date + days))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() }
}
/** Monday 0. */
export const weekdayOf = ({ year, month, date }: Day): number =>
  (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7

const prefix = (random: Random, date: number): string =>
  one(random, ['', '', 'ngày ', 'bữa ', 'hôm ', ...(date <= 10 ? ['mùng ', 'mồng '] : [])])

/** Day and month, without a year. `calendar`: what is written behind it. */
export function dateAndMonth(random: Random, { date, month }: Day): { said: string; isMoon: boolean } {
  const before = prefix(random, date)
  const isMoon = /^m/.test(before)
  const day = one(random, [String(date), two(date), inWords(random, date), String(date)])
  if (/^\d/.test(day) && random() < 0.5) {
    const sign = one(random, ['/', '/', '/', '-', '.'])
    const said = sign === '/' ? `${day}/${one(random, [String(month), two(month)])}` : undefined
    if (said !== undefined) return { said: `${before}${said}`, isMoon }
  }
  const of = one(random, [
    ...[String(month), MONTHS[month - 1] ?? ''].map((it) => `tháng ${it}`),
    ...(/^\d/.test(day) ? [`t${month}`, `th.${month}`, `thg ${month}`] : []),
  ])
  return { said: `${before}${day} ${of}`, isMoon }
}

/** A year of a birth, behind day and month. `isSlashed`: they were written with a slash. */
export function yearBehind(random: Random, year: number, isSlashed: boolean): string {
  const short = year % 100
  const spelled =
    year >= 2000
      ? short === 0
        ? 'hai nghìn'
        : `hai ${one(random, ['nghìn', 'ngàn'])} ${short < 10 ? `lẻ ${digit(short)}` : inWords(random, short, false)}`
      : one(random, [
          `một ${one(random, ['nghìn', 'ngàn'])} chín trăm ${short < 10 ? `lẻ ${digit(short)}` : inWords(random, short, false)}`,
          ...(short > 20 ? [`một chín ${inWords(random, short)}`] : []),
        ])
  if (isSlashed) return one(random, [`/${year}`, `/${two(short)}`, ` năm ${year}`])
  return one(random, [
    ` năm ${year}`,
    ` ${year}`,
    ...(short > 0 ? [` năm ${two(short)}`, ` năm ${spelled}`, ` năm ${spelled}`] : []),
    ...(short > 20 ? [` năm ${inWords(random, short)}`] : []),
  ])
}

export const SOLAR = ['', '', '', ' dương lịch', ' dương', ' dl', ' tây']

/** Said before and behind an answer, which change nothing of it. */
export function around(random: Random, said: string, extra: readonly string[] = []): string {
  const before = one(random, [
    '',
    '',
    '',
    '',
    'dạ ',
    'dạ thưa ',
    'hình như ',
    'chắc ',
    'khoảng ',
    'chừng ',
    'cỡ ',
    'dạ là ',
    ...extra,
  ])
  const behind = one(random, [
    '',
    '',
    '',
    '',
    ' ạ',
    ' nha em',
    ' nghen',
    ' đó',
    ' do em',
    ' nè',
    ' nha chị',
    ', như trên giấy',
    ' á',
    ' luôn',
    ' thôi',
  ])
  return `${before}${said}${behind}`
}

/** Typed as people type: with marks mostly, without any, with a capital or a point. */
export function typed(random: Random, said: string): string {
  const of = random()
  if (of < 0.3) return withoutMarks(said)
  if (of < 0.45) return said.charAt(0).toUpperCase() + said.slice(1)
  return of < 0.5 ? `${said}.` : said
}

export interface Said {
  text: string
  /** The values of which one is right; empty where it lies outside what may be asked for. */
  means: readonly string[]
  /** What kind of saying it is, for the report. */
  kind: string
}
