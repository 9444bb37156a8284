import { type Clock, SECOND } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { codeOf, createSeldom } from '../kernel/seldom.ts'
import type { Bell, SweptDoorbell } from './doorbell.ts'

/** Finds work that no bell announced: the keys of one bell with something due at `at`. */
interface ForgottenWork {
  bell: Bell
  find: (at: number, limit: number) => Promise<readonly string[]>
}

const EVERY = 2 * SECOND
const AT_ONCE = 500
/** Work that has been due for so long is not reached by rings, whatever becomes of them. */
const STUCK_AFTER = 6 * SECOND

/**
 * Looks through the tables at the start and then every two seconds, and rings for what it finds. What is still there
 * after some seconds is answered by this process, past the queue: losing rings, or any part of what Redis holds,
 * therefore delays work and loses none of it.
 */
export function startSweep(
  doorbell: Pick<SweptDoorbell, 'ring' | 'insist'>,
  forgotten: readonly ForgottenWork[],
  now: Clock,
  log: Log,
) {
  const seldom = createSeldom(now)
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let sweeping: Promise<void> | undefined

  const look = async ({ bell, find }: ForgottenWork) => {
    const at = now()
    const keys = await find(at, AT_ONCE)
    const stuck = new Set(keys.length > 0 ? await find(at - STUCK_AFTER, AT_ONCE) : [])
    for (const key of keys) if (!stuck.has(key)) doorbell.ring(bell, key)
    for (const key of stuck) doorbell.insist(bell, key)
  }

  const sweep = async () => {
    for (const work of forgotten) {
      try {
        await look(work)
      } catch (cause) {
        // A database that cannot be read now is read again in two seconds.
        const [bell, code] = [work.bell, codeOf(cause)]
        seldom(`${bell} ${code}`, (times) => log.error({ bell, code, times }, 'sweep failed'))
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
