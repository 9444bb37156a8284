import { type Clock, SECOND } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Bell, Doorbell } from './doorbell.ts'

/** Finds work that no bell announced: the keys of one bell with something due. */
export interface ForgottenWork {
  bell: Bell
  find: (now: number, limit: number) => Promise<readonly string[]>
}

const EVERY = 2 * SECOND
const AT_ONCE = 500

/**
 * Looks through the tables at the start and then every two seconds, and rings for what it finds.
 * Losing every ring, or all of Redis, therefore delays work and loses none of it.
 */
export function startSweep(doorbell: Doorbell, forgotten: readonly ForgottenWork[], now: Clock, log: Log) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let sweeping: Promise<void> | undefined

  const sweep = async () => {
    for (const { bell, find } of forgotten) {
      try {
        for (const key of await find(now(), AT_ONCE)) doorbell.ring(bell, key)
      } catch (cause) {
        // A database that cannot be read now is read again in two seconds.
        log.error({ bell, code: cause instanceof Error ? cause.name : 'unknown' }, 'sweep failed')
      }
    }
    if (!stopped) timer = setTimeout(again, EVERY)
  }
  const again = () => {
    sweeping = sweep()
  }
  again()

  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await sweeping
    },
  }
}
