import type { OutgoingMessage } from '../conversation/messages.ts'
import type { CitizenId } from '../kernel/ids.ts'

/** A message on its way to a citizen. `seq` is the order in which messages were decided. */
export interface Waiting {
  seq: number
  citizen: CitizenId
  message: OutgoingMessage
  attempts: number
  createdAt: number
}

/** What becomes of a message after one attempt. `held` waits until the citizen writes again. */
export type Settlement =
  | { state: 'sent'; zaloMessageId?: string }
  | { state: 'waiting'; notBefore: number; reason: string }
  | { state: 'held'; reason: string }
  | { state: 'dead'; reason: string }

/** What one deliverer holds while it alone may send to a citizen. */
export interface Claim {
  citizen: CitizenId
  claimedAt: number
  /** Oldest first; later ones wait behind a first one that is not due yet. */
  messages: Waiting[]
  /** The batch was full: there may be others behind it. */
  more: boolean
  /** Last time the citizen wrote, for the 48-hour and 7-day windows (zalo-oa §3.3). */
  lastInteractionAt: number
  /**
   * Set when the previous deliverer died holding the claim: the first message may have reached Zalo.
   * Texts that Zalo echoed back since then tell.
   */
  doubt?: { since: number; echoed: string[] }
}

export interface Outbox {
  /** The citizen's unsent messages, or undefined when another deliverer holds them or nothing is due. */
  claim(citizen: CitizenId, now: number): Promise<Claim | undefined>
  /** Whether it is still to be sent: a citizen who asks to be forgotten takes even claimed messages away. */
  isWaiting(seq: number): Promise<boolean>
  /** `last` gives the claim back in the same transaction. */
  settle(message: Waiting, settlement: Settlement, at: number, last: boolean): Promise<void>
  /**
   * Gives the claim back without settling. With `inDoubtSince` the next claimant is told that the first message
   * may have left since then.
   */
  release(citizen: CitizenId, inDoubtSince?: number): Promise<void>
  /** Citizens with a message due at `now`. */
  due(now: number, limit: number): Promise<CitizenId[]>
  /** At the start of the only process: whoever held a claim is gone, so nobody need wait for it to run out. */
  forgetDeadDeliverers(now: number): Promise<void>
}
