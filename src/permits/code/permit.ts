import type { DossierId, PermitId } from '../../kernel/ids.ts'
import type { Terms } from './terms.ts'

/** What the signed code says: all a checkpoint needs to compare with the card and the plate (qr §5.1). */
export interface PermitClaims {
  id: PermitId
  /** NFC, at most 40 characters. */
  name: string
  idLast4: string
  /** Empty when the holder travels on foot or by bus. */
  plate: string
  /** Area codes of `province/areas`. */
  from: number
  to: number
  /** Code of `permits/purposes`. */
  purpose: number
  /** Epoch milliseconds, whole seconds. Valid from the first, no longer valid at the second. */
  validFrom: number
  validUntil: number
  /** Absent when any hour will do and nobody comes along. */
  terms?: Terms
}

/** A permit as kept by the agency: its claims, where it came from, and whether it still counts. */
export interface Permit extends PermitClaims {
  dossier: DossierId
  /** Eight characters for radio and telephone, e.g. `7KX2-M9PQ`. */
  number: string
  keyId: string
  /** The digits after `/p/`. */
  digits: string
  issuedAt: number
  /** Id of its kind (`permits/kinds`). */
  kind: string
  /** The permit that this one goes on from, or stands in for after its key was lost. */
  replaces?: PermitId
  /** When the holder is to be reminded of the end, epoch milliseconds. */
  remindAt?: number
  revokedAt?: number
  revokedBecause?: string
}
