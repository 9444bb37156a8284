import type { PermitId } from '../../kernel/ids.ts'
import { isList, isMap, readCbor, writeCbor, type Cbor } from './cbor.ts'
import type { PermitClaims } from './permit.ts'
import { packTerms, unpackTerms } from './terms.ts'

/** Registered claim keys (RFC 8392 §4), whose times are in seconds, and the first for private use, which holds what is ours. */
const EXPIRES = 4
const NOT_BEFORE = 5
const CWT_ID = 7
const OURS = -65537

export const MAX_NAME = 40
export const MAX_PLATE = 16

export function writeClaims(claims: PermitClaims): Uint8Array {
  const { id, name, idLast4, plate, from, to, purpose, validFrom, validUntil } = claims
  const terms = claims.terms && packTerms(claims.terms)
  return writeCbor(
    new Map<number, Cbor>([
      [EXPIRES, validUntil / 1000],
      [NOT_BEFORE, validFrom / 1000],
      [CWT_ID, fromHex(id)],
      [OURS, [name, idLast4, plate, from, to, purpose, ...(terms === undefined ? [] : [terms])]],
    ]),
  )
}

/** Reads exactly the shape that `writeClaims` writes; an unknown claim is refused rather than passed over. */
export function readClaims(bytes: Uint8Array): PermitClaims | undefined {
  const claims = readCbor(bytes)
  if (!isMap(claims) || claims.size !== 4) return undefined
  const id = claims.get(CWT_ID)
  const begins = claims.get(NOT_BEFORE)
  const ends = claims.get(EXPIRES)
  const ours = claims.get(OURS)
  if (!(id instanceof Uint8Array) || id.length !== 8) return undefined
  if (!isCount(begins) || !isCount(ends) || begins >= ends) return undefined
  if (!isList(ours) || ours.length > 7) return undefined
  const [name, idLast4, plate, from, to, purpose, packed] = ours
  if (!isText(name, MAX_NAME) || name === '' || !isText(plate, MAX_PLATE)) return undefined
  if (typeof idLast4 !== 'string' || !/^[0-9]{4}$/.test(idLast4)) return undefined
  if (!isCount(from) || !isCount(to) || !isCount(purpose)) return undefined
  const terms = isCount(packed) ? unpackTerms(packed) : undefined
  if (ours.length === 7 && !terms) return undefined
  return {
    ...{ id: toHex(id) as PermitId, name, idLast4, plate, from, to, purpose },
    ...{ validFrom: begins * 1000, validUntil: ends * 1000 },
    ...(terms && { terms }),
  }
}

const isCount = (value: Cbor | undefined): value is number => typeof value === 'number' && value >= 0

const isText = (value: Cbor | undefined, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest && value === value.normalize('NFC')

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
