import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createBullmqDoorbell } from '../../src/notifications/bullmq-doorbell.ts'
import type { SweptDoorbell } from '../../src/notifications/doorbell.ts'
import { startSweep } from '../../src/notifications/sweep.ts'
import { PATIENCE } from '../patience.ts'
import { type RedisServer, startRedis } from '../servers/redis.ts'

async function until(condition: () => boolean, patience = PATIENCE) {
  const deadline = Date.now() + patience
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await sleep(5)
  }
}

let server: RedisServer
let redis: Redis
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  server = await startRedis()
  redis = new Redis(server.url)
  redis.on('error', () => undefined)
})
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
  await redis.flushall()
})
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})

/** One worker, two keys at a time, over a table of what is due, which a sweep looks through. */
function working() {
  const logged: string[] = []
  const note = (_fields: object, message: string) => void logged.push(message)
  const doorbell: SweptDoorbell = createBullmqDoorbell(server.url, { info: note, warn: note, error: note })
  const due = new Map<string, number>()
  const active = new Map<string, number>()
  let together = 0
  doorbell.answer('turn', 2, async (key) => {
    active.set(key, (active.get(key) ?? 0) + 1)
    together = Math.max(together, active.get(key) ?? 0)
    await sleep(20)
    due.delete(key)
    active.set(key, (active.get(key) ?? 0) - 1)
  })
  const find = async (at: number) => [...due].flatMap(([key, since]) => (since <= at ? [key] : []))
  const sweep = startSweep(doorbell, [{ bell: 'turn', find }], Date.now, { info: note, warn: note, error: note })
  opened.push({
    close: async () => {
      await sweep.stop()
      await doorbell.close()
    },
  })
  const arrive = (key: string) => {
    due.set(key, Date.now())
    doorbell.ring('turn', key)
  }
  return { due, arrive, together: () => together, logged }
}

describe('losing what Redis holds', () => {
  it.each([
    ['the list of waiting jobs', /:wait$/],
    ['the list of active jobs', /:active$/],
    ['the keys of deduplication', /:de:/],
    ['the jobs', /:\d+$/],
    ['the locks', /:lock$/],
    ['the settings of the queue', /:meta$/],
    ['the marker of work', /:marker$/],
    ['the counter of jobs', /:id$/],
    ['everything', /./],
  ])('delays work and loses none: %s', async (_what, lost) => {
    const { due, arrive } = working()
    const citizens = Array.from({ length: 60 }, (_, n) => `c${n}`)
    for (const key of citizens) arrive(key)
    await until(() => due.size <= 50)
    const keys = (await redis.keys('bull:bell-turn:*')).filter((key) => lost.test(key))
    if (keys.length > 0) await redis.del(...keys)
    await until(() => due.size === 0)
    // Nor are those who come afterwards lost, whatever was left behind of the first ones.
    for (const key of citizens) arrive(key)
    await until(() => due.size === 0)
  })
})

describe('a Redis that goes silent', () => {
  it('is worked without while it is away, one answer per key at a time, and used again afterwards', async () => {
    const { due, arrive, together, logged } = working()
    arrive('before')
    await until(() => due.size === 0)
    process.kill(server.pid, 'SIGSTOP')
    try {
      for (let n = 0; n < 40; n++) arrive(`c${n % 10}`)
      await until(() => due.size === 0, 15_000)
      const began = Date.now()
      for (let n = 0; n < 40; n++) arrive(`d${n % 10}`)
      await until(() => due.size === 0)
      // Known to be away, it is not even asked: ten keys of twenty milliseconds, two at a time.
      expect(Date.now() - began).toBeLessThan(3_000)
    } finally {
      process.kill(server.pid, 'SIGCONT')
    }
    await until(() => logged.includes('Redis answers again'))
    for (let n = 0; n < 40; n++) arrive(`e${n % 10}`)
    await until(() => due.size === 0)
    expect(together()).toBe(1)
    expect(logged.length).toBeLessThan(25)
  }, 90_000)

  it('does not keep this process from ending', async () => {
    const { arrive } = working()
    arrive('x')
    process.kill(server.pid, 'SIGSTOP')
    try {
      await sleep(4_500)
      const closing = opened.splice(0).map((one) => one.close())
      expect(await Promise.race([Promise.all(closing).then(() => 'ended'), sleep(15_000)])).toBe('ended')
    } finally {
      process.kill(server.pid, 'SIGCONT')
    }
  }, 60_000)
})
