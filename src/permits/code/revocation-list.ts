import { isMap, readCbor, writeCbor, type Cbor } from './cbor.ts'
import { fromHex } from './claims.ts'
import { isSignedBy, readEnvelope } from './cose.ts'
import type { PermitId } from '../../kernel/ids.ts'
import type { SealKeys } from './seal.ts'

/**
 * Permits that were revoked before their end: plain ids in order, because a filter would now and then stop an honest
 * driver (qr §5.4). Ten thousand take 80 kB.
 */
interface RevocationList {
  /** Epoch milliseconds, whole seconds: nothing revoked before then is missing. */
  issuedAt: number
  /** 0: every revoked permit that has not ended. Otherwise only those revoked since this instant. */
  since: number
  /** Eight bytes each, ascending. */
  ids: Uint8Array
}

const ISSUED_AT = 1
const SINCE = 2
const IDS = 3
const WIDTH = 8

/** The payload of an envelope about `revoked`. */
export const writeRevocationList = ({ issuedAt, since, ids }: RevocationList): Uint8Array =>
  writeCbor(
    new Map<number, Cbor>([
      [ISSUED_AT, issuedAt / 1000],
      [SINCE, since / 1000],
      [IDS, ids],
    ]),
  )

/** The list, when a key of the agency signed it while that key was in force. */
export async function openRevocationList(signed: Uint8Array, keys: SealKeys): Promise<RevocationList | undefined> {
  const envelope = readEnvelope(signed)
  const key = envelope && keys.find(envelope.keyId)
  if (!envelope || !key || !(await isSignedBy(envelope, 'revoked', key.verify))) return undefined
  const fields = readCbor(envelope.payload)
  if (!isMap(fields) || fields.size !== 3) return undefined
  const issuedAt = fields.get(ISSUED_AT)
  const since = fields.get(SINCE)
  const ids = fields.get(IDS)
  if (typeof issuedAt !== 'number' || typeof since !== 'number') return undefined
  if (!(ids instanceof Uint8Array) || ids.length % WIDTH !== 0 || !isAscending(ids)) return undefined
  if (issuedAt * 1000 < key.notBefore || issuedAt * 1000 > key.notAfter) return undefined
  return { issuedAt: issuedAt * 1000, since: since * 1000, ids }
}

/** Sorts ids and drops repetitions. */
export function packIds(ids: Iterable<PermitId>): Uint8Array {
  const sorted = [...new Set(ids)].sort()
  const packed = new Uint8Array(sorted.length * WIDTH)
  sorted.forEach((id, i) => packed.set(fromHex(id), i * WIDTH))
  return packed
}

/** What stands in either, ascending: the kept list and what was revoked since. */
export function mergeIds(a: Uint8Array, b: Uint8Array): Uint8Array {
  const merged = new Uint8Array(a.length + b.length)
  let [i, j, end] = [0, 0, 0]
  while (i < a.length || j < b.length) {
    const order = i >= a.length ? 1 : j >= b.length ? -1 : compare(a, i, b, j)
    merged.set(order <= 0 ? a.subarray(i, i + WIDTH) : b.subarray(j, j + WIDTH), end)
    if (order <= 0) i += WIDTH
    if (order >= 0) j += WIDTH
    end += WIDTH
  }
  return merged.slice(0, end)
}

/** Binary search: 17 steps among a hundred thousand. */
export function isListed(ids: Uint8Array, id: PermitId): boolean {
  const wanted = fromHex(id)
  let [low, high] = [0, ids.length / WIDTH]
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compare(ids, middle * WIDTH, wanted, 0)
    if (order === 0) return true
    if (order < 0) low = middle + 1
    else high = middle
  }
  return false
}

function compare(a: Uint8Array, i: number, b: Uint8Array, j: number): number {
  for (let byte = 0; byte < WIDTH; byte++) {
    const difference = a[i + byte]! - b[j + byte]!
    if (difference !== 0) return difference
  }
  return 0
}

/** A list out of order would hide what it holds from the search, so it is refused. */
function isAscending(ids: Uint8Array): boolean {
  for (let at = WIDTH; at < ids.length; at += WIDTH) if (compare(ids, at - WIDTH, ids, at) >= 0) return false
  return true
}
