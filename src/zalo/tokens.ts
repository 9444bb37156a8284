import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Granted, OAuth } from './oauth.ts'
import type { TokenPair, TokenStore } from './ports.ts'

export interface Tokens {
  /** The access token of the OA, or undefined while there is none: a person must connect the OA. */
  current(): Promise<string | undefined>
  /** After Zalo refused a token: another one, or undefined when there is none to be had now. */
  renewed(refused: string): Promise<string | undefined>
  /** Stores a pair that a person's consent brought. */
  adopt(pair: TokenPair): Promise<void>
}

interface TokensPorts {
  oaId: string
  store: TokenStore
  oauth: OAuth
  /** A refresh token from the configuration, used once, when nothing is stored. */
  seed?: string
  now: Clock
  /** Waits this many milliseconds. */
  pause?: (forMs: number) => Promise<unknown>
  log: Log
}

interface Known {
  pair: TokenPair
  savedAt: number
}

/** Six times the time a refresh may take. Whoever holds the lease longer has died. */
const LEASE = MINUTE
/** Between two looks at whether the process that holds the lease has finished. */
const LOOK_AGAIN = 250
/** After a refresh that failed, nobody knocks again for this long. */
const REST = MINUTE
/** A pair this young that is refused is not refreshed again: something else is wrong. */
const YOUNG = 30 * SECOND

/** Refresh at four fifths of the token's life, which is 20 of 25 hours. */
const isDue = ({ pair, savedAt }: Known, now: number): boolean => now >= savedAt + (pair.expiresAt - savedAt) * 0.8

/**
 * Keeps the token pair of one OA fresh. A refresh token works once, and losing its successor needs a person's consent:
 * so one refresher at a time, among all processes, and the new pair is stored before anybody uses it (zalo-oa §6).
 */
export function createTokens({ oaId, store, oauth, seed, now, pause = sleep, log }: TokensPorts): Tokens {
  let known: Known | undefined
  let refreshing: Promise<void> | undefined
  let restUntil = 0
  let unsaved: TokenPair | undefined

  const usable = (): string | undefined =>
    known && known.pair.accessToken !== '' && now() < known.pair.expiresAt ? known.pair.accessToken : undefined

  const look = async (): Promise<void> => {
    known = (await store.load(oaId)) ?? known
  }

  /**
   * Under the lease, and only here, is a refresh token used. `stale` is the access token that must be replaced.
   * Answers whether a new pair was stored, which ends the lease.
   */
  const refreshUnderLease = async (stale: string | undefined): Promise<boolean> => {
    if (unsaved) {
      await keep(unsaved)
      return true
    }
    await look()
    if (known && known.pair.accessToken !== stale) return false
    const granted = await grant(known?.pair.refreshToken)
    if (granted.outcome !== 'granted') {
      // Whoever took over a lease that ran out in our hands has used the token before us, and has stored the next one.
      await look()
      if (!known || known.pair.accessToken === stale) rest(granted.reason)
      return false
    }
    await keep(granted.pair)
    log.info({ oaId, expiresAt: granted.pair.expiresAt }, 'access token refreshed')
    return true
  }

  /** Stored first, used afterwards. A database that fails now gets the pair the next time: there is no other copy. */
  const keep = async (pair: TokenPair): Promise<void> => {
    unsaved = pair
    await store.save(oaId, pair, now())
    unsaved = undefined
    known = { pair, savedAt: now() }
  }

  /** The stored token wins. Once it is refused, the configured one may be newer: a person may have put it there. */
  const grant = async (stored: string | undefined): Promise<Granted> => {
    const granted = stored === undefined ? undefined : await oauth.refresh(stored, now())
    if (granted && granted.outcome !== 'refused') return granted
    if (seed === undefined || seed === stored) return granted ?? { outcome: 'refused', reason: 'no refresh token' }
    return oauth.refresh(seed, now())
  }

  const rest = (reason: string): void => {
    restUntil = now() + REST
    log.error({ oaId, reason }, 'access token not refreshed: if this stays, connect the OA again')
  }

  /** With `patient` the present token is of no use, and it is worth waiting for the process that holds the lease. */
  const refresh = async (stale: string | undefined, patient: boolean): Promise<void> => {
    const givenUpAt = now() + LEASE
    for (;;) {
      const until = now() + LEASE
      if (await store.lease(oaId, until, now())) {
        let stored = false
        try {
          stored = await refreshUnderLease(stale)
        } finally {
          if (!stored) await store.release(oaId, until)
        }
        return
      }
      await look()
      if (!patient || (known && known.pair.accessToken !== stale)) return
      if (now() >= givenUpAt) return rest('the lease is held')
      await pause(LOOK_AGAIN)
    }
  }

  /** One refresh of this process at a time; whoever comes meanwhile waits for the same one. */
  const refreshOnce = (stale: string | undefined, patient: boolean): Promise<void> => {
    refreshing ??= refresh(stale, patient).finally(() => {
      refreshing = undefined
    })
    return refreshing
  }

  return {
    current: async () => {
      if (!known) await look()
      if (known && !isDue(known, now())) return usable()
      if (now() >= restUntil) await refreshOnce(known?.pair.accessToken, usable() === undefined)
      return usable()
    },

    renewed: async (refused) => {
      if (known && known.pair.accessToken !== refused) return usable()
      await look()
      if (known && known.pair.accessToken !== refused) return usable()
      if (now() < restUntil || (known && now() - known.savedAt < YOUNG)) return undefined
      await refreshOnce(refused, true)
      return known?.pair.accessToken === refused ? undefined : usable()
    },

    adopt: async (pair) => {
      await keep(pair)
      restUntil = 0
    },
  }
}
