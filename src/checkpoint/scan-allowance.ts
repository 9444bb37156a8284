import { type Clock, MINUTE } from '../kernel/clock.ts'

/**
 * Scans that one phone, and all phones of one post, may hand in: at once what a phone can have kept without a signal
 * (`MOST_WAITING` of the app), then as many as an officer can do, one every two seconds all day. Whoever has a stolen phone
 * is not worth more than an officer.
 */
export const PHONE_ALLOWANCE: Allowance = { atOnce: 5_000, perMinute: 30 }
/** Four phones at work, all back from a day without a signal. */
export const POST_ALLOWANCE: Allowance = { atOnce: 20_000, perMinute: 120 }

interface Allowance {
  atOnce: number
  perMinute: number
}

/** Phones remembered; one that was forgotten begins full. */
const REMEMBERED = 10_000

/** A bucket for each key, filled evenly. In the memory of this process. */
export function createScanAllowance({ atOnce, perMinute }: Allowance, now: Clock) {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    /** Whether so many may be taken; then they are. */
    take: (key: string, count: number): boolean => {
      const at = now()
      const bucket = buckets.get(key) ?? { left: atOnce, at }
      const left = Math.min(atOnce, bucket.left + (Math.max(0, at - bucket.at) * perMinute) / MINUTE)
      const isEnough = count <= left
      buckets.delete(key)
      buckets.set(key, { left: isEnough ? left - count : left, at })
      const [oldest] = buckets.keys()
      if (buckets.size > REMEMBERED && oldest !== undefined) buckets.delete(oldest)
      return isEnough
    },
  }
}
