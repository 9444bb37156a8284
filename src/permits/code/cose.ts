import { isList, isMap, readCbor, writeCbor, type Cbor } from './cbor.ts'
import { fromHex, toHex } from './claims.ts'

// COSE_Sign1 (RFC 9052 §4.2, untagged), the envelope of permits and of the lists that phones keep. Nothing here needs
// Node, so that a checkpoint's phone can run it with no signal; the arithmetic comes with the key.

/** What a signature is about: one made for a permit is worth nothing under a list. Stands in the external data. */
type Subject = 'permit' | 'keys' | 'revoked' | 'timestamp'

interface Envelope {
  algorithm: Cbor | undefined
  keyId: string
  header: Uint8Array
  payload: Uint8Array
  signature: Uint8Array
}

const ALGORITHM = 1
const KEY_ID = 4
/** Two names of the same algorithm: RFC 9864 deprecates ES256 (-7) in favour of the fully specified ESP256 (-9). */
const ESP256 = -9
const ES256 = -7

/** `sign` gets the bytes to sign with ECDSA P-256 and SHA-256 and answers with raw r and s. */
export async function writeEnvelope(
  payload: Uint8Array,
  keyId: string,
  subject: Subject,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const header = writeCbor(
    new Map<number, Cbor>([
      [ALGORITHM, ESP256],
      [KEY_ID, fromHex(keyId)],
    ]),
  )
  const signature = toLowS(await sign(signedBytes(header, payload, subject)))
  return writeCbor([header, new Map(), payload, signature])
}

/** The order of the group of P-256 (FIPS 186-5), and the half of it above which `s` is high. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const HALF = ORDER >> 1n

/**
 * Of a signature (r, s) and its twin (r, n − s), which verifies as well, the one with the lower s: so that one envelope
 * is written in one way. Readers take both, because what was sealed before this rule is genuine.
 */
function toLowS(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${toHex(signature.subarray(32))}`)
  if (s <= HALF) return signature
  return Uint8Array.of(...signature.subarray(0, 32), ...fromHex((ORDER - s).toString(16).padStart(64, '0')))
}

export function readEnvelope(bytes: Uint8Array): Envelope | undefined {
  const parts = readCbor(bytes)
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

/** Whether the key signed it. The key decides the algorithm; a header that claims another one is a lie. */
export const isSignedBy = async (
  { algorithm, header, payload, signature }: Envelope,
  subject: Subject,
  verify: (signature: Uint8Array, bytes: Uint8Array) => Promise<boolean>,
): Promise<boolean> =>
  (algorithm === ESP256 || algorithm === ES256) && verify(signature, signedBytes(header, payload, subject))

/** The Sig_structure of RFC 9052 §4.4. A permit has no external data. */
const signedBytes = (header: Uint8Array, payload: Uint8Array, subject: Subject): Uint8Array =>
  writeCbor([
    'Signature1',
    header,
    subject === 'permit' ? new Uint8Array() : new TextEncoder().encode(subject),
    payload,
  ])
