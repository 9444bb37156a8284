import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Clock, HOUR, MINUTE } from '../kernel/clock.ts'
import type { StaffAccounts, StaffSession, StaffSessions } from './accounts.ts'
import { opensWith } from './passwords.ts'

/** One working day and its overtime. */
export const SESSION_FOR = 12 * HOUR
const TRIES = 8
const TRIES_WITHIN = 15 * MINUTE
/** How many addresses and accounts are remembered; the oldest go first. */
const REMEMBERED = 10_000

export type SignedIn = { outcome: 'signed in'; token: string } | { outcome: 'wrong' } | { outcome: 'too many' }

/** Only this goes to the database: whoever reads it there cannot sign in with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export function createSignIn({
  accounts,
  sessions,
  now,
}: {
  accounts: StaffAccounts
  sessions: StaffSessions
  now: Clock
}) {
  const failures = new Map<string, number[]>()
  const recent = (key: string): number[] => (failures.get(key) ?? []).filter((at) => now() - at < TRIES_WITHIN)
  const failed = (key: string) => {
    const times = recent(key)
    failures.delete(key)
    failures.set(key, [...times, now()])
    const [oldest] = failures.keys()
    if (failures.size > REMEMBERED && oldest !== undefined) failures.delete(oldest)
  }

  return {
    /** Checks a password in the same time for known and unknown accounts; eight failures close the door for a while. */
    signIn: async (email: string, password: string, address: string): Promise<SignedIn> => {
      const account = email.trim().toLowerCase()
      const keys = [`address ${address}`, `account ${account}`]
      if (keys.some((key) => recent(key).length >= TRIES)) return { outcome: 'too many' }
      const known = await accounts.findByEmail(account)
      const usable = known && known.disabledAt === undefined ? known : undefined
      if (!(await opensWith(password, usable?.passwordHash)) || !usable) {
        keys.forEach(failed)
        return { outcome: 'wrong' }
      }
      const token = randomBytes(32).toString('base64url')
      const csrf = randomBytes(32).toString('base64url')
      await sessions.open(hashOf(token), { account: usable.id, csrf, openedAt: now(), expiresAt: now() + SESSION_FOR })
      return { outcome: 'signed in', token }
    },
    find: async (token: string | undefined): Promise<StaffSession | undefined> =>
      token ? sessions.find(hashOf(token), now()) : undefined,
    signOut: (token: string) => sessions.close(hashOf(token)),
  }
}

/** In constant time. */
export function isSameSecret(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
