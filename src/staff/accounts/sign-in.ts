import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, HOUR, SECOND } from '../../kernel/clock.ts'
import { createGuessLimit } from '../../kernel/guess-limit.ts'
import { DEVICE_KNOWN_FOR, type KnownDevices } from '../../kernel/known-devices.ts'
import { createLanes } from '../../kernel/lanes.ts'
import { networkOf } from '../../kernel/networks.ts'
import { hashToken, randomToken } from '../../kernel/secrets.ts'
import type { StaffAccount, StaffAccounts, StaffSession, StaffSessions } from './accounts.ts'
import { opensWith } from './passwords.ts'

/** One working day and its overtime. */
export const SESSION_FOR = 12 * HOUR

/** `token` is the session's, `device` what the browser is known by from now on. `for` is in milliseconds. */
export type SignedIn =
  | { outcome: 'signed in'; token: string; device: string; csrf: string; name: string }
  | { outcome: 'wrong' }
  | { outcome: 'wait' | 'busy'; for: number }

type Guessed = { outcome: 'right' } | { outcome: 'wrong' } | { outcome: 'wait' | 'busy'; for: number }

export interface SignInPorts {
  accounts: StaffAccounts
  sessions: StaffSessions
  devices: KnownDevices
  now: Clock
  pause?: (milliseconds: number) => Promise<unknown>
}

/** Libuv has four threads for all of the program: two stay free for the disk, however many passwords are tried. */
const HASHING = { atOnce: 2, waiting: 64, perLane: 8 }

/** Of an account that cannot be used it is nobody's, and asked for all the same: the time must not tell. */
const ownerOf = (account: StaffAccount | undefined): string => `staff ${account?.id ?? ''}`

export function createSignIn({ accounts, sessions, devices, now, pause = sleep }: SignInPorts) {
  const limit = createGuessLimit({ now, pause })
  const lanes = createLanes(HASHING)

  /** One guess at a password, at the pace of guesses. Nobody's password takes as long as somebody's. */
  const guess = async (
    password: string,
    hash: string | undefined,
    { subject, network, device }: { subject: string; network: string; device?: string },
  ): Promise<Guessed> => {
    const admission = await limit.admit({ subject, network, ...(device !== undefined && { device }) })
    if (admission.outcome === 'wait') return admission
    const lane = { lane: device ?? network, isKnown: device !== undefined }
    const opened = await lanes.run(lane, () => opensWith(password, hash))
    if (opened.outcome === 'full') {
      admission.untried()
      return { outcome: 'busy', for: 5 * SECOND }
    }
    if (!opened.value) return { outcome: 'wrong' }
    admission.right()
    return { outcome: 'right' }
  }

  return {
    /**
     * Checks a password at the same cost for known and unknown accounts. Wrong ones slow down who sends them, and nobody
     * elsewhere; a browser that signed in to this account before waits for nobody else's.
     */
    signIn: async (email: string, password: string, from: { address: string; device?: string }): Promise<SignedIn> => {
      const subject = email.trim().toLowerCase()
      const network = networkOf(from.address)
      const known = await accounts.findByEmail(subject)
      const usable = known && known.disabledAt === undefined && known.passwordHash !== '' ? known : undefined
      const given = from.device ?? ''
      const device = hashToken(given)
      const isKnown = await devices.isOf(device, ownerOf(usable), now())

      const guessed = await guess(password, usable?.passwordHash, { subject, network, ...(isKnown && { device }) })
      if (guessed.outcome !== 'right') return guessed
      if (!usable) return { outcome: 'wrong' }

      const token = randomToken()
      const csrf = randomToken()
      const at = now()
      await sessions.open(hashToken(token), { account: usable.id, csrf, openedAt: at, expiresAt: at + SESSION_FOR })
      const kept = isKnown ? given : randomToken()
      await devices.remember(hashToken(kept), ownerOf(usable), { seenAt: at, expiresAt: at + DEVICE_KNOWN_FOR })
      return { outcome: 'signed in', token, device: kept, csrf, name: usable.name }
    },
    /** Whether whoever sits at a session knows its password. Strangers' guesses do not make them wait. */
    confirm: ({ id, account }: StaffSession, password: string, from: { address: string }): Promise<Guessed> =>
      guess(password, account.passwordHash, {
        ...{ subject: account.email, network: networkOf(from.address), device: `session ${id}` },
      }),
    find: async (token: string | undefined): Promise<StaffSession | undefined> =>
      token ? sessions.find(hashToken(token), now()) : undefined,
    signOut: (token: string) => sessions.close(hashToken(token)),
  }
}
