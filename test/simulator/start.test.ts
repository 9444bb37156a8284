import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulator } from '../../src/simulator/start.ts'
import { CITIZEN, KEYS, MODEL_NOW, startWebhook } from './fake.ts'

let webhook: Awaited<ReturnType<typeof startWebhook>>
let simulator: Awaited<ReturnType<typeof startSimulator>>

beforeEach(async () => {
  webhook = await startWebhook()
  let count = 0
  simulator = await startSimulator({
    ...KEYS,
    port: 0,
    webhookUrl: webhook.url,
    now: () => MODEL_NOW,
    makeId: () => String((count += 1)),
    timeScale: 0.000_001,
  })
})
afterEach(async () => {
  await simulator.close()
  webhook.close()
})

async function control(deed: string, body: object = {}, headers: Record<string, string> = {}) {
  const response = await fetch(`${simulator.url}/simulator/control/${deed}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json().catch(() => undefined)) as Record<string, unknown> }
}

const read = async (path: string) => (await fetch(`${simulator.url}${path}`)).json() as Promise<unknown>

async function send(text: string): Promise<Response> {
  const { body } = await control('grant')
  return fetch(`${simulator.url}/simulator/zalo/v3.0/oa/message/cs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', access_token: String(body['accessToken']) },
    body: JSON.stringify({ recipient: { user_id: CITIZEN }, message: { text } }),
  })
}

describe('the simulator as a process of its own', () => {
  it('lets a test write as a citizen and wait until the webhook took it', async () => {
    const { body } = await control('say', { citizen: CITIZEN, text: 'chào', wait: true })
    expect(body).toEqual({ messageIds: [expect.stringMatching(/^[0-9a-f]{20}$/)], fates: ['accepted'] })
    expect(webhook.texts()).toEqual(['chào'])
  })

  it('sends photos under an address that can be fetched', async () => {
    const photo = Buffer.from('89504e470d0a1a0a', 'hex')
    await control('photo', { citizen: CITIZEN, photos: [photo.toString('base64')], wait: true })
    const [event] = webhook.received.map(
      (one) => one.event as { message?: { attachments?: { payload: { url: string } }[] } },
    )
    const response = await fetch(event?.message?.attachments?.[0]?.payload.url ?? '')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(photo)
  })

  it('counts what each citizen received, in order', async () => {
    await control('say', { citizen: CITIZEN, text: 'chào', wait: true })
    await send('một')
    await send('hai')
    expect(await read('/simulator/control/stats')).toMatchObject({
      subscribed: true,
      citizens: { [CITIZEN]: { sends: 2, texts: ['một', 'hai'] } },
    })
    expect(await read(`/simulator/control/transcript?citizen=${CITIZEN}`)).toHaveLength(3)
  })

  it('drops the connection before the message, or after it', async () => {
    await control('introduce', { citizen: CITIZEN, at: MODEL_NOW })
    await control('faults', { dropBefore: 1, dropAfter: 1 })
    await expect(send('trước')).rejects.toThrow()
    await expect(send('sau')).rejects.toThrow()
    expect((await send('lành')).status).toBe(200)
    expect(simulator.zalo.stats().citizens[CITIZEN]?.texts).toEqual(['sau', 'lành'])
    expect(simulator.zalo.counters.drops).toBe(2)
  })

  it('follows the program under test to another address', async () => {
    const other = await startWebhook()
    await control('move', { webhookUrl: other.url })
    await control('say', { citizen: CITIZEN, text: 'chào', wait: true })
    expect(other.texts()).toEqual(['chào'])
    other.close()
  })

  it('says what is wrong with a wish it cannot fulfil', async () => {
    expect(await control('say', { citizen: 'x', text: 'a' })).toMatchObject({ status: 400 })
    expect(await control('fly')).toMatchObject({ status: 404 })
    expect(await control('faults', { gremlins: true })).toMatchObject({ status: 400 })
    expect(await control('tap', { citizen: CITIZEN, button: 'không có' })).toMatchObject({ status: 409 })
    expect(await control('constructor')).toMatchObject({ status: 404 })
  })

  it('does nothing for a page of another site', async () => {
    const { status } = await control('say', { citizen: CITIZEN, text: 'a' }, { 'sec-fetch-site': 'cross-site' })
    expect(status).toBe(403)
    expect(webhook.received).toEqual([])
  })

  it('keeps what only tests may do away from the page', async () => {
    const response = await fetch(`${simulator.url}/simulator/chat/grant`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.status).toBe(404)
  })

  it('tells an open page of every message, and the one that comes back of what it missed', async () => {
    const messages = async (headers: Record<string, string>, count: number) => {
      const response = await fetch(`${simulator.url}/simulator/chat/events?citizen=${CITIZEN}`, { headers })
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      while (text.split('event: message').length <= count) text += (await reader?.read())?.value ?? ''
      await reader?.cancel()
      return text
    }
    const open = messages({}, 1)
    await new Promise((resolve) => setTimeout(resolve, 30))
    await control('say', { citizen: CITIZEN, text: 'một', wait: true })
    expect(await open).toContain('một')
    await control('say', { citizen: CITIZEN, text: 'hai', wait: true })
    const missed = await messages({ 'last-event-id': '2' }, 1)
    expect(missed).toContain('hai')
    expect(missed).not.toContain('một')
    const polled = (await read(`/simulator/chat/messages?citizen=${CITIZEN}&since=2`)) as { messages: unknown[] }
    expect(polled.messages).toHaveLength(1)
  })

  it('closes although a page is still open', async () => {
    await fetch(`${simulator.url}/simulator/chat/events?citizen=${CITIZEN}`)
    await simulator.close()
    await expect(fetch(simulator.url)).rejects.toThrow()
  })
})
