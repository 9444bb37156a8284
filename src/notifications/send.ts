import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Piece } from './echo.ts'

/** The port to the outside: one attempt to send one message. */
export interface Channel {
  /**
   * Sends the pieces of a message from the given one on and stops at the first failure, whose result is the answer.
   * Never throws for an answer of Zalo's.
   */
  send(citizen: CitizenId, message: OutgoingMessage, from: number): Promise<SendResult>
  /** The pieces in the order in which they are sent, as they will come back. */
  piecesOf(message: OutgoingMessage): readonly Piece[]
}

/**
 * What Zalo answered, in our words. `reason` is a stable short code such as `zalo -230`, fit for a log; `parts` counts
 * the pieces that have certainly arrived by now, those of earlier attempts included.
 * - `again`: worth another attempt after a pause (busy, time-out, token just renewed)
 * - `later`: refused until `notBefore` (a daily limit, a night window)
 * - `window closed`: the citizen has not written for too long; it may go out when they write again
 * - `unreachable`: this citizen cannot be reached this way now; record and stop
 * - `broken`: our mistake or configuration; a person must look
 */
export type SendResult = { outcome: 'sent'; zaloMessageId?: string } | (NotSent & { parts?: number })

export type NotSent =
  /** `mayHaveArrived`: a call went out and nobody knows what became of it. */
  | { outcome: 'again'; reason: string; mayHaveArrived?: boolean }
  | { outcome: 'later'; reason: string; notBefore: number }
  | { outcome: 'window closed'; reason: string }
  | { outcome: 'unreachable'; reason: string }
  | { outcome: 'broken'; reason: string }
