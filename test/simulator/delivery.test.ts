import { afterEach, describe, expect, it } from 'vitest'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import type { FakeZaloOptions } from '../../src/simulator/options.ts'
import { RETRY_LADDER } from '../../src/simulator/webhook.ts'
import { CITIZEN, sampleZalo, startWebhook } from './fake.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function start(answers?: (nth: number) => number | 'hang', options: Partial<FakeZaloOptions> = {}) {
  const webhook = await startWebhook(answers)
  const zalo: FakeZalo = sampleZalo({ webhookUrl: webhook.url, ...options })
  closing.push(zalo.close, webhook.close)
  return { webhook, zalo }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const numRetry = ({ headers }: { headers: Record<string, unknown> }) => headers['num_retry']

describe('retries', () => {
  it('climbs 30 s, 5 min, 15 min, 30 min, 1 h', () => {
    expect(RETRY_LADDER.map((ms) => ms / 1_000)).toEqual([30, 300, 900, 1_800, 3_600])
  })

  it('repeats the same bytes under num_retry until the webhook answers 200', async () => {
    const { webhook, zalo } = await start((nth) => (nth < 4 ? 500 : 200))
    expect(await zalo.says(CITIZEN, 'chào').fate).toBe('accepted')
    expect(webhook.received.map(numRetry)).toEqual([undefined, '1', '2', '3'])
    expect(new Set(webhook.received.map(({ raw }) => raw.toString('hex'))).size).toBe(1)
    expect(zalo.counters).toMatchObject({ events: 1, attempts: 4, retries: 3, accepted: 1, lost: 0 })
  })

  it('waits the scaled pause before a repetition', async () => {
    const posts: number[] = []
    const answer = (nth: number) => (posts.push(performance.now()), nth === 1 ? 500 : 200)
    const { webhook, zalo } = await start(answer, { timeScale: 0.005 })
    const posted = zalo.says(CITIZEN, 'chào')
    await zalo.waitFor(CITIZEN, ({ state }) => state === 'retrying')
    expect(webhook.received).toHaveLength(1)
    expect(await posted.fate).toBe('accepted')
    expect(zalo.transcript(CITIZEN)[0]?.state).toBe('accepted')
    // 30 s, scaled to 150 ms. A busy machine makes it longer, never shorter.
    expect(posts[1]! - posts[0]!).toBeGreaterThan(140)
  })

  it('unsubscribes after the ladder, and sends nothing until somebody subscribes again', async () => {
    let status = 500
    const { webhook, zalo } = await start(() => status)
    expect(await zalo.says(CITIZEN, 'chào').fate).toBe('lost')
    expect(webhook.received).toHaveLength(6)
    expect(zalo.isSubscribed()).toBe(false)
    expect(await zalo.says(CITIZEN, 'còn ai không').fate).toBe('lost')
    expect(webhook.received).toHaveLength(6)
    status = 200
    zalo.subscribe()
    expect(await zalo.says(CITIZEN, 'chào lại').fate).toBe('accepted')
  })

  it('takes an answer that comes too late for none', async () => {
    const { webhook, zalo } = await start((nth) => (nth === 1 ? 'hang' : 200), { answerWithin: 40 })
    expect(await zalo.says(CITIZEN, 'chào').fate).toBe('accepted')
    expect(webhook.received.map(numRetry)).toEqual([undefined, '1'])
  })

  it('takes an address that is none for a webhook that is away', async () => {
    const { zalo } = await start(() => 200, { webhookUrl: '' })
    expect(await zalo.says(CITIZEN, 'chào').fate).toBe('lost')
  })

  it('does not blame the webhook for a kept connection that it had closed', async () => {
    const { webhook, zalo } = await start()
    await zalo.says(CITIZEN, 'một').fate
    webhook.dropConnections()
    expect(await zalo.says(CITIZEN, 'hai').fate).toBe('accepted')
    expect(zalo.counters.retries).toBe(0)
  })

  it('can be told not to repeat after an answer other than 200', async () => {
    const { webhook, zalo } = await start(() => 500, { retryAfter: 'no answer' })
    expect(await zalo.says(CITIZEN, 'chào').fate).toBe('lost')
    expect(webhook.received).toHaveLength(1)
    expect(zalo.isSubscribed()).toBe(true)
  })

  it('gives up everything that still waits when it is closed', async () => {
    const { zalo } = await start(() => 500, { timeScale: 1 })
    const posted = zalo.says(CITIZEN, 'chào')
    await zalo.waitFor(CITIZEN, ({ state }) => state === 'retrying')
    zalo.close()
    expect(await posted.fate).toBe('lost')
  })
})

describe('order', () => {
  it('posts the events of one citizen one after another', async () => {
    const { webhook, zalo } = await start()
    const texts = Array.from({ length: 30 }, (_, i) => `tin ${i}`)
    await Promise.all(texts.map((text) => zalo.says(CITIZEN, text).fate))
    expect(webhook.texts()).toEqual(texts)
  })

  it('does not let one citizen wait for another', async () => {
    let stuck = (): void => undefined
    const isStuck = new Promise<void>((done) => (stuck = done))
    const answer = (nth: number) => (nth === 1 ? (stuck(), 'hang') : 200)
    const { zalo } = await start(answer, { answerWithin: 60_000, timeScale: 1 })
    void zalo.says(CITIZEN, 'kẹt')
    await isStuck
    expect(await zalo.says('7000000000000000022', 'qua').fate).toBe('accepted')
    expect(zalo.transcript(CITIZEN)[0]?.state).toBe('sending')
  })

  it('lets the next event pass while an earlier one waits for its repetition', async () => {
    const { webhook, zalo } = await start((nth) => (nth === 1 ? 500 : 200), { timeScale: 0.005 })
    const first = zalo.says(CITIZEN, 'một')
    const second = zalo.says(CITIZEN, 'hai')
    await Promise.all([first.fate, second.fate])
    expect(webhook.texts()).toEqual(['một', 'hai', 'một'])
  })
})

describe('faults of delivery', () => {
  it('delivers every event several times', async () => {
    const { webhook, zalo } = await start()
    zalo.faults.set({ copies: 9 })
    await zalo.says(CITIZEN, 'chào').fate
    expect(webhook.texts()).toEqual(Array.from({ length: 10 }, () => 'chào'))
  })

  it('delivers events of a moment last one first', async () => {
    const { webhook, zalo } = await start()
    zalo.faults.set({ outOfOrder: true })
    await Promise.all(['một', 'hai', 'ba'].map((text) => zalo.says(CITIZEN, text).fate))
    expect(webhook.texts()).toEqual(['ba', 'hai', 'một'])
  })

  it('holds events back and lets them go in order', async () => {
    const { webhook, zalo } = await start()
    zalo.faults.set({ paused: true })
    const fates = ['một', 'hai'].map((text) => zalo.says(CITIZEN, text).fate)
    await pause(30)
    expect(webhook.received).toEqual([])
    zalo.faults.set({ paused: false })
    await Promise.all(fates)
    expect(webhook.texts()).toEqual(['một', 'hai'])
  })

  it('posts a forgery that anybody can tell, and says what was answered', async () => {
    const { webhook, zalo } = await start(() => 401)
    expect(await zalo.forges(CITIZEN, 'tôi là Zalo')).toBe(401)
    expect(webhook.received[0]?.headers['x-zevent-signature']).toBe(`mac=${'0'.repeat(64)}`)
    expect(zalo.transcript(CITIZEN)).toEqual([])
  })
})
