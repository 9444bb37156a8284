import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { DossierId } from '../kernel/ids.ts'

/**
 * Where a message to a citizen stands. `waiting`: on its way, perhaps after refused attempts. `in doubt`: it may have
 * arrived, nobody knows yet. `held`: Zalo takes it only after the citizen has written again. `dead`: it will not arrive.
 */
export type DeliveryState = 'sent' | 'waiting' | 'in doubt' | 'held' | 'dead'

/** One message about a dossier and what became of it. */
export interface DossierMessage {
  seq: number
  message: OutgoingMessage
  saidAt: number
  state: DeliveryState
  /** When its state was last decided; unset before the first attempt. */
  settledAt?: number
  attempts: number
  /** When it came to the citizen's telephone, and when they opened it, as far as Zalo says. */
  receivedAt?: number
  seenAt?: number
  /** A short code such as `zalo -217`, never Zalo's words. Unset when nothing went wrong. */
  reason?: string
}

/** The last thing that was said about a dossier has not reached its citizen. */
export interface Unreached {
  state: Exclude<DeliveryState, 'sent'>
  saidAt: number
  reason?: string
}

/** Whether citizens were told what the program says they were told. */
export interface DossierMessages {
  /** Oldest first. Messages from before the program kept what they are about are not among them. */
  ofDossier(dossier: DossierId): Promise<DossierMessage[]>
  /** Whether a message about this dossier will not arrive by itself, and can be sent again. */
  isDead(dossier: DossierId, seq: number): Promise<boolean>
  /**
   * Those of these dossiers whose last message is held, dead or in doubt, or has waited since before `waitingSince`.
   * A dossier about which nothing was said, or whose last message was sent, is left out.
   */
  unreached(dossiers: readonly DossierId[], waitingSince: number): Promise<ReadonlyMap<DossierId, Unreached>>
}
