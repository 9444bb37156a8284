import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits for a cookie or a form, in base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** Only this of a token goes to the database: whoever reads it there cannot use it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** In constant time. */
export function isSameSecret(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
