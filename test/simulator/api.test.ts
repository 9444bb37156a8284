import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/kernel/clock.ts'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { CITIZEN, KEYS, MODEL_NOW, sampleApp, sampleZalo, startWebhook } from './fake.ts'

let now: number
let zalo: FakeZalo
let app: FastifyInstance
let webhook: Awaited<ReturnType<typeof startWebhook>>
/** Given when the test began: it grows old with the clock. */
let token: string

const freshToken = () => ({ access_token: zalo.oauth.grant().accessToken })

beforeEach(async () => {
  now = MODEL_NOW
  webhook = await startWebhook()
  zalo = sampleZalo({ now: () => now, webhookUrl: webhook.url })
  app = await sampleApp(zalo)
  token = zalo.oauth.grant().accessToken
  zalo.introduce(CITIZEN, now)
})
afterEach(async () => {
  await app.close()
  webhook.close()
})

type Body = { error: number; message: string; data: Record<string, unknown> }

async function call(url: string, payload: object | string | Buffer, headers: Record<string, string> = freshToken()) {
  const response = await app.inject({
    method: 'POST',
    url: `/simulator/zalo${url}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  })
  expect(response.statusCode).toBe(200)
  return response.json<Body>()
}

const send = (message: object, headers?: Record<string, string>) =>
  call('/v3.0/oa/message/cs', { recipient: { user_id: CITIZEN }, message }, headers)

const withButtons = (buttons: object[], text = 'Ông/bà cần gì?') =>
  send({ text, attachment: { type: 'template', payload: { buttons } } })

const query = (more: object = {}) => ({ type: 'oa.query.hide', title: 'Đúng', payload: '#dung', ...more })

async function upload(kind: string, name: string, bytes: Buffer, field = 'file') {
  const boundary = 'x-boundary'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return call(`/v2.0/oa/upload/${kind}`, payload, {
    access_token: token,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
}

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const ofSize = (bytes: number) => Buffer.concat([PNG, Buffer.alloc(bytes - PNG.length)])
const picture = (element: object, text?: string) =>
  send({
    ...(text && { text }),
    attachment: { type: 'template', payload: { template_type: 'media', elements: [element] } },
  })

const until = async (count: number) => {
  while (webhook.received.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('a message that is taken', () => {
  it('is answered with a message id, the user and the free reply quota', async () => {
    expect(await send({ text: 'Kính chào ông/bà' })).toEqual({
      error: 0,
      message: 'Success',
      data: {
        message_id: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
        user_id: CITIZEN,
        sent_time: String(MODEL_NOW),
        quota: { quota_type: 'reply' },
      },
    })
    expect(zalo.transcript(CITIZEN)).toMatchObject([
      { from: 'oa', content: { type: 'text', text: 'Kính chào ông/bà' } },
    ])
  })

  it('comes back as an echo and a receipt with the same id, the receipt with inverted people', async () => {
    const { data } = await send({ text: 'Kính chào' })
    await until(2)
    const byApp = expect.stringMatching(/^\d{19}$/) as string
    const people = { sender: { id: KEYS.oaId }, recipient: { id: CITIZEN } }
    const common = { app_id: KEYS.appId, timestamp: String(MODEL_NOW), ...people }
    expect(webhook.received.map(({ event }) => event)).toEqual([
      {
        event_name: 'oa_send_text',
        ...common,
        message: { msg_id: data['message_id'], text: 'Kính chào' },
        user_id_by_app: byApp,
      },
      { event_name: 'user_received_message', ...common, message: { msg_id: data['message_id'] } },
    ])
  })

  it('can have its receipt before its echo', async () => {
    zalo.faults.set({ receiptFirst: true })
    await send({ text: 'Kính chào' })
    await until(2)
    expect(webhook.names()).toEqual(['user_received_message', 'oa_send_text'])
  })

  it('is seen with all ids in one event', async () => {
    const ids = [await send({ text: 'một' }), await send({ text: 'hai' })].map(({ data }) => data['message_id'])
    await until(4)
    zalo.sees(CITIZEN)
    await until(5)
    zalo.sees(CITIZEN)
    expect(webhook.received[4]?.event).toEqual({
      event_name: 'user_seen_message',
      sender: { id: KEYS.oaId },
      recipient: { id: CITIZEN },
      message: { msg_ids: ids },
      app_id: KEYS.appId,
      timestamp: String(MODEL_NOW),
    })
  })

  it('brings its buttons to the phone, where a tap comes back as text', async () => {
    await withButtons([query(), { type: 'oa.query.show', title: 'Sai', payload: '#sai' }])
    await until(2)
    await zalo.taps(CITIZEN, 'Đúng').fate
    await zalo.taps(CITIZEN, '#sai').fate
    expect(webhook.received.slice(2).map(({ event }) => [event.event_name, event.message?.text])).toEqual([
      ['user_send_text', '#dung'],
      ['user_send_text', '#sai'],
    ])
    expect(zalo.transcript(CITIZEN).map(({ hidden }) => hidden)).toEqual([undefined, true, undefined])
    expect(() => zalo.taps(CITIZEN, 'không có')).toThrow('no such button')
  })
})

const REFUSED: readonly [name: string, message: object, code: number][] = [
  ['2,001 characters', { text: 'a'.repeat(2_001) }, -210],
  ['an empty text', { text: '' }, -201],
  ['a text of spaces', { text: '  \n' }, -201],
  ['neither text nor attachment', {}, -201],
  ['a text that is a number', { text: 7 }, -201],
  ['an empty quote', { text: 'a', quote_message_id: '' }, -201],
  ['an attachment of an unknown type', { attachment: { type: 'hologram', payload: {} } }, -233],
  [
    'a list, which only the old API had',
    { attachment: { type: 'template', payload: { template_type: 'list' } } },
    -233,
  ],
  ['a file with a text', { text: 'a', attachment: { type: 'file', payload: { token: 'x' } } }, -201],
  ['a file nobody uploaded', { attachment: { type: 'file', payload: { token: 'x' } } }, -100],
]

const BUTTONS_REFUSED: readonly [name: string, buttons: object[], code: number][] = [
  ['six buttons', Array.from({ length: 6 }, () => query()), -210],
  ['no buttons', [], -201],
  ['a title of 101 characters', [query({ title: 'a'.repeat(101) })], -210],
  ['no title', [query({ title: '' })], -201],
  ['a payload of 1,001 characters', [query({ payload: 'a'.repeat(1_001) })], -210],
  ['an empty payload', [query({ payload: '' })], -201],
  ['a flat address', [query({ type: 'oa.open.url', payload: 'https://example.test' })], -201],
  ['an address that runs a script', [query({ type: 'oa.open.url', payload: { url: 'javascript:alert(1)' } })], -201],
  [
    'an SMS of 161 characters',
    [query({ type: 'oa.open.sms', payload: { phone_code: '84900000001', content: 'a'.repeat(161) } })],
    -210,
  ],
  ['an unknown kind of button', [query({ type: 'oa.query.whisper' })], -201],
]

describe('limits of a message', () => {
  it.each(REFUSED)('refuses %s', async (_name, message, code) => {
    expect((await send(message)).error).toBe(code)
    expect(zalo.transcript(CITIZEN)).toEqual([])
    expect(zalo.counters.sends).toBe(0)
  })

  it.each(BUTTONS_REFUSED)('refuses %s', async (_name, buttons, code) => {
    expect((await withButtons(buttons)).error).toBe(code)
  })

  it('takes exactly the limits', async () => {
    const most = query({ title: 'a'.repeat(100), payload: 'b'.repeat(1_000) })
    expect((await withButtons([most, most, most, most, most], 'c'.repeat(2_000))).error).toBe(0)
  })

  it('takes buttons only with a text', async () => {
    expect((await send({ attachment: { type: 'template', payload: { buttons: [query()] } } })).error).toBe(-201)
  })

  it('refuses a body that is not JSON, and a user id that is a number', async () => {
    expect((await call('/v3.0/oa/message/cs', '{"recipient"')).error).toBe(-201)
    expect((await call('/v3.0/oa/message/cs', { recipient: { user_id: 7 }, message: { text: 'a' } })).error).toBe(-201)
  })
})

describe('when a message may be sent', () => {
  it.each([
    ['48 hours', 48 * HOUR, 0, 'reply'],
    ['48 hours and a moment', 48 * HOUR + 1, 0, 'sub_quota'],
    ['7 days', 7 * DAY, 0, 'sub_quota'],
  ])('allows it after %s', async (_name, later, error, quota) => {
    now += later
    expect(await send({ text: 'a' })).toMatchObject({ error, data: { quota: { quota_type: quota } } })
  })

  it('refuses it after 7 days and a moment, until the citizen writes again', async () => {
    now += 7 * DAY + 1
    expect((await send({ text: 'a' })).error).toBe(-230)
    zalo.sees(CITIZEN)
    zalo.unfollows(CITIZEN)
    expect((await send({ text: 'a' })).error).toBe(-230)
    zalo.says(CITIZEN, 'tôi đây')
    expect((await send({ text: 'a' })).error).toBe(0)
  })

  it('refuses it to somebody who never wrote, and allows it after a follow', async () => {
    const body = { recipient: { user_id: '7000000000000000077' }, message: { text: 'a' } }
    expect((await call('/v3.0/oa/message/cs', body)).error).toBe(-232)
    zalo.follows('7000000000000000077')
    expect((await call('/v3.0/oa/message/cs', body)).error).toBe(0)
  })

  it('refuses it while the citizen blocks the OA', async () => {
    zalo.blocks(CITIZEN)
    expect((await send({ text: 'a' })).error).toBe(-244)
    zalo.blocks(CITIZEN, false)
    expect((await send({ text: 'a' })).error).toBe(0)
  })
})

describe('uploads', () => {
  it('gives a picture an id that can be sent once and again for seven days', async () => {
    const { data } = await upload('image', 'giay.png', PNG)
    const attachment_id = data['attachment_id']
    expect((await picture({ media_type: 'image', attachment_id }, 'Giấy đi đường')).error).toBe(0)
    now += 7 * DAY - 1
    zalo.introduce(CITIZEN, now)
    expect((await picture({ media_type: 'image', attachment_id })).error).toBe(0)
    now += 1
    expect((await picture({ media_type: 'image', attachment_id })).error).toBe(-100)
  })

  it('shows the picture on the phone and echoes it', async () => {
    const { data } = await upload('image', 'giay.png', PNG)
    await picture({ media_type: 'image', attachment_id: data['attachment_id'] }, 'Giấy đi đường')
    await until(1)
    const [shown] = zalo.transcript(CITIZEN)
    expect(shown?.content).toMatchObject({ type: 'picture', caption: 'Giấy đi đường' })
    const path = shown?.content.type === 'picture' ? new URL(shown.content.url).pathname : ''
    const image = await app.inject(path)
    expect(image.headers['content-type']).toBe('image/png')
    expect(image.rawPayload).toEqual(PNG)
    expect(webhook.received[0]?.event).toMatchObject({
      event_name: 'oa_send_image',
      message: { text: 'Giấy đi đường', attachments: [{ type: 'image' }] },
    })
  })

  it('gives a document a token, which goes without a text', async () => {
    const { data } = await upload('file', 'phieu-hen.pdf', Buffer.from('%PDF-1.4'))
    expect((await send({ attachment: { type: 'file', payload: { token: data['token'] } } })).error).toBe(0)
    await until(1)
    expect(webhook.received[0]?.event).toMatchObject({
      event_name: 'oa_send_file',
      message: { attachments: [{ type: 'file', payload: { name: 'phieu-hen.pdf', size: '8' } }] },
    })
  })

  it('takes a picture of exactly 1 MB', async () => {
    expect((await upload('image', 'a.png', ofSize(1_048_576))).error).toBe(0)
  })

  it.each([
    ['a picture over 1 MB', 'image', 'a.png', ofSize(1_048_577), 'file', -210],
    ['a picture by name only', 'image', 'a.png', Buffer.from('<html>'), 'file', -201],
    ['a GIF that is none', 'gif', 'a.gif', PNG, 'file', -201],
    ['a document over 5 MB', 'file', 'a.pdf', Buffer.alloc(5 * 1_048_576 + 1), 'file', -210],
    ['a program', 'file', 'a.exe', Buffer.from('MZ'), 'file', -201],
    ['an empty file', 'file', 'a.pdf', Buffer.of(), 'file', -201],
    ['a file in another field', 'image', 'a.png', PNG, 'image', -201],
  ])('refuses %s', async (_name, kind, name, bytes, field, code) => {
    expect((await upload(kind, name, bytes, field)).error).toBe(code)
  })

  it.each([
    ['both an id and an address', { media_type: 'image', attachment_id: 'x', url: 'https://example.test/a.png' }],
    ['neither', { media_type: 'image' }],
    ['a GIF without its size', { media_type: 'gif', attachment_id: 'x' }],
    ['an unknown kind of media', { media_type: 'hologram', attachment_id: 'x' }],
  ])('refuses a picture with %s', async (_name, element) => {
    expect((await picture(element)).error).toBe(-201)
  })
})

describe('the token of a call', () => {
  it('is refused when it is missing or unknown', async () => {
    expect((await send({ text: 'a' }, {})).error).toBe(-216)
    expect((await send({ text: 'a' }, { access_token: 'x' })).error).toBe(-216)
    expect((await send({ text: 'a' }, { authorization: `Bearer ${token}` })).error).toBe(-216)
  })

  it('lives 25 hours', async () => {
    now += 25 * HOUR - 1
    const old = { access_token: token }
    expect((await send({ text: 'a' }, old)).error).toBe(0)
    now += 1
    expect((await send({ text: 'a' }, old)).error).toBe(-220)
  })

  it('dies when the OA withdraws its consent', async () => {
    zalo.oauth.revoke()
    expect((await send({ text: 'a' }, { access_token: token })).error).toBe(-216)
  })
})

describe('other calls', () => {
  const get = async (url: string) =>
    (await app.inject({ url: `/simulator/zalo${url}`, headers: { access_token: token } })).json<Body>()

  it('describes a user from one parameter of JSON', async () => {
    const data = encodeURIComponent(JSON.stringify({ user_id: CITIZEN }))
    expect(await get(`/v3.0/oa/user/detail?data=${data}`)).toMatchObject({
      error: 0,
      data: {
        user_id: CITIZEN,
        display_name: 'Nguyễn Văn An',
        user_last_interaction_date: '01/05/2030',
        user_is_follower: false,
      },
    })
    expect((await get('/v3.0/oa/user/detail?data=%7B')).error).toBe(-201)
  })

  it('tells the last interaction in milliseconds', async () => {
    expect((await call('/v3.0/oa/quota/message', { user_id: CITIZEN })).data['last_interaction']).toBe(
      String(MODEL_NOW),
    )
  })

  it('describes the OA', async () => {
    expect((await get('/v2.0/oa/getoa')).data).toMatchObject({ oaid: KEYS.oaId, name: 'Một Cửa Cà Mau' })
  })

  it('refuses the second version of messages', async () => {
    expect((await call('/v2.0/oa/message', { recipient: { user_id: CITIZEN }, message: { text: 'a' } })).error).toBe(
      -240,
    )
  })

  it('answers calls it does not know within the envelope', async () => {
    expect((await get('/v9/oa/telepathy')).error).toBe(-209)
  })

  it('counts calls per minute where a limit is set', async () => {
    const limited = sampleZalo({ now: () => now, callsPerMinute: 2 })
    const { accessToken } = limited.oauth.grant()
    const codes = [1, 2, 3].map(() => limited.api.account(accessToken).error)
    now += 60_000
    expect([...codes, limited.api.account(accessToken).error]).toEqual([0, 0, -32, 0])
  })

  it('sends a template to a phone number, and its receipt from the ZNS server', async () => {
    const template = {
      phone: '84900000001',
      template_id: '410022',
      template_data: { ma: 'H12' },
      tracking_id: 'ho-so-1',
    }
    const { data } = await call('/message/template', template)
    await until(1)
    expect(webhook.received[0]).toMatchObject({
      headers: { 'x-zevent-server': 'ZNS' },
      event: {
        event_name: 'user_received_message',
        recipient: { id: '84900000001' },
        message: { msg_id: data['msg_id'], tracking_id: 'ho-so-1', delivery_time: String(MODEL_NOW) },
      },
    })
    expect((await call('/message/template', { ...template, phone: '0900' })).error).toBe(-108)
    expect((await call('/message/template', { ...template, tracking_id: 'a b' })).error).toBe(-132)
    expect((await call('/message/template', template, {})).error).toBe(-124)
  })
})

describe('faults of the API', () => {
  it('refuses the next sends with the chosen code, and then no more', async () => {
    zalo.faults.set({ failCode: -32, failSends: 2 })
    const codes = [await send({ text: 'a' }), await send({ text: 'b' }), await send({ text: 'c' })].map(
      ({ error }) => error,
    )
    expect(codes).toEqual([-32, -32, 0])
    expect(zalo.counters).toMatchObject({ sends: 1, refusals: 2 })
  })

  it('answers late, after the message has arrived', async () => {
    zalo.faults.set({ slowMs: 80 })
    const order: string[] = []
    const sending = send({ text: 'a' }).then((answer) => (order.push('answered'), answer))
    await zalo.waitFor(CITIZEN, ({ from }) => from === 'oa')
    order.push('arrived')
    expect((await sending).error).toBe(0)
    expect(order).toEqual(['arrived', 'answered'])
  })
})
