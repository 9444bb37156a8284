import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, SECOND } from '../kernel/clock.ts'

interface PaceOptions {
  perSecond: number
  now: Clock
  sleep?: (forMs: number) => Promise<unknown>
}

/**
 * Lets `perSecond` requests through at once and then that many a second, in the order of asking. Zalo counts 4,000 a
 * minute for an app, all its processes together (zalo-oa §9): 30 a second in each of two processes keeps below.
 */
export function createPace({ perSecond, now, sleep: wait = sleep }: PaceOptions): () => Promise<void> {
  const step = SECOND / perSecond
  // The instant at which the bucket is full again; it may lie one second ahead before anybody waits.
  let fullAt = 0
  return async () => {
    fullAt = Math.max(now(), fullAt) + step
    const early = fullAt - now() - SECOND
    if (early > 0) await wait(early)
  }
}
