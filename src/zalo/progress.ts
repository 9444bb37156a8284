import { createHash } from 'node:crypto'
import type { OutgoingMessage } from '../conversation/messages.ts'

const REMEMBERED = 1_000

/**
 * How many bodies of a long message have gone out, so that the next attempt in this process goes on behind them.
 * Bounded and lost with the process: then the first bodies are sent twice, which the promise "at least once" allows.
 */
export function createProgress() {
  const sent = new Map<string, number>()

  return {
    of: (citizen: string, message: OutgoingMessage) => {
      const key = createHash('sha256').update(citizen).update(JSON.stringify(message)).digest('base64')
      return {
        sent: sent.get(key) ?? 0,
        note: (bodies: number) => {
          sent.delete(key)
          sent.set(key, bodies)
          const [oldest] = sent.keys()
          if (sent.size > REMEMBERED && oldest !== undefined) sent.delete(oldest)
        },
        forget: () => sent.delete(key),
      }
    },
  }
}
