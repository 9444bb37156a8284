import { isList, isMap, readCbor, writeCbor, type Cbor } from './cbor.ts'
import { fromHex, toHex } from './claims.ts'
import { isSignedBy, readEnvelope } from './cose.ts'
import type { SealKey, SealKeys } from './seal.ts'

/** The agency's public keys as published: what a phone trusts, because the offline root key signed it. */
export interface KeyList {
  /** Counts up. A phone never goes back to a lower one. */
  serial: number
  /** Epoch milliseconds, whole seconds. */
  issuedAt: number
  keys: readonly ListedKey[]
  /** Keys that only confirm this list (`timestamp.ts`). Absent from lists that were signed before there were any. */
  timestampKeys?: readonly ListedKey[]
}

/** The first byte of their ids. Such a key stands among the others, so that older readers still read the list. */
export const TIMESTAMP_ISSUER = 'ff'

export const isTimestampKey = ({ keyId }: Pick<ListedKey, 'keyId'>): boolean => keyId.startsWith(TIMESTAMP_ISSUER)

/** A key that is withdrawn is no longer listed, and every permit under it is red. */
interface ListedKey {
  keyId: string
  /** Epoch milliseconds, whole seconds. */
  notBefore: number
  notAfter: number
  /** The uncompressed point on P-256: 65 bytes beginning with 4. */
  publicKey: Uint8Array
}

const SERIAL = 1
const ISSUED_AT = 2
const KEYS = 3

/** The bytes that the root key signs, as the payload of an envelope about `keys`. */
export const writeKeyList = ({ serial, issuedAt, keys, timestampKeys = [] }: KeyList): Uint8Array =>
  writeCbor(
    new Map<number, Cbor>([
      [SERIAL, serial],
      [ISSUED_AT, issuedAt / 1000],
      [
        KEYS,
        [...keys, ...timestampKeys].map(
          (key) => [fromHex(key.keyId), key.notBefore / 1000, key.notAfter / 1000, key.publicKey] as const,
        ),
      ],
    ]),
  )

export function readKeyList(payload: Uint8Array): KeyList | undefined {
  const fields = readCbor(payload)
  if (!isMap(fields) || fields.size !== 3) return undefined
  const serial = fields.get(SERIAL)
  const issuedAt = fields.get(ISSUED_AT)
  const listed = fields.get(KEYS)
  if (typeof serial !== 'number' || typeof issuedAt !== 'number' || !isList(listed)) return undefined
  const entries = listed.map(readListedKey)
  if (!entries.every((entry) => entry !== undefined)) return undefined
  const timestampKeys = entries.filter(isTimestampKey)
  return {
    ...{ serial, issuedAt: issuedAt * 1000, keys: entries.filter((entry) => !isTimestampKey(entry)) },
    ...(timestampKeys.length > 0 && { timestampKeys }),
  }
}

function readListedKey(entry: Cbor): ListedKey | undefined {
  if (!isList(entry) || entry.length !== 4) return undefined
  const [keyId, notBefore, notAfter, publicKey] = entry
  if (!(keyId instanceof Uint8Array) || keyId.length !== 2) return undefined
  if (typeof notBefore !== 'number' || typeof notAfter !== 'number') return undefined
  if (!(publicKey instanceof Uint8Array) || publicKey.length !== 65) return undefined
  return { keyId: toHex(keyId), notBefore: notBefore * 1000, notAfter: notAfter * 1000, publicKey }
}

/** The list, when one of these root keys signed it. Roots are uncompressed points. */
export async function openKeyList(signed: Uint8Array, roots: readonly Uint8Array[]): Promise<KeyList | undefined> {
  const envelope = readEnvelope(signed)
  if (!envelope) return undefined
  for (const root of roots) {
    const verify = await verifierOf(root)
    if (verify && (await isSignedBy(envelope, 'keys', verify))) return readKeyList(envelope.payload)
  }
  return undefined
}

/** The listed keys, ready to verify with. A point that is not on the curve verifies nothing. */
export async function toSealKeys(keys: readonly ListedKey[]): Promise<SealKeys> {
  const entries = await Promise.all(
    keys.map(async ({ keyId, notBefore, notAfter, publicKey }): Promise<[string, SealKey]> => {
      const verify = (await verifierOf(publicKey)) ?? (async () => false)
      return [keyId, { keyId, notBefore, notAfter, verify }]
    }),
  )
  const byId = new Map(entries)
  return { find: (keyId) => byId.get(keyId) }
}

/** Verifies with WebCrypto, which every browser and Node have. */
async function verifierOf(point: Uint8Array) {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('raw', toBuffer(point), curve, false, ['verify']).catch(() => undefined)
  if (!key) return undefined
  return (signature: Uint8Array, bytes: Uint8Array) =>
    crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, toBuffer(signature), toBuffer(bytes))
}

/** WebCrypto wants a view of memory that is not shared. */
const toBuffer = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)
