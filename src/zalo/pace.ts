import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'

/** Resolves when one more request may go out for this citizen. */
export type Pace = (citizen: CitizenId) => Promise<void>

interface PaceOptions {
  perSecond: number
  /** Milliseconds from anywhere that never go back: the clock on the wall may be set while requests wait. */
  now?: Clock
  sleep?: (forMs: number) => Promise<unknown>
}

/** How long a citizen's requests are remembered against them. */
const REMEMBERED_FOR = MINUTE

interface Asking {
  citizen: CitizenId
  go: () => void
}

/**
 * Lets `perSecond` requests through at once and then that many a second. Who had least within the last minute goes
 * first, and of equals who asked first: somebody who writes sixty times delays themselves and hardly anybody else.
 * Zalo counts 4,000 a minute for an app, all its processes together (zalo-oa §9): 30 a second in each of two processes
 * keeps below.
 */
export function createPace({ perSecond, now = () => performance.now(), sleep: wait = sleep }: PaceOptions): Pace {
  const step = SECOND / perSecond
  // The instant at which the bucket is full again; it may lie one second ahead before anybody waits.
  let fullAt = -Infinity
  const line: Asking[] = []
  const had = new Map<CitizenId, number>()
  let forgottenAt = now()

  const count = (citizen: CitizenId) => {
    if (now() - forgottenAt >= REMEMBERED_FOR) {
      forgottenAt = now()
      had.clear()
    }
    had.set(citizen, (had.get(citizen) ?? 0) + 1)
  }
  // Thirty steps of a thirtieth are a hair more than a second.
  const isFree = () => fullAt - now() <= SECOND - step + 0.01
  const take = (citizen: CitizenId) => {
    fullAt = Math.max(now(), fullAt) + step
    count(citizen)
  }

  let serving = false
  const serve = async () => {
    serving = true
    while (line.length > 0) {
      if (!isFree()) await wait(fullAt + step - now() - SECOND)
      const [next] = line.splice(modestIn(line, had), 1)
      if (!next) break
      take(next.citizen)
      next.go()
    }
    serving = false
  }

  return (citizen) => {
    if (line.length === 0 && !serving && isFree()) {
      take(citizen)
      return Promise.resolve()
    }
    return new Promise((go) => {
      line.push({ citizen, go })
      if (!serving) void serve()
    })
  }
}

function modestIn(line: readonly Asking[], had: ReadonlyMap<CitizenId, number>): number {
  let best = 0
  let least = Infinity
  for (const [i, { citizen }] of line.entries()) {
    const count = had.get(citizen) ?? 0
    if (count < least) [best, least] = [i, count]
  }
  return best
}
