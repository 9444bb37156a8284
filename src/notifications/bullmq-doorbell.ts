import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { SECOND } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Bell, Doorbell } from './doorbell.ts'

const BELLS: readonly Bell[] = ['turn', 'delivery', 'fetch', 'timer']

/**
 * The doorbell of several processes. At most one active and one waiting job per key: BullMQ keeps the last ring
 * that came during an answer and makes one job of it afterwards. Nothing is kept that the tables do not hold.
 */
export function createBullmqDoorbell(url: string, log: Log): Doorbell {
  // Workers wait for Redis as long as it takes; `null` is what BullMQ asks for.
  const connection = new Redis(url, { maxRetriesPerRequest: null })
  const queues = new Map(BELLS.map((bell) => [bell, new Queue(`bell-${bell}`, { connection })]))
  const workers: Worker[] = []
  const complain = (bell: Bell) => (cause: Error) => log.warn({ bell, code: cause.name }, 'doorbell trouble')
  connection.on('error', complain('turn'))
  for (const [bell, queue] of queues) queue.on('error', complain(bell))

  return {
    ring: (bell, key, delayFor = 0) => {
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
    },

    answer: (bell, atOnce, work) => {
      const worker = new Worker<{ key: string }>(`bell-${bell}`, (job) => work(job.data.key), {
        connection: connection.duplicate(),
        concurrency: atOnce,
        // A worker that dies keeps its key for this long; then another one takes the job.
        lockDuration: 15 * SECOND,
        stalledInterval: 5 * SECOND,
        maxStalledCount: 1_000,
      })
      worker.on('error', complain(bell))
      workers.push(worker)
    },

    close: async () => {
      await Promise.allSettled(workers.map((worker) => worker.close()))
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()))
      connection.disconnect()
    },
  }
}
