import type { OutgoingMessage } from '../conversation/messages.ts'
import type { CitizenId } from '../kernel/ids.ts'

/** The port to the outside: one attempt to send one message. Never throws for an answer of Zalo's. */
export type Send = (citizen: CitizenId, message: OutgoingMessage) => Promise<SendResult>

/**
 * What Zalo answered, in our words. `reason` is a stable short code such as `zalo -230`, fit for a log.
 * - `again`: worth another attempt after a pause (busy, time-out, token just renewed)
 * - `later`: refused until `notBefore` (a daily limit, a night window)
 * - `window closed`: the citizen has not written for too long; it may go out when they write again
 * - `unreachable`: this citizen cannot be reached this way now; record and stop
 * - `broken`: our mistake or configuration; a person must look
 */
export type SendResult =
  | { outcome: 'sent'; zaloMessageId?: string }
  | { outcome: 'again'; reason: string; mayHaveArrived?: boolean }
  | { outcome: 'later'; reason: string; notBefore: number }
  | { outcome: 'window closed'; reason: string }
  | { outcome: 'unreachable'; reason: string }
  | { outcome: 'broken'; reason: string }
