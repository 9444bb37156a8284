import type { CardRefusal, FileKind } from '../conversation/words/events.ts'
import type { AttachmentId, CitizenId, DossierId } from '../kernel/ids.ts'

/** A file a citizen sent: first an address at Zalo, then bytes of ours under their SHA-256. */
export interface Attachment {
  id: AttachmentId
  citizen: CitizenId
  /** That it was filed with, or sent for afterwards. */
  dossier?: DossierId
  kind: FileKind
  /** `card`: read for its QR code, never stored. */
  purpose?: 'card'
  /** Where it lies at Zalo; empty once it is stored, read or refused for good. Kept when only its host is unknown to us. */
  url: string
  /** As the sender's phone called it; shown, never trusted. */
  name?: string
  /** What the citizen wrote under it. */
  caption?: string
  state: 'waiting' | 'stored' | 'refused' | 'read'
  attempts: number
  receivedAt: number
  /** Set when stored. */
  sha256?: string
  mime?: string
  bytes?: number
  /** Set when refused. */
  because?: CardRefusal
}
