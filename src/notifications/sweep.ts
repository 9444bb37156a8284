import { type Clock, SECOND } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { codeOf, createSeldom } from '../kernel/seldom.ts'
import type { Bell, SweptDoorbell } from './doorbell.ts'

/** Finds work that no bell announced: the keys of one bell with something due at `at`. */
interface ForgottenWork {
  bell: Bell
  find: (at: number, limit: number) => Promise<readonly string[]>
}

/** How often is looked, how soon again while a backlog moves, and how many keys are taken at a look. */
const PACE = { every: 2 * SECOND, soon: SECOND / 5, atOnce: 500 }
/** Work that has been due for so long is not reached by rings, whatever becomes of them. */
const STUCK_AFTER = 6 * SECOND

/**
 * Looks through the tables at the start and then every two seconds, and rings for what it finds. What is still there
 * after some seconds is answered by this process, past the queue: losing rings, or any part of what Redis holds,
 * therefore delays work and loses none of it. A backlog that moves is looked at sooner, and only what is new in it is
 * rung, so that nobody waits for the sweep and Redis hears of each key once in two seconds.
 */
export function startSweep(
  doorbell: Pick<SweptDoorbell, 'ring' | 'insist'>,
  forgotten: readonly ForgottenWork[],
  now: Clock,
  log: Log,
  pace = PACE,
) {
  const seldom = createSeldom(now)
  const following = forgotten.map((work) => {
    const look = createLook(doorbell, work, now, pace)
    let timer: NodeJS.Timeout | undefined
    let looking: Promise<void> | undefined
    let stopped = false

    const again = async () => {
      let wait = pace.every
      try {
        wait = await look()
      } catch (cause) {
        // A database that cannot be read now is read again in two seconds.
        const [bell, code] = [work.bell, codeOf(cause)]
        seldom(`${bell} ${code}`, (times) => log.error({ bell, code, times }, 'sweep failed'))
      }
      if (!stopped) timer = setTimeout(begin, wait)
    }
    const begin = () => {
      looking = again()
    }
    begin()
    return async () => {
      stopped = true
      clearTimeout(timer)
      await looking
    }
  })
  return { stop: async () => void (await Promise.all(following.map((stop) => stop()))) }
}

/** One bell. Each look answers after how many milliseconds the next is worth it. */
function createLook(
  doorbell: Pick<SweptDoorbell, 'ring' | 'insist'>,
  { bell, find }: ForgottenWork,
  now: Clock,
  { every, soon, atOnce }: typeof PACE,
) {
  let told: ReadonlyMap<string, 'ring' | 'insist'> = new Map()
  /** Milliseconds since all that was found was rung, whatever was rung before. */
  let waited = every

  return async (): Promise<number> => {
    const at = now()
    const isFull = waited >= every
    const before = waited
    // A look that fails is made up for by a full one.
    waited = every
    const keys = await find(at, atOnce)
    const stuck = keys.length > 0 ? await find(at - STUCK_AFTER, atOnce) : []
    const found = new Map<string, 'ring' | 'insist'>()
    for (const key of keys) found.set(key, 'ring')
    for (const key of stuck) found.set(key, 'insist')

    // The rings of a moment ago are being answered; those that were lost are made up for by the next full look.
    let fresh = 0
    for (const [key, how] of found) {
      if (!told.has(key)) fresh++
      if (isFull || told.get(key) !== how) doorbell[how](bell, key)
    }
    told = found
    // Fewer new ones than this, and looking every two seconds keeps up with them: Zalo's pace is the limit, or the disk.
    const isMoving = keys.length >= atOnce && fresh >= (atOnce * soon) / every
    if (isMoving) waited = isFull ? soon : before + soon
    return isMoving ? soon : every
  }
}
