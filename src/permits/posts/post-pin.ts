import { createHash } from 'node:crypto'
import { ALPHABET } from '../code/number.ts'

const LENGTH = 12

/** `7KX2-M9PQ-4RTA`: 59 random bits, read out once to whoever sets up the phones of a post. */
export function makePostPin(random: (below: number) => number): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[random(ALPHABET.length)]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** The code is random, so that a plain hash of it keeps it. Spaces, hyphens and case are nobody's fault. */
export function hashPostPin(post: string, code: string): string {
  const bare = code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(`${post}/${bare}`).digest('hex')
}
