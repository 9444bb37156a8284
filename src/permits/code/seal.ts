import { readClaims, writeClaims } from './claims.ts'
import { isSignedBy, readEnvelope, writeEnvelope } from './cose.ts'
import { fromDigits, toDigits } from './digits.ts'
import type { PermitClaims } from './permit.ts'

// The code of a permit: CWT claims in a COSE envelope, written as digits. Like all it imports, free of Node.

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
  /** Where the keys are a copy: looks up those made since. Asked before a key is called unknown. */
  catchUp?(): Promise<void>
  /** Tried in the place of a key that is not known, so that a stranger cannot tell from the time which keys there are. */
  decoy?: SealKey
}

export type Opened =
  | { outcome: 'genuine'; claims: PermitClaims; keyId: string }
  /** A whole code that its key did not sign. */
  | { outcome: 'forged' }
  /** Not a whole code: cut, misread or made up. */
  | { outcome: 'malformed' }
  | { outcome: 'unknown key' }

export const seal = async (claims: PermitClaims, keyId: string, signer: Signer): Promise<string> =>
  toDigits(await writeEnvelope(writeClaims(claims), keyId, 'permit', (bytes) => signer.sign(keyId, bytes)))

export async function open(digits: string, keys: SealKeys): Promise<Opened> {
  const bytes = fromDigits(digits)
  const envelope = bytes && readEnvelope(bytes)
  if (!envelope) return { outcome: 'malformed' }
  const { keyId, payload } = envelope

  const key = await findAlsoNew(keys, keyId)
  if (!key) {
    if (keys.decoy) await isSignedBy(envelope, 'permit', keys.decoy.verify)
    return { outcome: 'unknown key' }
  }
  if (!(await isSignedBy(envelope, 'permit', key.verify))) return { outcome: 'forged' }

  const claims = readClaims(payload)
  if (!claims) return { outcome: 'malformed' }
  const inWindow = claims.validFrom >= key.notBefore && claims.validUntil <= key.notAfter
  return inWindow ? { outcome: 'genuine', claims, keyId } : { outcome: 'forged' }
}

/** A key that another process made a moment ago is not unknown to the agency. */
export async function findAlsoNew(keys: SealKeys, keyId: string): Promise<SealKey | undefined> {
  if (!keys.find(keyId)) await keys.catchUp?.()
  return keys.find(keyId)
}
