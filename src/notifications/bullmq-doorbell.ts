import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { SECOND } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { codeOf, createSeldom } from '../kernel/seldom.ts'
import type { Bell, SweptDoorbell } from './doorbell.ts'
import { createInProcessDoorbell } from './in-process-doorbell.ts'
import { keepOneAwake } from './one-awake.ts'
import { watchRedis } from './redis-watch.ts'

const BELLS: readonly Bell[] = ['turn', 'delivery', 'fetch', 'card', 'timer']

/**
 * Whoever rings these answers them, where it answers that bell at all: a lease in the tables keeps two processes from one
 * key, and what another one may not do because of it is done by the one that holds it. That spares Redis half of its work
 * and the citizen a way through it.
 */
const LEASED: ReadonlySet<Bell> = new Set(['delivery'])

/** One process answers these for all as long as it keeps up. */
const CONCENTRATED: ReadonlySet<Bell> = new Set(['turn'])

/** A connection that went silent is given up and made anew, also where the network tells nobody that it broke. */
const CONNECTION = {
  connectTimeout: 5 * SECOND,
  // Longer than the longest wait of a worker for a marker.
  socketTimeout: 15 * SECOND,
  keepAlive: 10 * SECOND,
  retryStrategy: (times: number) => Math.min(times * 200, 2 * SECOND),
}

/** After this long a worker or queue that waits for a Redis that is away is left to itself. */
const CLOSE_WITHIN = 3 * SECOND

/**
 * The doorbell of several processes. At most one active and one waiting job per key: BullMQ keeps the last ring
 * that came during an answer and makes one job of it afterwards. Nothing is kept that the tables do not hold.
 * While Redis is away, and for what the sweep insists on, this process answers its rings itself.
 */
export function createBullmqDoorbell(url: string, log: Log): SweptDoorbell {
  const seldom = createSeldom(() => performance.now())
  const complain = (bell: Bell | 'all') => (cause: unknown) => {
    const code = codeOf(cause)
    seldom(`${bell} ${code}`, (times) => log.warn({ bell, code, times }, 'doorbell trouble'))
  }
  const here = createInProcessDoorbell((bell, cause) => complain(bell)(cause))

  // Rings are not worth keeping for a Redis that does not take them now: they fail at once.
  const connection = new Redis(url, {
    ...CONNECTION,
    commandTimeout: 2 * SECOND,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
  })
  connection.on('error', complain('all'))
  const queues = new Map(BELLS.map((bell) => [bell, new Queue(`bell-${bell}`, { connection })]))
  for (const [bell, queue] of queues) queue.on('error', complain(bell))
  const watch = watchRedis(connection, (away) =>
    away ? log.warn({}, 'Redis does not answer: this process works without it') : log.info({}, 'Redis answers again'),
  )

  // Workers wait for Redis as long as it takes; `null` is what BullMQ asks for.
  const forWorkers = new Redis(url, { ...CONNECTION, maxRetriesPerRequest: null })
  forWorkers.on('error', complain('all'))
  const workers: Worker[] = []
  const resting: { stop(): void }[] = []
  const answered = new Set<Bell>()
  let isClosing = false

  const ring: SweptDoorbell['ring'] = (bell, key, delayFor = 0) => {
    const isOurs = LEASED.has(bell) && answered.has(bell) && !isClosing
    if (isOurs || watch.isAway()) return here.ring(bell, key, delayFor)
    // A delayed ring has a key of its own, or it would swallow those that come before it is due.
    const id = delayFor > 0 ? `later-${key}` : key
    queues
      .get(bell)
      ?.add(
        'ring',
        { key },
        {
          delay: Math.ceil(delayFor),
          deduplication: { id, keepLastIfActive: true },
          removeOnComplete: true,
          removeOnFail: true,
        },
      )
      // A ring that Redis refused is found by the sweep.
      .catch(complain(bell))
  }

  return {
    ring,

    insist: (bell, key) => {
      here.ring(bell, key)
      if (watch.isAway()) return
      // Redis may hold the key of a job that is gone, which would swallow every ring to come.
      queues.get(bell)?.removeDeduplicationKey(key).catch(complain(bell))
    },

    answer: (bell, atOnce, work) => {
      const answering = new Set<string>()
      /** Whatever brought the ring here, one answer per key runs in this process. */
      const once = async (key: string) => {
        if (answering.has(key)) return here.ring(bell, key, SECOND / 4)
        answering.add(key)
        try {
          await work(key)
        } finally {
          answering.delete(key)
        }
      }
      here.answer(bell, atOnce, once)
      answered.add(bell)
      // A job whose contents Redis has lost says nothing; the sweep knows what it said.
      const hear = async ({ data: { key } }: { data: { key?: string } }) => {
        if (key !== undefined) await once(key)
      }
      const worker = new Worker<{ key?: string }>(`bell-${bell}`, hear, {
        connection: forWorkers,
        concurrency: atOnce,
        // A worker that dies keeps its key for this long; then another one takes the job.
        lockDuration: 15 * SECOND,
        stalledInterval: 5 * SECOND,
        maxStalledCount: 1_000,
      })
      worker.on('error', complain(bell))
      worker.on('failed', (_job, cause) => complain(bell)(cause))
      workers.push(worker)
      const queue = queues.get(bell)
      if (queue && CONCENTRATED.has(bell)) resting.push(keepOneAwake(connection, queue, worker))
    },

    close: async () => {
      // Others answer what is rung from now on.
      isClosing = true
      watch.stop()
      for (const one of resting) one.stop()
      const closing = [...workers, ...queues.values()].map((one) => one.close())
      const ended = Promise.all([Promise.allSettled(closing), here.close()])
      await Promise.race([ended, ...(watch.isAway() ? [here.close().then(() => pause(CLOSE_WITHIN))] : [])])
      connection.disconnect()
      forWorkers.disconnect()
    },
  }
}

const pause = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs))
