import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Echo } from './echo.ts'

/** A message on its way to a citizen. `seq` is the order in which messages were decided. */
export interface Waiting {
  seq: number
  citizen: CitizenId
  message: OutgoingMessage
  attempts: number
  createdAt: number
  /** Pieces of a long message that have certainly arrived. */
  parts: number
}

/**
 * What becomes of a message after one attempt. `held` waits until the citizen writes again. `in doubt` may have arrived:
 * its echo is looked for until then, and only afterwards is it sent again. All times are whole milliseconds.
 */
export type Settlement =
  | { state: 'sent'; zaloMessageId?: string }
  | { state: 'waiting'; notBefore: number; reason: string; parts: number }
  | { state: 'in doubt'; since: number; until: number; reason: string; parts: number }
  | { state: 'held'; reason: string }
  | { state: 'dead'; reason: string }

/** The first message may have reached Zalo since then, and these came back. At least one of the other two is set. */
export interface Doubt {
  since: number
  /** After a call of unknown end: until when its echo may come. */
  until?: number
  /** When a deliverer took it that never gave it back: nobody knows whether it had called. */
  diedSince?: number
  /** Oldest first, without those of messages already settled. */
  echoes: readonly Echo[]
}

/** What one deliverer holds while it alone may send to a citizen. */
export interface Lease {
  citizen: CitizenId
  leasedAt: number
  /** Oldest first; later ones wait behind a first one that is not due yet. */
  messages: Waiting[]
  /** Last time the citizen wrote, for the 48-hour and 7-day windows (zalo-oa §3.3). */
  lastInteractionAt: number
  doubt?: Doubt
}

export interface Outbox {
  /** The citizen's unsent messages, or undefined when another deliverer holds them or nothing is due. */
  lease(citizen: CitizenId, now: number): Promise<Lease | undefined>
  /** Holds the lease longer; false when another deliverer has it by now. */
  renew(lease: Lease, now: number): Promise<boolean>
  /**
   * `last` gives the lease back in the same transaction. Answers which of the citizen's messages now waits first, by its
   * `seq`. It may be another than the lease named: who asks to be forgotten takes even leased messages away, and what was
   * decided since the lease is left to this deliverer by whoever met the lease.
   */
  settle(lease: Lease, message: Waiting, settlement: Settlement, at: number, last: boolean): Promise<number | undefined>
  /**
   * Zalo's window is closed: this message and every other that waits for the citizen are held, and the lease is given
   * back. False, and nothing held, when the citizen has written since the lease.
   */
  hold(lease: Lease, message: Waiting, reason: string, at: number): Promise<boolean>
  /**
   * Gives the lease back without settling. With `inDoubtSince` the next holder is told that the first message
   * may have left since then.
   */
  release(lease: Lease, inDoubtSince?: number): Promise<void>
  /** Citizens with a message due at `now`. */
  due(now: number, limit: number): Promise<CitizenId[]>
  /** At the start of the only process: whoever held a lease is gone, so nobody need wait for it to run out. */
  forgetDeadDeliverers(now: number): Promise<void>
}
