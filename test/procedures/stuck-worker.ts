import { parentPort } from 'node:worker_threads'
import type { Order } from '../../src/procedures/task-worker.ts'

/** Hears what is published, and then works on the first task for ever. */
parentPort?.on('message', (order: Order) => {
  if ('stock' in order) parentPort?.postMessage({ id: order.id, answer: undefined })
  else for (;;);
})
