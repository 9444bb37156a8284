import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFromZalo } from '../../src/zalo/signature.ts'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { CITIZEN, KEYS, MODEL_NOW, sampleZalo, startWebhook } from './fake.ts'

let webhook: Awaited<ReturnType<typeof startWebhook>>
let zalo: FakeZalo

beforeEach(async () => {
  webhook = await startWebhook()
  zalo = sampleZalo({ webhookUrl: webhook.url })
})
afterEach(() => {
  zalo.close()
  webhook.close()
})

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const GIF = Buffer.from('GIF89a....')
const byApp = expect.stringMatching(/^\d{19}$/) as string
const msgId = expect.stringMatching(/^[0-9a-f]{20}$/) as string
const mediaUrl = expect.stringMatching(/^https:\/\/zalo\.example\.test\/simulator\/media\/[0-9a-f]{20}$/) as string
const thumbnail = expect.stringMatching(/\/simulator\/media\/[0-9a-f]{20}\/thumbnail$/) as string

const fromCitizen = (event_name: string, message: object) => ({
  app_id: KEYS.appId,
  user_id_by_app: byApp,
  event_name,
  timestamp: String(MODEL_NOW),
  sender: { id: CITIZEN },
  recipient: { id: KEYS.oaId },
  message: { msg_id: msgId, ...message },
})

const following = (event_name: string) => ({
  app_id: KEYS.appId,
  oa_id: KEYS.oaId,
  user_id_by_app: byApp,
  event_name,
  source: 'oa_profile',
  follower: { id: CITIZEN },
  timestamp: String(MODEL_NOW),
})

const DEEDS: readonly [name: string, deed: (zalo: FakeZalo) => unknown, event: object][] = [
  ['a text', (z) => z.says(CITIZEN, 'cho mình hỏi giá'), fromCitizen('user_send_text', { text: 'cho mình hỏi giá' })],
  [
    'a photo with a caption',
    (z) => z.sendsPhoto(CITIZEN, PNG, 'giấy của tôi'),
    fromCitizen('user_send_image', {
      text: 'giấy của tôi',
      attachments: [{ type: 'image', payload: { url: mediaUrl, thumbnail } }],
    }),
  ],
  [
    'a moving picture',
    (z) => z.sendsPhoto(CITIZEN, GIF),
    fromCitizen('user_send_gif', { attachments: [{ type: 'gif', payload: { url: mediaUrl, thumbnail } }] }),
  ],
  [
    'a document',
    (z) => z.sendsFile(CITIZEN, 'Đơn.PDF', Buffer.from('%PDF-1.4')),
    fromCitizen('user_send_file', {
      attachments: [
        {
          type: 'file',
          payload: {
            name: 'Đơn.PDF',
            size: '8',
            type: 'pdf',
            checksum: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
            url: mediaUrl,
          },
        },
      ],
    }),
  ],
  [
    'a location, with coordinates as strings',
    (z) => z.sendsLocation(CITIZEN, { latitude: 9.1769, longitude: 105.1524 }),
    fromCitizen('user_send_location', {
      attachments: [{ type: 'location', payload: { coordinates: { latitude: '9.1769', longitude: '105.1524' } } }],
    }),
  ],
  [
    'a sticker',
    (z) => z.sendsSticker(CITIZEN),
    fromCitizen('user_send_sticker', {
      attachments: [{ type: 'sticker', payload: { id: '1f2e3d4c5b6a', url: expect.any(String) as string } }],
    }),
  ],
  [
    'a voice message',
    (z) => z.sendsOther(CITIZEN, 'voice', 'https://cdn.example.test/a.amr'),
    fromCitizen('user_send_audio', {
      attachments: [{ type: 'audio', payload: { url: 'https://cdn.example.test/a.amr' } }],
    }),
  ],
  [
    'a contact card, its number inside JSON text',
    (z) => z.sendsContact(CITIZEN, { name: 'Trần Mẫu', phone: '84900000001' }),
    fromCitizen('user_send_business_card', {
      text: 'Trần Mẫu',
      attachments: [
        {
          type: 'link',
          payload: expect.objectContaining({
            description: expect.stringContaining('"phone":"84900000001"') as string,
          }) as object,
        },
      ],
    }),
  ],
  ['a new follower', (z) => z.follows(CITIZEN), following('follow')],
  ['a lost follower', (z) => z.unfollows(CITIZEN), following('unfollow')],
  [
    'the first opening of the chat',
    (z) => z.opensChat(CITIZEN),
    {
      app_id: KEYS.appId,
      event_name: 'user_click_chatnow',
      oa_id: KEYS.oaId,
      user_id: CITIZEN,
      user_id_by_app: byApp,
      timestamp: String(MODEL_NOW),
    },
  ],
  [
    'shared contact details',
    (z) => z.sharesContact(CITIZEN, { name: 'Trần Mẫu', phone: '84900000001' }),
    {
      app_id: KEYS.appId,
      user_id_by_app: byApp,
      event_name: 'user_submit_info',
      timestamp: String(MODEL_NOW),
      sender: { id: CITIZEN },
      recipient: { id: KEYS.oaId },
      info: { name: 'Trần Mẫu', phone: '84900000001' },
    },
  ],
]

const until = async (count: number) => {
  while (webhook.received.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('what a citizen does becomes an event', () => {
  it.each(DEEDS)('tells of %s in the shape of zalo-oa §2', async (_name, deed, event) => {
    deed(zalo)
    await until(1)
    expect(webhook.received[0]?.event).toEqual(event)
  })

  it.each(DEEDS)('signs %s over the bytes as sent', async (_name, deed) => {
    deed(zalo)
    await until(1)
    const [delivery] = webhook.received
    const header = String(delivery?.headers['x-zevent-signature'])
    expect(header).toMatch(/^mac=[0-9a-f]{64}$/)
    expect(isFromZalo(delivery?.raw ?? Buffer.of(), delivery?.event.timestamp ?? '', header, KEYS)).toBe(true)
  })
})

it('writes bodies that change when they are parsed and written again', async () => {
  await zalo.sendsPhoto(CITIZEN, PNG).fate
  const raw = webhook.received[0]?.raw.toString('utf8') ?? ''
  expect(JSON.stringify(JSON.parse(raw))).not.toBe(raw)
})

it('sends an album as one event per photo, the caption with the first', async () => {
  await Promise.all(zalo.sendsPhotos(CITIZEN, [PNG, PNG, PNG], 'ba trang').map(({ fate }) => fate))
  expect(webhook.names()).toEqual(['user_send_image', 'user_send_image', 'user_send_image'])
  expect(webhook.received.map(({ event }) => event.message?.text)).toEqual(['ba trang', undefined, undefined])
  expect(new Set(webhook.received.map(({ event }) => event.message?.msg_id)).size).toBe(3)
})

it('tells of the opened chat only before the first message, and once', async () => {
  expect(zalo.opensChat(CITIZEN)).toBeDefined()
  expect(zalo.opensChat(CITIZEN)).toBeUndefined()
  await zalo.says('7000000000000000099', 'chào').fate
  expect(zalo.opensChat('7000000000000000099')).toBeUndefined()
})

it('keeps hostile text as it is', async () => {
  const hostile = `<b>'"; DROP TABLE\u0000 \ud800 \u202e ${'x'.repeat(10_000)}`
  await zalo.says(CITIZEN, hostile).fate
  expect(webhook.received[0]?.event.message?.text).toBe(hostile)
})

it('gives new citizens ids that a double cannot hold', () => {
  const id = zalo.newCitizen()
  expect(String(Number(id))).not.toBe(id)
  expect(Number(id)).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
})
