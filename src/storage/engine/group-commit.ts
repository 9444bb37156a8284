import { setImmediate as nextTick, setTimeout as pause } from 'node:timers/promises'
import type { Db } from './engine.ts'

/** How many pieces of work share one fsync. More would keep the first of them waiting for nothing. */
const GROUP = 64
/** Milliseconds after which a group is thought to wait for a lock, so that others need not wait with it. */
const PATIENCE = 50

/** Milliseconds for which a group that had company makes the next ones wait for some. */
const LATELY = 100

/** One call of `write`. */
export interface Piece {
  work: (db: Db) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (cause: unknown) => void
  /** Milliseconds from anywhere. */
  askedAt: number
}

/** Runs a group in one transaction and answers every piece of it; never throws. */
export type RunGroup = (group: readonly Piece[]) => Promise<void>

/**
 * Whatever waits when a writer is free shares one transaction, and every caller is answered after its commit. The first
 * writer takes all work; the next ones only what comes while those before them are stuck. While several ask at a time,
 * the first of a group waits `company` milliseconds for others: a transaction costs the same for one as for ten.
 */
export function groupCommit(writers: readonly RunGroup[], company = 0) {
  let queue: Piece[] = []
  let hadCompanyAt = -Infinity
  let isGathering = false
  let impatient: NodeJS.Timeout | undefined
  const busySince = new Map<RunGroup, number>()
  let whenIdle: (() => void)[] = []

  const pump = async (): Promise<void> => {
    if (isGathering || queue.length === 0) return
    const writer = writers.find((one) => !busySince.has(one))
    if (!writer) return
    const newest = Math.max(...busySince.values())
    const wait = newest + PATIENCE - performance.now()
    if (wait > 0) {
      impatient ??= setTimeout(() => {
        impatient = undefined
        void pump()
      }, wait)
      return
    }
    isGathering = true
    const at = performance.now()
    const patience = at - hadCompanyAt < LATELY ? (queue[0]?.askedAt ?? 0) + company - at : 0
    if (patience >= 1 && queue.length < GROUP) await pause(patience)
    // Lets the sockets that are ready speak first, as long as that brings more writes into this group.
    // A lone write waits for nobody; sixteen citizens at once need half the commits.
    let seen: number
    do {
      seen = queue.length
      await nextTick()
    } while (queue.length > seen && queue.length < GROUP)
    const group = queue.slice(0, GROUP)
    queue = queue.slice(GROUP)
    if (group.length > 1) hadCompanyAt = performance.now()
    busySince.set(writer, performance.now())
    isGathering = false
    await writer(group)
    busySince.delete(writer)
    if (queue.length > 0) return void pump()
    if (busySince.size > 0 || isGathering) return
    for (const tell of whenIdle) tell()
    whenIdle = []
  }

  return {
    write: <T>(work: (db: Db) => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject, askedAt: performance.now() })
        void pump()
      }),
    /** Resolves when nothing is waiting or running. */
    idle: async () => {
      if (queue.length > 0 || isGathering || busySince.size > 0)
        await new Promise<void>((resolve) => whenIdle.push(resolve))
    },
  }
}
