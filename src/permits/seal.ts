import { isList, isMap, readCbor, writeCbor, type Cbor } from './cbor.ts'
import { fromHex, readClaims, toHex, writeClaims } from './claims.ts'
import { fromDigits, toDigits } from './digits.ts'
import type { PermitClaims } from './permit.ts'

// The code of a permit is a COSE_Sign1 (RFC 9052 §4.2, untagged) around CWT claims, written as digits. Nothing in this
// file or below it needs Node, so that a checkpoint's phone can run it with no signal; the arithmetic comes with the key.

/** Signs with ECDSA P-256 and SHA-256, raw r and s of 32 bytes each. A port, so that a key can stay in its hardware. */
export interface Signer {
  sign(keyId: string, bytes: Uint8Array): Promise<Uint8Array>
}

/** One public key of the agency. It always verifies ECDSA P-256 with SHA-256, whatever the header of a code says. */
export interface SealKey {
  /** Two bytes as four hex digits. */
  keyId: string
  /** Epoch milliseconds. A permit reaching outside this window was not sealed by its owner. */
  notBefore: number
  notAfter: number
  verify(signature: Uint8Array, bytes: Uint8Array): Promise<boolean>
}

export interface SealKeys {
  find(keyId: string): SealKey | undefined
}

export type Opened =
  | { outcome: 'genuine'; claims: PermitClaims; keyId: string }
  /** A whole code that its key did not sign. */
  | { outcome: 'forged' }
  /** Not a whole code: cut, misread or made up. */
  | { outcome: 'malformed' }
  | { outcome: 'unknown key' }

const ALGORITHM = 1
const KEY_ID = 4
/** Two names of the same algorithm: RFC 9864 deprecates ES256 (-7) in favour of the fully specified ESP256 (-9). */
const ESP256 = -9
const ES256 = -7

export async function seal(claims: PermitClaims, keyId: string, signer: Signer): Promise<string> {
  const header = writeCbor(
    new Map<number, Cbor>([
      [ALGORITHM, ESP256],
      [KEY_ID, fromHex(keyId)],
    ]),
  )
  const payload = writeClaims(claims)
  const signature = await signer.sign(keyId, signedBytes(header, payload))
  return toDigits(writeCbor([header, new Map(), payload, signature]))
}

export async function open(digits: string, keys: SealKeys): Promise<Opened> {
  const envelope = readEnvelope(digits)
  if (!envelope) return { outcome: 'malformed' }
  const { algorithm, keyId, header, payload, signature } = envelope

  const key = keys.find(keyId)
  if (!key) return { outcome: 'unknown key' }
  if (algorithm !== ESP256 && algorithm !== ES256) return { outcome: 'forged' }
  if (!(await key.verify(signature, signedBytes(header, payload)))) return { outcome: 'forged' }

  const claims = readClaims(payload)
  if (!claims) return { outcome: 'malformed' }
  const inWindow = claims.validFrom * 1000 >= key.notBefore && claims.validUntil * 1000 <= key.notAfter
  return inWindow ? { outcome: 'genuine', claims, keyId } : { outcome: 'forged' }
}

interface Envelope {
  algorithm: Cbor | undefined
  keyId: string
  header: Uint8Array
  payload: Uint8Array
  signature: Uint8Array
}

function readEnvelope(digits: string): Envelope | undefined {
  const bytes = fromDigits(digits)
  const parts = bytes && readCbor(bytes)
  if (!isList(parts) || parts.length !== 4) return undefined
  const [header, unprotected, payload, signature] = parts
  if (!(header instanceof Uint8Array) || !(payload instanceof Uint8Array)) return undefined
  if (!isMap(unprotected) || unprotected.size !== 0) return undefined
  if (!(signature instanceof Uint8Array) || signature.length !== 64) return undefined

  const fields = readCbor(header)
  if (!isMap(fields) || fields.size !== 2) return undefined
  const keyId = fields.get(KEY_ID)
  if (!(keyId instanceof Uint8Array) || keyId.length !== 2) return undefined
  return { algorithm: fields.get(ALGORITHM), keyId: toHex(keyId), header, payload, signature }
}

/** The Sig_structure of RFC 9052 §4.4, without external data. */
const signedBytes = (header: Uint8Array, payload: Uint8Array): Uint8Array =>
  writeCbor(['Signature1', header, new Uint8Array(), payload])
