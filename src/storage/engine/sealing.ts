import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Fault } from '../../kernel/fault.ts'

/** A key of DATA_KEYS. */
export interface SealingKey {
  /** Stands in every value that was sealed with it. */
  id: string
  /** 32 bytes. */
  secret: Buffer
}

const NONCE = 12
const TAG = 16

/** Reads DATA_KEYS: `id:secret` of 32 bytes in base64url, separated by commas. The first seals, all of them open. */
export function parseSealingKeys(text: string): { ok: true; keys: SealingKey[] } | { ok: false; problem: string } {
  const parts = text.split(',').map((part) => part.trim())
  const keys = parts.map((part): SealingKey | undefined => {
    const [, id = '', encoded = ''] = /^([a-z0-9-]{1,16}):([\w-]{43})$/.exec(part) ?? []
    const secret = Buffer.from(encoded, 'base64url')
    return secret.length === 32 && secret.toString('base64url') === encoded ? { id, secret } : undefined
  })
  const sound = keys.filter((key) => key !== undefined)
  if (sound.length < parts.length)
    return {
      ok: false,
      problem:
        'DATA_KEYS: one or more of id:secret, separated by commas; an id of at most 16 of a-z, 0-9 and -, a secret of 32 bytes in base64url',
    }
  if (new Set(sound.map(({ id }) => id)).size < sound.length)
    return { ok: false, problem: 'DATA_KEYS: two keys have the same id' }
  return { ok: true, keys: sound }
}

/** AES-256-GCM as nonce, ciphertext, tag. Nonces are random: one key is good for some 2^32 values. */
export function seal(content: Buffer, { secret }: SealingKey, bound: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(bound)
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** Throws when what is sealed was changed, or belongs to another place. */
export function unseal(sealed: Buffer, { secret }: SealingKey, bound: Buffer, place: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(bound).setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
  } catch (cause) {
    // OpenSSL only knows that it does not fit.
    throw new Fault(`what is kept in ${place} was changed or moved`, { retry: false, cause })
  }
}
