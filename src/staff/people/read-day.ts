import type { VietnamDay } from '../../kernel/clock.ts'

/** A day that exists, as a date field sends it. */
export const readDay = (typed: string): VietnamDay | undefined =>
  /^20\d\d-\d\d-\d\d$/.test(typed) && new Date(`${typed}T00:00:00Z`).toJSON()?.startsWith(typed) ? typed : undefined
