import { HOUR, renderInstant, toVietnamDay } from '../../kernel/clock.ts'
import type { Reading } from './check.ts'
import { instantOf } from './spoken-moment.ts'

/** An instant that was guessed at, asked back with why. */
export const shownAt = (at: number, now: number, because: string): Reading => ({
  ok: 'unsure',
  value: String(at),
  shown: renderInstant(at),
  because: at < now ? `${because} Giờ này đã qua.` : because,
})

/** The next time the clock shows `minutes`: today when still ahead, else tomorrow. */
export function nextOccurrence(minutes: number, now: number): number {
  const today = instantOf(toVietnamDay(now), minutes)
  return today >= now ? today : today + 24 * HOUR
}
