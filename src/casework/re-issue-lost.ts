import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { isTimestampKey } from '../permits/code/key-list.ts'
import type { KeyStore } from '../permits/keys/key-store.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import type { createReIssue, ReIssues } from './re-issue.ts'

/** A key that was lost or stolen, and what is still to be done for it. */
export interface LostKey {
  keyId: string
  withdrawnAt: number
  because: string
  /** Permits under it that are in force: a checkpoint takes them for forged. */
  permits: number
  /** They are being made anew at this moment, by this process. */
  isUnderWay: boolean
}

/** What an administrator does for all permits under a lost key at once. */
export interface ReIssueLost {
  /** The newest first. */
  keys(): Promise<LostKey[]>
  /** Whether there is a key to seal with, that this process knows by now. */
  hasKey(): Promise<boolean>
  /** Answers at once, and goes on by itself; begun twice, it goes on once. */
  begin(keyId: string): void
}

interface ReIssueLostPorts {
  store: Pick<KeyStore, 'keys'>
  permits: Pick<ReIssues, 'countUnder'>
  run: ReturnType<typeof createReIssue>['run']
  keys: Pick<KeyRing, 'keyFor'>
  now: Clock
  log: Log
}

/**
 * What is left to do is what is still in force under the key: it needs no progress of its own. A process that is killed leaves each
 * permit as it was or made anew, and whoever begins again goes on from there, also beside another process.
 */
export function createReIssueLost({ store, permits, run, keys, now, log }: ReIssueLostPorts): ReIssueLost {
  const underWay = new Set<string>()
  const goThrough = async (keyId: string): Promise<void> => {
    try {
      await run(keyId)
    } catch {
      // Nobody waits for it: the page shows what is left, and it is begun again there.
      log.warn({ what: 'making permits anew' }, 'a round failed')
    } finally {
      underWay.delete(keyId)
    }
  }
  return {
    keys: async () => {
      const lost = (await store.keys()).filter((key) => key.withdrawnAt !== undefined && !isTimestampKey(key))
      const each = lost.map(async ({ keyId, withdrawnAt = 0, withdrawnBecause: because = '' }) => ({
        ...{ keyId, withdrawnAt, because, isUnderWay: underWay.has(keyId) },
        permits: await permits.countUnder(keyId, now()),
      }))
      return (await Promise.all(each)).sort((a, b) => b.withdrawnAt - a.withdrawnAt)
    },
    hasKey: async () => {
      const at = now()
      const keyId = keys.keyFor({ now: at, validFrom: at, validUntil: at })
      // For some seconds after a key was withdrawn a process may take it for the one in force still.
      const known = (await store.keys()).find((key) => key.keyId === keyId)
      return keyId !== undefined && known?.withdrawnAt === undefined
    },
    begin: (keyId) => {
      if (underWay.has(keyId)) return
      underWay.add(keyId)
      void goThrough(keyId)
    },
  }
}
