import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { webhookRequest } from './wire.ts'

export interface Round {
  turns: number
  seconds: number
  /** Milliseconds from the webhook to the last reply, sorted. */
  latencies: number[]
}

/** What reached whom, as the sink tells it. */
export interface News {
  arrived: (citizen: string) => void
  close(): void
}

export async function listenTo(newsPort: number): Promise<News> {
  const socket = connect(newsPort, '127.0.0.1')
  await once(socket, 'connect')
  const news: News = { arrived: () => undefined, close: () => socket.destroy() }
  let rest = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const citizen of lines) news.arrived(citizen)
  })
  return news
}

/** Each citizen says the next line of its script as soon as the last one is answered 200 and by all its replies. */
export interface Citizen {
  id: string
  script: readonly { text: string; replies: number }[]
}

/** Keeps every citizen busy for some seconds. Throws at an answer that is not 200, and when replies stay away. */
export async function load(port: number, news: News, citizens: readonly Citizen[], seconds: number): Promise<Round> {
  const round: Round = { turns: 0, seconds, latencies: [] }
  const started = performance.now()
  const until = started + seconds * 1_000
  const waiting = new Map<string, () => void>()
  news.arrived = (id) => waiting.get(id)?.()

  await Promise.all(
    citizens.map(async ({ id, script }) => {
      const line = await openLine(port)
      // To the end of the script, so that the next round finds every citizen where this one did.
      for (let turn = 0; performance.now() < until || turn % script.length > 0; turn++) {
        const { text, replies } = script[turn % script.length] ?? { text: '', replies: 0 }
        const asked = performance.now()
        await new Promise<void>((resolve, reject) => {
          let open = replies + 1
          const late = setTimeout(
            () => reject(new Error(`${open} of ${replies} replies and the 200 are missing`)),
            10_000,
          )
          const step = () => {
            if (--open > 0) return
            clearTimeout(late)
            resolve()
          }
          waiting.set(id, step)
          line.say(webhookRequest(port, id, text)).then(step, reject)
        })
        if (performance.now() > until) continue
        round.turns++
        round.latencies.push(performance.now() - asked)
      }
      line.close()
    }),
  )
  round.latencies.sort((a, b) => a - b)
  return round
}

/** How many messages answer each line of a script, found by waiting until nothing more comes. */
export async function countReplies(
  port: number,
  news: News,
  citizen: string,
  texts: readonly string[],
): Promise<number[]> {
  const line = await openLine(port)
  const counts: number[] = []
  for (const text of texts) {
    let count = 0
    news.arrived = (id) => {
      if (id === citizen) count++
    }
    await line.say(webhookRequest(port, citizen, text))
    await pause(400)
    counts.push(count)
  }
  line.close()
  return counts
}

interface WebhookLine {
  /** Resolves at the 200; rejects at any other answer. One request at a time. */
  say(request: string): Promise<void>
  close(): void
}

export async function openLine(port: number): Promise<WebhookLine> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setNoDelay(true)
  let answered: ((cause?: Error) => void) | undefined
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    if (chunk.startsWith('HTTP/1.1'))
      answered?.(chunk.startsWith('HTTP/1.1 200') ? undefined : new Error(chunk.slice(0, 200)))
  })
  socket.on('error', (cause) => answered?.(cause))
  return {
    say: (request) =>
      new Promise((resolve, reject) => {
        answered = (cause) => (cause ? reject(cause) : resolve())
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}
