import { DAY, HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import type { Settlement, Waiting } from './outbox.ts'
import type { SendResult } from './send.ts'

/** After this many refused attempts a person must look. At the pauses below that is about seven hours. */
const ATTEMPTS = 12
const LONGEST_PAUSE = HOUR

/**
 * What becomes of a message after one attempt: kept apart from sending so that every branch can be tabled in a test.
 * `jitter` in 0..1 spreads the citizens who failed together.
 */
export function settle(message: Waiting, result: SendResult, now: number, jitter: number): Settlement {
  switch (result.outcome) {
    case 'sent':
      return { state: 'sent', ...(result.zaloMessageId !== undefined && { zaloMessageId: result.zaloMessageId }) }
    case 'again':
      if (message.attempts + 1 >= ATTEMPTS) return { state: 'dead', reason: result.reason }
      return { state: 'waiting', reason: result.reason, notBefore: now + pause(message.attempts, jitter) }
    case 'later':
      if (now - message.createdAt > 7 * DAY) return { state: 'dead', reason: result.reason }
      return { state: 'waiting', reason: result.reason, notBefore: result.notBefore }
    case 'window closed':
      return { state: 'held', reason: result.reason }
    case 'unreachable':
    case 'broken':
      return { state: 'dead', reason: result.reason }
  }
}

/** 2 s, 8 s, 32 s, two minutes, then longer, never above an hour. */
const pause = (attempts: number, jitter: number): number =>
  Math.min(LONGEST_PAUSE, 2 * SECOND * 4 ** attempts) * (0.75 + jitter / 2)

/** Zalo takes customer-care messages for seven days after the citizen's last interaction (zalo-oa §3.3). */
export const isWindowOpen = (lastInteractionAt: number, now: number): boolean =>
  now - lastInteractionAt < 7 * DAY - MINUTE
