import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Clock, HOUR, MINUTE } from '../kernel/clock.ts'
import type { StaffAccounts, StaffSession, StaffSessions } from './accounts.ts'
import { opensWith } from './passwords.ts'
import { createThrottle } from '../kernel/throttle.ts'

/** One working day and its overtime. */
export const SESSION_FOR = 12 * HOUR
export const TRIES_WITHIN = 15 * MINUTE
const TRIES_PER_ACCOUNT = 8
/** More than for an account: a whole office may sit behind one address. */
const TRIES_PER_ADDRESS = 40

export type SignedIn = { outcome: 'signed in'; token: string } | { outcome: 'wrong' } | { outcome: 'too many' }

/** Only this goes to the database: whoever reads it there cannot sign in with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

interface SignInPorts {
  accounts: StaffAccounts
  sessions: StaffSessions
  now: Clock
}

export function createSignIn({ accounts, sessions, now }: SignInPorts) {
  const ofAccount = createThrottle({ tries: TRIES_PER_ACCOUNT, within: TRIES_WITHIN, now })
  const ofAddress = createThrottle({ tries: TRIES_PER_ADDRESS, within: TRIES_WITHIN, now })

  return {
    /** Checks a password at the same cost for known and unknown accounts; too many wrong ones close the door a while. */
    signIn: async (email: string, password: string, address: string): Promise<SignedIn> => {
      const account = email.trim().toLowerCase()
      if (!ofAddress.take(address) || !ofAccount.take(account)) return { outcome: 'too many' }
      const known = await accounts.findByEmail(account)
      const usable = known && known.disabledAt === undefined ? known : undefined
      if (!(await opensWith(password, usable?.passwordHash)) || !usable) return { outcome: 'wrong' }
      ofAddress.giveBack(address)
      ofAccount.giveBack(account)
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
