import { isMap, readCbor, writeCbor, type Cbor } from './cbor.ts'
import { isSignedBy, readEnvelope } from './cose.ts'
import { toSealKeys, type KeyList } from './key-list.ts'

/**
 * That a key list was still the newest at an instant, signed by a key that the root key named for this and nothing else.
 * The root key is offline and signs once a month; what comes over the line without a signature says nothing to a phone.
 */
interface Timestamp {
  /** Epoch milliseconds, whole seconds. */
  issuedAt: number
  /** Of the key list. */
  serial: number
}

const ISSUED_AT = 1
const SERIAL = 2

/** The payload of an envelope about `timestamp`. */
export const writeTimestamp = ({ issuedAt, serial }: Timestamp): Uint8Array =>
  writeCbor(
    new Map<number, Cbor>([
      [ISSUED_AT, issuedAt / 1000],
      [SERIAL, serial],
    ]),
  )

/** The timestamp, when it is about this list and a key that the list names for it signed it. */
export async function openTimestamp(signed: Uint8Array, list: KeyList): Promise<Timestamp | undefined> {
  const envelope = readEnvelope(signed)
  const keys = await toSealKeys(list.timestampKeys ?? [])
  const key = envelope && keys.find(envelope.keyId)
  if (!envelope || !key || !(await isSignedBy(envelope, 'timestamp', key.verify))) return undefined
  const fields = readCbor(envelope.payload)
  if (!isMap(fields) || fields.size !== 2) return undefined
  const issuedAt = fields.get(ISSUED_AT)
  const serial = fields.get(SERIAL)
  if (typeof issuedAt !== 'number' || serial !== list.serial) return undefined
  return { issuedAt: issuedAt * 1000, serial }
}
