import { MINUTE, SECOND } from '../kernel/clock.ts'
import type { Counters } from './counters.ts'
import { toBytes, type ZaloEvent } from './events.ts'
import type { FaultSwitches } from './faults.ts'
import type { Attempt, Poster } from './post.ts'

/** The pauses before the first, second … repetition; after the last one the app is unsubscribed (zalo-oa §1.3). */
export const RETRY_LADDER = [30 * SECOND, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE] as const

/** How long events are collected before they go out the wrong way round, in milliseconds. */
const SHUFFLE_FOR = 40

export type Fate = 'accepted' | 'lost'

interface Delivery {
  event: ZaloEvent
  headers?: Record<string, string>
  onRetry?: () => void
}

interface WebhookParts {
  url: () => string
  sign: (raw: Buffer, timestamp: string) => string
  poster: Poster
  faults: FaultSwitches
  counters: Counters
  timeScale: number
  retryAfter: 'any failure' | 'no answer'
}

export type Webhook = ReturnType<typeof createWebhook>

/** Posts events as Zalo does: signed, those of one citizen one after another, repeated on the ladder, then given up. */
export function createWebhook({ url, sign, poster, faults, counters, timeScale, retryAfter }: WebhookParts) {
  const lines = new Map<string, Promise<unknown>>()
  const shuffled = new Map<string, (() => void)[]>()
  const waiting = new Map<NodeJS.Timeout, (fate: Fate) => void>()
  let subscribed = true
  let closed = false

  const failed = (attempt: Attempt): boolean =>
    attempt.outcome === 'no answer' || (attempt.status !== 200 && retryAfter === 'any failure')

  function attempt(raw: Buffer, headers: Record<string, string>): Promise<Attempt> {
    counters.attempts += 1
    return poster.post(url(), raw, headers)
  }

  function lose(): Fate {
    counters.lost += 1
    return 'lost'
  }

  function retry(delivery: Delivery, raw: Buffer, headers: Record<string, string>, count: number): Promise<Fate> {
    const pause = RETRY_LADDER[count]
    if (pause === undefined) subscribed = false
    if (pause === undefined || !subscribed || closed) return Promise.resolve(lose())
    delivery.onRetry?.()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.delete(timer)
        counters.retries += 1
        void attempt(raw, { ...headers, num_retry: String(count + 1) }).then((answer) =>
          resolve(failed(answer) ? retry(delivery, raw, headers, count + 1) : settle(answer)),
        )
      }, pause * timeScale)
      waiting.set(timer, resolve)
    })
  }

  function settle(answer: Attempt): Fate {
    if (answer.outcome !== 'answered' || answer.status !== 200) return lose()
    counters.accepted += 1
    return 'accepted'
  }

  /** Resolves after the first attempts, so that the next event of this citizen may follow; retries go on beside it. */
  async function deliver(delivery: Delivery, raw: Buffer, tell: (fate: Fate | Promise<Fate>) => void): Promise<void> {
    await faults.whileRunning()
    if (!subscribed || closed) return tell(lose())
    const signature = sign(raw, delivery.event.timestamp)
    const headers = { 'x-zevent-signature': signature, ...delivery.headers }
    const { copies } = faults.current()
    let answer = await attempt(raw, headers)
    for (let copy = 0; copy < copies && !closed; copy += 1) answer = better(answer, await attempt(raw, headers))
    tell(failed(answer) ? retry(delivery, raw, headers, 0) : settle(answer))
  }

  function queue(citizen: string, work: () => Promise<void>): void {
    const next = (lines.get(citizen) ?? Promise.resolve()).then(work)
    lines.set(citizen, next)
    void next.then(() => lines.get(citizen) === next && lines.delete(citizen))
  }

  /** Collects the events of a moment and queues them last one first. */
  function shuffle(citizen: string, start: () => void): void {
    const held = shuffled.get(citizen)
    if (held) return void held.push(start)
    const starts = [start]
    shuffled.set(citizen, starts)
    setTimeout(() => {
      shuffled.delete(citizen)
      for (const late of starts.reverse()) late()
    }, SHUFFLE_FOR)
  }

  return {
    /** Resolves with what finally became of the event; never rejects. */
    send(citizen: string, delivery: Delivery): Promise<Fate> {
      counters.events += 1
      // Written now, so that what is sent and resent later is the same bytes.
      const raw = toBytes(delivery.event)
      return new Promise((tell) => {
        const start = () => queue(citizen, () => deliver(delivery, raw, tell))
        if (faults.current().outOfOrder) shuffle(citizen, start)
        else start()
      })
    },

    /** One POST with a signature that is not Zalo's, outside of any order. Answers the HTTP status, 0 for none. */
    async forge(event: ZaloEvent): Promise<number> {
      const answer = await attempt(toBytes(event), { 'x-zevent-signature': `mac=${'0'.repeat(64)}` })
      return answer.outcome === 'answered' ? answer.status : 0
    },

    isSubscribed: () => subscribed,
    /** What an administrator does by hand in the console after Zalo gave up. */
    subscribe: () => void (subscribed = true),

    close(): void {
      closed = true
      poster.close()
      faults.set({ paused: false })
      for (const [timer, resolve] of waiting) {
        clearTimeout(timer)
        resolve(lose())
      }
      waiting.clear()
    },
  }
}

const better = (one: Attempt, other: Attempt): Attempt =>
  one.outcome === 'answered' && one.status === 200 ? one : other
