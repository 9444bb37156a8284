import { availableParallelism } from 'node:os'
import { setImmediate as turn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { FlowFile } from '../conversation/flow-format.ts'
import { startThread } from '../kernel/start-thread.ts'
import type { Names } from './lint/lint.ts'
import type { ReadingAnswer, ReadingOrder } from './reading-worker.ts'
import { soundFile } from './sound-file.ts'

/** Fewer are read before a thread has started. */
const MANY = 150
const AT_ONCE = 20
const MOST_THREADS = 3

/**
 * What texts say that have nothing to mend (`soundFile`); of the others nothing. Of many texts, threads read from the end
 * while this one reads from the beginning until it meets them. It waits for none: what a thread has not handed in by
 * then, or never will, is read here.
 */
export async function readMany(
  texts: readonly string[],
  names: Names | undefined,
  start: () => Worker = startReadingThread,
  most = Math.min(MOST_THREADS, availableParallelism() - 1),
): Promise<Map<string, FlowFile>> {
  const read = new Map<number, FlowFile | undefined>()
  let [next, end] = [0, texts.length]
  const threads = Array.from({ length: texts.length < MANY ? 0 : most }, start)
  for (const thread of threads) {
    const given: number[] = []
    const give = () => {
      if (end - next <= AT_ONCE) return
      end -= AT_ONCE
      given.push(end)
      thread.postMessage({ texts: texts.slice(end, end + AT_ONCE), names } satisfies ReadingOrder)
    }
    thread.on('error', () => undefined)
    thread.on('message', (answer: ReadingAnswer) => {
      const from = given.shift() ?? texts.length
      answer.forEach((file, i) => read.set(from + i, file))
      give()
    })
    // Two, so that it never waits for this thread between them.
    give()
    give()
  }
  for (; next < texts.length; next++) {
    if (!read.has(next)) read.set(next, soundFile(texts[next] ?? '', names))
    if (threads.length > 0) await turn()
  }
  await Promise.all(threads.map((thread) => thread.terminate()))
  return new Map([...read].flatMap(([i, file]) => (file ? [[texts[i] ?? '', file]] : [])))
}

export const startReadingThread = (): Worker => startThread(import.meta.url, 'reading-worker')
