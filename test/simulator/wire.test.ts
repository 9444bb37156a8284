import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AttachmentId } from '../../src/kernel/ids.ts'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { simulatorRoutes } from '../../src/simulator/routes.ts'
import type { Delivery } from '../../src/turns/ports.ts'
import { createClient } from '../../src/zalo/client.ts'
import { parseEvents } from '../../src/zalo/events.ts'
import { renderMessage } from '../../src/zalo/render.ts'
import { zaloRoutes } from '../../src/zalo/routes.ts'
import { CITIZEN, KEYS, MODEL_NOW, sampleZalo } from './fake.ts'

let app: FastifyInstance
let zalo: FakeZalo
let url: string
let kept: Map<string, Delivery>

beforeEach(async () => {
  kept = new Map()
  zalo = sampleZalo()
  app = Fastify({ forceCloseConnections: true })
  const inbox = {
    async keep(delivery: Delivery) {
      if (kept.has(delivery.key)) return 'known' as const
      kept.set(delivery.key, delivery)
      return 'kept' as const
    },
  }
  const log = { info() {}, warn() {}, error() {} }
  await app.register(zaloRoutes({ key: KEYS, inbox, ring() {}, now: () => MODEL_NOW, log }))
  await app.register(simulatorRoutes({ zalo }))
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  zalo.moveTo({ publicUrl: url, webhookUrl: `${url}/webhooks/zalo` })
})
afterEach(() => app.close())

const understood = () => [...kept.values()].flatMap(({ body }) => parseEvents(body, 'a1' as AttachmentId))
const purposes = () => [...kept.values()].map(({ purpose }) => purpose)

describe('the program and the fake speak the same Zalo', () => {
  it('understands everything a citizen does', async () => {
    const { fate } = zalo.opensChat(CITIZEN) ?? { fate: undefined }
    zalo.says(CITIZEN, 'chào / <b>')
    zalo.sendsFile(CITIZEN, 'đơn.pdf', Buffer.from('%PDF'))
    zalo.sendsLocation(CITIZEN, { latitude: 9.1769, longitude: 105.1524 })
    zalo.sendsContact(CITIZEN, { name: 'Trần Mẫu', phone: '84900000001' })
    zalo.sharesContact(CITIZEN, { name: 'Trần Mẫu', phone: '84900000001' })
    zalo.sendsOther(CITIZEN, 'voice', 'https://cdn.example.test/a.amr')
    zalo.sendsSticker(CITIZEN)
    zalo.sendsPhoto(CITIZEN, Buffer.from('89504e470d0a1a0a', 'hex'), 'giấy')
    await Promise.all([fate, zalo.unfollows(CITIZEN).fate])
    expect(understood()).toMatchObject([
      { type: 'ARRIVED' },
      { type: 'TEXT', text: 'chào / <b>' },
      { type: 'FILE', kind: 'document', name: 'đơn.pdf', bytes: 4 },
      { type: 'LOCATION', latitude: 9.1769, longitude: 105.1524 },
      { type: 'CONTACT', name: 'Trần Mẫu', phone: '84900000001' },
      { type: 'CONTACT', name: 'Trần Mẫu', phone: '84900000001' },
      { type: 'UNSUPPORTED', what: 'voice' },
      { type: 'UNSUPPORTED', what: 'sticker' },
      { type: 'FILE', kind: 'photo', caption: 'giấy' },
      { type: 'LEFT' },
    ])
    expect([...kept.values()].every(({ citizen }) => citizen === CITIZEN)).toBe(true)
  })

  it('takes ten copies of a delivery for one, and a forgery for none', async () => {
    zalo.faults.set({ copies: 9 })
    await zalo.says(CITIZEN, 'chào').fate
    expect(zalo.counters.attempts).toBe(10)
    expect(kept.size).toBe(1)
    expect(await zalo.forges(CITIZEN, 'tôi là Zalo')).toBe(401)
    expect(kept.size).toBe(1)
  })

  it('sends answers that Zalo takes, sees their echo, and never takes one for a citizen', async () => {
    zalo.introduce(CITIZEN, MODEL_NOW)
    const client = createClient(`${url}/simulator/zalo`)
    const { accessToken } = zalo.oauth.grant()
    const choices = [
      ...Array.from({ length: 6 }, (_, i) => ({ key: `k${i}`, label: `Chọn ${i}` })),
      { url: 'https://example.test/', label: 'Mở trang' },
    ]
    const bodies = renderMessage(CITIZEN, { type: 'text', text: 'Xin chọn. '.repeat(300), choices })
    for (const body of bodies) expect(await client.sendMessage(accessToken, body)).toMatchObject({ outcome: 'done' })
    await zalo.taps(CITIZEN, 'Chọn 5').fate
    expect(understood()).toEqual([{ type: 'TEXT', text: '#k5' }])
    expect(purposes().filter((purpose) => purpose === 'echo')).toHaveLength(bodies.length)
  })

  it('uploads a picture and sends it', async () => {
    zalo.introduce(CITIZEN, MODEL_NOW)
    const client = createClient(`${url}/simulator/zalo`)
    const { accessToken } = zalo.oauth.grant()
    const uploaded = await client.uploadImage(accessToken, Buffer.from('89504e470d0a1a0a', 'hex'), 'giay.png')
    const id = uploaded.outcome === 'done' ? uploaded.value : ''
    const [body] = renderMessage(CITIZEN, { type: 'picture', of: { permit: 'p1' }, caption: 'Giấy đi đường' }, id)
    expect(body && (await client.sendMessage(accessToken, body))).toMatchObject({ outcome: 'done' })
    expect(zalo.transcript(CITIZEN)[0]?.content).toMatchObject({ type: 'picture', caption: 'Giấy đi đường' })
  })

  it('hears a refusal in an answer of HTTP 200, and a lost connection as no answer', async () => {
    zalo.introduce(CITIZEN, MODEL_NOW)
    const client = createClient(`${url}/simulator/zalo`)
    const { accessToken } = zalo.oauth.grant()
    const [body] = renderMessage(CITIZEN, { type: 'text', text: 'a' })
    if (!body) throw new Error('no body')
    expect(await client.sendMessage('x', body)).toMatchObject({ outcome: 'refused', code: -216 })
    zalo.faults.set({ dropAfter: 1 })
    expect(await client.sendMessage(accessToken, body)).toMatchObject({ outcome: 'unanswered', mayHaveArrived: true })
  })
})
