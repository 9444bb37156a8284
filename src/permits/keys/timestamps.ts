import { type Clock, SECOND } from '../../kernel/clock.ts'
import { writeEnvelope } from '../code/cose.ts'
import type { KeyRing } from './keys.ts'
import type { PublishedList } from './key-store.ts'
import { writeTimestamp } from '../code/timestamp.ts'

/** Every phone of a province asks for the same one. */
const REUSED = 30 * SECOND

interface TimestampPorts {
  keys: Pick<KeyRing, 'sign' | 'timestampKey'>
  now: Clock
}

/** Confirms the newest published list. Undefined while the root key has named no key for it, or this process has it not. */
export function createTimestamps({ keys, now }: TimestampPorts) {
  let made: { serial: number; at: number; signed: Promise<Uint8Array> } | undefined

  return async ({ serial }: Pick<PublishedList, 'serial'>): Promise<Uint8Array | undefined> => {
    const at = now()
    if (made?.serial === serial && at >= made.at && at - made.at < REUSED) return made.signed
    const keyId = keys.timestampKey?.()
    if (keyId === undefined) return undefined
    const payload = writeTimestamp({ issuedAt: Math.floor(at / 1000) * 1000, serial })
    const fresh = { serial, at, signed: writeEnvelope(payload, keyId, 'timestamp', (bytes) => keys.sign(keyId, bytes)) }
    made = fresh
    // A failure is answered to who asked and not kept for the next.
    fresh.signed.catch(() => (made = made === fresh ? undefined : made))
    return fresh.signed
  }
}
