import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** A secret of PERMIT_KEYS: 32 bytes that private keys are wrapped with before they touch a disk. */
export type WrappingSecret = Buffer

const IV = 12
const TAG = 16

/** Reads PERMIT_KEYS: secrets of 32 bytes in base64url, separated by commas. The first wraps, all of them unwrap. */
export function parseSecrets(text: string): { ok: true; secrets: WrappingSecret[] } | { ok: false; problem: string } {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const secrets = parts.map((part) => Buffer.from(part, 'base64url'))
  const sound = secrets.every((secret, i) => secret.length === 32 && secret.toString('base64url') === parts[i])
  return parts.length > 0 && sound
    ? { ok: true, secrets }
    : { ok: false, problem: 'PERMIT_KEYS: one or more secrets of 32 bytes in base64url, separated by commas' }
}

export const inventSecret = (): string => randomBytes(32).toString('base64url')

/** AES-256-GCM. The id of the key is bound in, so that one wrapped key cannot be passed off as another. */
export function wrapKey(pkcs8: Buffer, keyId: string, secret: WrappingSecret): string {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(keyId))
  const sealed = Buffer.concat([iv, cipher.update(pkcs8), cipher.final(), cipher.getAuthTag()])
  return `${nameOf(secret)}.${sealed.toString('base64url')}`
}

/** Undefined when none of the secrets fits or the text was changed. */
export function unwrapKey(wrapped: string, keyId: string, secrets: readonly WrappingSecret[]): Buffer | undefined {
  const [name, body = ''] = wrapped.split('.')
  const secret = secrets.find((each) => nameOf(each) === name)
  const bytes = Buffer.from(body, 'base64url')
  if (!secret || bytes.length <= IV + TAG) return undefined
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, IV))
  decipher.setAAD(Buffer.from(keyId)).setAuthTag(bytes.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()])
  } catch {
    // What OpenSSL says about the bytes stays here.
    return undefined
  }
}

/** Tells secrets apart without telling anything of them. */
const nameOf = (secret: WrappingSecret): string => createHash('sha256').update(secret).digest('hex').slice(0, 8)
