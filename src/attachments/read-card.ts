import type { Worker } from 'node:worker_threads'
import type { Card } from '../conversation/words/events.ts'
import { SECOND } from '../kernel/clock.ts'
import { keepThread, startThread as startBeside } from '../kernel/start-thread.ts'
import { parseCardText } from './card-text.ts'

export type CardReading = { outcome: 'read'; card: Card } | { outcome: 'refused'; because: 'no code' | 'other code' }

interface CardReader {
  read(picture: Uint8Array): Promise<CardReading>
  close(): Promise<void>
}

/** A picture that takes longer is given up and its thread replaced. Threads need a moment to start, once. */
const LONGEST = 3 * SECOND
const LONGEST_START = 20 * SECOND

export const startCardThread = (): Worker => startBeside(import.meta.url, 'card-worker')

interface CardReaderOptions {
  /** Milliseconds. */
  longest?: number
  startThread?: () => Worker
}

/** Reads identity cards' codes in one thread, started with the first picture. Pictures are taken one after another. */
export function createCardReader({
  longest = LONGEST,
  startThread = startCardThread,
}: CardReaderOptions = {}): CardReader {
  const { started, end: replace } = keepThread(startThread)
  let last: Promise<unknown> = Promise.resolve()
  let count = 0
  const ready = new WeakSet<Worker>()

  const codesIn = (bytes: Uint8Array): Promise<string[]> =>
    new Promise((resolve) => {
      const id = ++count
      const thread = started()
      const settle = (codes: string[], isBroken: boolean) => {
        clearTimeout(late)
        thread.off('message', hear)
        thread.off('error', fail)
        thread.off('exit', fail)
        if (isBroken) void replace()
        resolve(codes)
      }
      const hear = (answer: { isReady: true } | { id: number; codes: string[] }) => {
        if ('isReady' in answer) {
          ready.add(thread)
          clearTimeout(late)
          late = setTimeout(fail, longest)
        } else if (answer.id === id) settle(answer.codes, false)
      }
      const fail = () => settle([], true)
      let late = setTimeout(fail, ready.has(thread) ? longest : Math.max(longest, LONGEST_START))
      thread.on('message', hear).on('error', fail).on('exit', fail)
      thread.postMessage({ id, bytes })
    })

  return {
    read: (picture) => {
      const codes = last.then(() => codesIn(picture))
      // A thread that cannot be started is the fault of this picture's fetch, which is tried again; the next one is not told.
      last = codes.catch(() => undefined)
      return codes.then((texts): CardReading => {
        const [card] = texts.flatMap((text) => parseCardText(text) ?? [])
        if (card) return { outcome: 'read', card }
        return { outcome: 'refused', because: texts.length > 0 ? 'other code' : 'no code' }
      })
    },
    close: async () => {
      await last
      await replace()
    },
  }
}
