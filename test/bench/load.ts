import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Arrival, echoRequest, receiptRequest, textRequest } from './wire.ts'

export interface Round {
  /** All turns, the last of each citizen too. */
  turns: number
  /** Those that ended within the time. */
  perSecond: number
  /** Milliseconds from the webhook to the last answer of the turn, sorted. */
  latencies: number[]
}

/** What reached whom, as the sink tells it. */
export interface News {
  arrived: (arrival: Arrival) => void
  close(): void
}

export async function listenTo(newsPort: number): Promise<News> {
  const socket = connect(newsPort, '127.0.0.1')
  await once(socket, 'connect')
  const news: News = { arrived: () => undefined, close: () => socket.destroy() }
  let rest = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) news.arrived(JSON.parse(line) as Arrival)
  })
  return news
}

/** Each citizen says the next line of its script as soon as all that belongs to the last one is done. */
export interface Citizen {
  id: string
  script: readonly { text: string; replies: number }[]
}

/**
 * Keeps every citizen busy for some seconds. A turn is the citizen's message, its replies, and the echo and the receipt of
 * each reply, all answered 200. Throws at any other answer, and when replies stay away.
 */
export async function load(port: number, news: News, citizens: readonly Citizen[], seconds: number): Promise<Round> {
  const latencies: number[] = []
  let turns = 0
  let inTime = 0
  const until = performance.now() + seconds * 1_000
  const waiting = new Map<string, (arrival: Arrival) => void>()
  news.arrived = (arrival) => waiting.get(arrival.citizen)?.(arrival)

  await Promise.all(
    citizens.map(async ({ id, script }) => {
      const [line, back] = await Promise.all([openLine(port), openLine(port)])
      // To the end of the script, so that the next round finds every citizen where this one did.
      for (let turn = 0; performance.now() < until || turn % script.length > 0; turn++) {
        const { text, replies } = script[turn % script.length] ?? { text: '', replies: 0 }
        const asked = performance.now()
        await new Promise<void>((resolve, reject) => {
          let open = 1 + 3 * replies
          const late = setTimeout(
            () => reject(new Error(`${open} of ${1 + 3 * replies} are missing after “${text}”`)),
            20_000,
          )
          const step = () => {
            if (--open > 0) return
            clearTimeout(late)
            resolve()
          }
          waiting.set(id, (arrival) => {
            step()
            back.say(echoRequest(port, arrival)).then(step, reject)
            back.say(receiptRequest(port, arrival)).then(step, reject)
          })
          line.say(textRequest(port, id, text)).then(step, reject)
        })
        turns++
        latencies.push(performance.now() - asked)
        if (performance.now() <= until) inTime++
      }
      line.close()
      back.close()
    }),
  )
  return { turns, perSecond: inTime / seconds, latencies: latencies.sort((a, b) => a - b) }
}

/** Says all lines one after another without waiting for replies, which come in this order and before any later ones. */
export async function lead(port: number, citizen: string, texts: readonly string[]): Promise<void> {
  const line = await openLine(port)
  for (const text of texts) await line.say(textRequest(port, citizen, text))
  line.close()
  await pause(2_500)
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
    news.arrived = (arrival) => {
      if (arrival.citizen === citizen) count++
    }
    await line.say(textRequest(port, citizen, text))
    await pause(1_500)
    counts.push(count)
  }
  line.close()
  return counts
}

interface WebhookLine {
  /** Resolves at the 200; rejects at any other answer. They are sent one at a time, in order. */
  say(request: string): Promise<void>
  close(): void
}

async function openLine(port: number): Promise<WebhookLine> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setNoDelay(true)
  const queue: { request: string; answered: (cause?: Error) => void }[] = []
  const next = () => {
    if (queue[0]) socket.write(queue[0].request)
  }
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    if (!chunk.startsWith('HTTP/1.1')) return
    queue.shift()?.answered(chunk.startsWith('HTTP/1.1 200') ? undefined : new Error(chunk.slice(0, 200)))
    next()
  })
  socket.on('error', (cause) => queue.shift()?.answered(cause))
  return {
    say: (request) =>
      new Promise((resolve, reject) => {
        const isFirst = queue.push({ request, answered: (cause) => (cause ? reject(cause) : resolve()) }) === 1
        if (isFirst) next()
      }),
    close: () => socket.destroy(),
  }
}
