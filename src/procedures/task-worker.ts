import { parentPort } from 'node:worker_threads'
import { createTasks, type Stock, type Task } from './tasks.ts'

/** A thread of its own: a text that somebody made heavy on purpose holds up nobody but its author. */
const tasks = createTasks()

export type Order = { id: number } & ({ stock: Stock } | { task: Task })

parentPort?.on('message', (order: Order) => {
  const answer = 'stock' in order ? tasks.stock(order.stock) : tasks.perform(order.task)
  parentPort?.postMessage({ id: order.id, answer })
})
