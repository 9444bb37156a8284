import { randomUUID } from 'node:crypto'
import type { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { SECOND } from '../kernel/clock.ts'

const LOOK_EVERY = SECOND / 10
/** Whoever does not renew its place for this long is gone, or too busy to be the only one. */
const GONE_AFTER = SECOND
/** Looks in a row without a ring that waits too long, before a process rests. */
const CALM_LOOKS = 20

/**
 * Takes or renews the place of the process that never rests. Answers 1 to its holder, to others the ring that has waited
 * longest, or nothing.
 */
const LOOK = `
local holder = redis.call('GET', KEYS[1])
if not holder or holder == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1
end
return redis.call('LINDEX', KEYS[2], -1)`

const LEAVE = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`

/**
 * Lets one process answer a bell for all as long as it keeps up. Work that one process takes shares its commits and its
 * packets; dealt out to several, every turn costs more. A ring that still waits a look after it was seen first, whether
 * its process is busy, stopped or gone, wakes the others until it has been calm for two seconds. Where Redis does not
 * answer everything stays as it is: the doorbell sees to that.
 */
export function keepOneAwake(connection: Redis, queue: Queue, worker: Worker): { stop(): void } {
  const me = randomUUID()
  const place = queue.toKey('awake')
  const waiting = queue.toKey('wait')
  let oldest: string | undefined
  let calm = 0
  let isLooking = false
  let isStopped = false

  const look = async () => {
    const seen = await connection.eval(LOOK, 2, place, waiting, me, GONE_AFTER)
    if (isStopped) return
    const isLate = typeof seen === 'string' && seen === oldest
    oldest = typeof seen === 'string' ? seen : undefined
    calm = isLate ? 0 : calm + 1
    if (seen === 1 || isLate) {
      if (worker.isPaused()) await worker.resume()
    } else if (calm >= CALM_LOOKS && !worker.isPaused()) await worker.pause(true)
  }
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    look()
      // Redis is away, or went while it was asked: the next look tells.
      .catch(() => undefined)
      .finally(() => (isLooking = false))
  }, LOOK_EVERY)
  timer.unref()

  return {
    stop: () => {
      isStopped = true
      clearInterval(timer)
      connection.eval(LEAVE, 1, place, me).catch(() => undefined)
    },
  }
}
