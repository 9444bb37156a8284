import { DAY, HOUR, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import type { Permit } from '../code/permit.ts'

/** Nobody's telephone rings for a reminder between nine in the evening and seven in the morning. */
const MORNING = 7 * HOUR
const EVENING = 21 * HOUR
/** One that falls into the night comes before it. */
const BEFORE_NIGHT = 20 * HOUR
/** Too late to ask for anything. */
const AT_LEAST = HOUR

/**
 * When the holder is to be reminded of the end: `before` it (milliseconds), but not at night. Undefined for a permit so
 * short that it would be told of its end before it has begun.
 */
export function remindAt(
  { validFrom, validUntil, issuedAt }: Pick<Permit, 'validFrom' | 'validUntil' | 'issuedAt'>,
  before: number,
): number | undefined {
  const earliest = Math.max(validFrom, issuedAt)
  const wanted = validUntil - before
  const midnight = startOfVietnamDay(toVietnamDay(wanted))
  const hour = wanted - midnight
  if (wanted <= earliest) return undefined
  if (hour >= MORNING && hour < EVENING) return wanted
  const evening = midnight + BEFORE_NIGHT - (hour < MORNING ? DAY : 0)
  const morning = midnight + MORNING + (hour < MORNING ? 0 : DAY)
  return [evening, morning].find((at) => at > earliest && at <= validUntil - AT_LEAST)
}
