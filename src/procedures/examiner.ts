import type { Worker } from 'node:worker_threads'
import { SECOND } from '../kernel/clock.ts'
import { createLanes } from '../kernel/lanes.ts'
import { keepThread, startThread } from '../kernel/start-thread.ts'
import { type Answer, createTasks, type Stock, type Task } from './tasks.ts'
import type { Order } from './task-worker.ts'

/** Looks at texts that nobody has vouched for. */
export interface Examiner {
  /** What is published; tasks asked for afterwards see it. */
  stock(stock: Stock): void
  /** `lane`: whose text it is, so that one clerk's heavy texts wait for one another and hold up nobody else's for long. */
  perform<T extends Task>(task: T, lane: string): Promise<Answer<T> | 'too long'>
  close(): Promise<void>
}

/** A text that takes longer is given up and the thread replaced: the heaviest that the bounds allow takes about a second. */
const LONGEST = 5 * SECOND
/** An entry's text is short; what takes its time are all sentences and all examples of the catalogue. */
const LONGEST_WEIGHING = 60 * SECOND
/** A thread needs a moment to start, and to compile what is published, once. */
const LONGEST_START = 60 * SECOND

interface ExaminerOptions {
  /** Milliseconds. */
  longest?: number
  start?: () => Worker
}

/** Does the tasks in one thread, started with the first, one after another. */
export function createExaminer({ longest = LONGEST, start = startTaskThread }: ExaminerOptions = {}): Examiner {
  const lanes = createLanes({ atOnce: 1, waiting: 200, perLane: 4 })
  let stock: Stock = { rows: [], names: {} }
  const { started, end: replace } = keepThread(start)
  const stocked = new WeakMap<Worker, Stock>()
  let count = 0

  const send = (
    order: { stock: Stock } | { task: Task },
    patience: number,
  ): Promise<{ answer: unknown } | 'too long'> =>
    new Promise((resolve) => {
      const id = ++count
      const thread = started()
      const settle = (result: { answer: unknown } | 'too long'): void => {
        clearTimeout(late)
        thread.off('message', hear).off('error', fail).off('exit', fail)
        if (result === 'too long') void replace()
        resolve(result)
      }
      const hear = (told: { id: number; answer: unknown }) => void (told.id === id && settle({ answer: told.answer }))
      const fail = (): void => settle('too long')
      const late = setTimeout(fail, patience)
      thread.on('message', hear).on('error', fail).on('exit', fail)
      thread.postMessage({ ...order, id } satisfies Order)
    })

  const perform = async <T extends Task>(task: T): Promise<Answer<T> | 'too long'> => {
    const thread = started()
    if (stocked.get(thread) !== stock) {
      const fresh = stock
      if ((await send({ stock: fresh }, LONGEST_START)) === 'too long') return 'too long'
      stocked.set(thread, fresh)
    }
    const isWeighing = task.type === 'weigh' || task.type === 'foretell'
    const result = await send({ task }, isWeighing ? LONGEST_WEIGHING : longest)
    return result === 'too long' ? result : (result.answer as Answer<T>)
  }

  return {
    stock: (fresh) => void (stock = fresh),
    perform: async (task, lane) => {
      const done = await lanes.run({ lane, isKnown: false }, () => perform(task))
      return done.outcome === 'full' ? 'too long' : done.value
    },
    close: replace,
  }
}

export const startTaskThread = (): Worker => startThread(import.meta.url, 'task-worker')

/** Does the tasks where it is asked: for a command, whose texts are its owner's. */
export function createExaminerHere(): Examiner {
  const tasks = createTasks()
  return {
    stock: tasks.stock,
    perform: async <T extends Task>(task: T) => tasks.perform(task) as Answer<T>,
    close: () => Promise.resolve(),
  }
}
