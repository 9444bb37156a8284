import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What somebody looks for is a name or a number of a citizen, and addresses stand in the logs of every proxy. So it goes out in
 * a form and stands in the address only sealed, under a key that follows from the session: pages of a list, the way back and
 * reloading work as with any address, in every process, and nobody else's browser, nor a later session, opens it.
 */
const LABEL = 'mot-cua search'
const NONCE = 12
const TAG = 16
/** Lengths are rounded up to it, in bytes: the length of a name is not told either. */
const BLOCK = 48

const keyFor = (csrf: string): Buffer => Buffer.from(hkdfSync('sha256', csrf, '', LABEL, 32))

/** For an address. `csrf`: of the session of whoever typed it. */
export function sealSearch(typed: string, csrf: string): string {
  const text = Buffer.from(typed)
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / BLOCK) * BLOCK)
  text.copy(padded)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(csrf), nonce)
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** What was typed; undefined when it was typed in another session, or the address was changed. */
export function openSearch(token: string, csrf: string): string | undefined {
  const sealed = Buffer.from(token, 'base64url')
  if (sealed.length < NONCE + BLOCK + TAG) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(csrf), sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAuthTag(sealed.subarray(-TAG))
    const padded = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
    return padded.subarray(0, padded.indexOf(0)).toString()
  } catch {
    // It was sealed under the key of another session.
    return undefined
  }
}
