import { type Clock, DAY, SECOND } from '../../kernel/clock.ts'
import { writeEnvelope } from '../code/cose.ts'
import type { KeyRing } from './keys.ts'
import { writeRevocationList } from '../code/revocation-list.ts'
import type { Permits } from '../ports.ts'
import { packPages } from './pack-pages.ts'

/** A revocation is written a moment after its own time; a list claims to be whole only up to this long ago. */
const SETTLED = 10 * SECOND
/** An older list is not added to but replaced. */
const LONGEST_DELTA = 2 * DAY
/** Every phone of a province asks for the same full list. */
const REUSED = 30 * SECOND

/** Makes the signed lists that phones fetch. Undefined when no key is in force to sign with. */
export function createRevocationBooks({
  permits,
  keys,
  now,
}: {
  permits: Pick<Permits, 'revokedSince'>
  keys: KeyRing
  now: Clock
}) {
  let full: { at: number; signed: Promise<Uint8Array | undefined> } | undefined

  const make = async (since: number): Promise<Uint8Array | undefined> => {
    const at = now()
    const keyId = keys.keyFor({ now: at, validFrom: at - SETTLED, validUntil: at })
    if (!keyId) return undefined
    const issuedAt = Math.floor((at - SETTLED) / 1000) * 1000
    const ids = await packPages(permits.revokedSince(since, at))
    return writeEnvelope(writeRevocationList({ issuedAt, since, ids }), keyId, 'revoked', (bytes) =>
      keys.sign(keyId, bytes),
    )
  }

  /** What was revoked since the list that the phone holds was issued, or everything. */
  return async (since?: number): Promise<Uint8Array | undefined> => {
    const at = now()
    if (since !== undefined && since % 1000 === 0 && since <= at && at - since < LONGEST_DELTA) return make(since)
    if (!full || at - full.at >= REUSED) {
      const made = { at, signed: make(0) }
      full = made
      // A failure is answered to who asked and not kept for the next.
      made.signed.catch(() => (full = full === made ? undefined : full))
    }
    return full.signed
  }
}
