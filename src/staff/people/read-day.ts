import { isDay, type VietnamDay } from '../../kernel/clock.ts'

/** A day that exists, as a date field sends it. */
export const readDay = (typed: string): VietnamDay | undefined => (isDay(typed) ? typed : undefined)
