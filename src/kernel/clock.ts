/** The present instant in epoch milliseconds. Injected everywhere, so that tests decide what time it is. */
export type Clock = () => number

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Viet Nam keeps UTC+7 all year and has had no daylight saving since 1975. */
const VIETNAM_OFFSET = 7 * HOUR

/** A calendar day in Viet Nam, `2030-05-01`. */
export type VietnamDay = string

export const toVietnamDay = (at: number): VietnamDay => new Date(at + VIETNAM_OFFSET).toISOString().slice(0, 10)

/** The first instant of a calendar day in Viet Nam. */
export const startOfVietnamDay = (day: VietnamDay): number => Date.parse(`${day}T00:00:00Z`) - VIETNAM_OFFSET

/** Whether a text is a day that exists, as a date field sends it: 31/02 is none. */
export const isDay = (text: string): text is VietnamDay =>
  /^20\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)

/** `days` later, or earlier when negative. */
export const daysAfter = (day: VietnamDay, days: number): VietnamDay =>
  toVietnamDay(startOfVietnamDay(day) + days * DAY)

/** Milliseconds of a day that have passed at `07:30`. */
export const sinceMidnight = (clock: string): number =>
  Number(clock.slice(0, 2)) * HOUR + Number(clock.slice(3)) * MINUTE

/** `01/05/2030`, the order in which Vietnamese people write a date. */
export function renderDay(day: VietnamDay): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** From Monday on, as they stand in a sentence. */
export const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const

export const weekdayOf = (day: VietnamDay): string => WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ''

/** `07:30 01/05/2030` in Viet Nam. */
export function renderInstant(at: number): string {
  const iso = new Date(at + VIETNAM_OFFSET).toISOString()
  return `${iso.slice(11, 16)} ${renderDay(iso.slice(0, 10))}`
}
