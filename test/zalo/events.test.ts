import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CitizenEvent } from '../../src/conversation/words/events.ts'
import type { AttachmentId } from '../../src/kernel/ids.ts'
import { readDelivery } from '../../src/zalo/delivery.ts'
import { parseEvents } from '../../src/zalo/events.ts'
import { fixture, fixtureNames, MAY_FIRST, variant } from './fixture.ts'

const FIRST = '00112233445566778899aabbccddeeff' as AttachmentId
const parse = (raw: Buffer) => parseEvents(raw, FIRST)
const says = (message: unknown, name = 'user_send_text') => parse(variant(name, { message }))
const OTHER: CitizenEvent = { type: 'UNSUPPORTED', what: 'other' }

const EXPECTED: Record<string, CitizenEvent> = {
  user_send_text: { type: 'TEXT', text: 'xin giấy đi đường' },
  user_send_image: {
    type: 'FILE',
    attachment: FIRST,
    kind: 'photo',
    url: 'https://cdn.example.test/o/1.jpg',
    caption: 'mặt trước căn cước',
  },
  user_send_file: {
    type: 'FILE',
    attachment: FIRST,
    kind: 'document',
    url: 'https://cdn.example.test/f/giay-xac-nhan.pdf',
    name: 'giay-xac-nhan.pdf',
    bytes: 48_213,
  },
  user_send_location: { type: 'LOCATION', latitude: 9.17686, longitude: 105.15242 },
  user_send_business_card: { type: 'CONTACT', name: 'Nguyễn Văn Mẫu', phone: '84900000001' },
  user_submit_info: { type: 'CONTACT', name: 'Nguyễn Văn Mẫu', phone: '84900000001' },
  user_send_sticker: { type: 'UNSUPPORTED', what: 'sticker' },
  user_send_audio: { type: 'UNSUPPORTED', what: 'voice' },
  user_send_video: { type: 'UNSUPPORTED', what: 'video' },
  user_send_gif: { type: 'UNSUPPORTED', what: 'gif' },
  user_send_link: { type: 'TEXT', text: 'https://baocamau.example.test/tin' },
  follow: { type: 'ARRIVED' },
  user_click_chatnow: { type: 'ARRIVED' },
  unfollow: { type: 'LEFT' },
}

it.each(Object.entries(EXPECTED))('reads %s', (name, event) => {
  expect(parse(fixture(name))).toEqual([event])
})

it.each(fixtureNames.filter((name) => !(name in EXPECTED)))('reads nothing into %s', (name) => {
  expect(parse(fixture(name))).toEqual([])
})

it('reads nothing into what is not a delivery', () => {
  for (const text of ['', '{', 'null', '[]', '{}', '{"event_name":3}']) expect(parse(Buffer.from(text))).toEqual([])
})

describe('a text', () => {
  it('is composed, trimmed and freed of invisible characters', () => {
    expect(says({ text: '  Cà\u200B Mau \u00a0\u0000'.normalize('NFD') })).toEqual([{ type: 'TEXT', text: 'Cà Mau' }])
  })

  it('is cut to ten thousand characters without halving one', () => {
    const [event] = says({ text: 'x'.repeat(9_999) + '😀'.repeat(10) })
    expect(event).toEqual({ type: 'TEXT', text: 'x'.repeat(9_999) })
  })

  it('may be a number', () => expect(says({ text: 12 })).toEqual([{ type: 'TEXT', text: '12' }]))

  it.each([undefined, null, {}, { text: '' }, { text: ' \u200B ' }, { text: null }, { text: {} }])(
    'that is missing from %j is still answered',
    (message) => expect(says(message)).toEqual([OTHER]),
  )
})

describe('several pictures in one event', () => {
  const picture = (n: number) => ({ type: 'image', payload: { url: `https://cdn.example.test/o/${n}.jpg` } })
  const event = { text: 'hai mặt', attachments: [picture(1), picture(2), { type: 'image' }, picture(3)] }

  it('are all read, each under an id of its own', () => {
    const files = says(event, 'user_send_image').filter((file) => file.type === 'FILE')
    expect(files.map(({ url }) => url)).toEqual([1, 2, 3].map((n) => `https://cdn.example.test/o/${n}.jpg`))
    expect(files[0]?.attachment).toBe(FIRST)
    expect(new Set(files.map(({ attachment }) => attachment)).size).toBe(3)
    for (const { attachment } of files) expect(attachment).toMatch(/^[0-9a-f]{32}$/)
    expect(files.map(({ caption }) => caption)).toEqual(['hai mặt', undefined, undefined])
  })

  it('are named alike when they are read again', () => {
    expect(says(event, 'user_send_image')).toEqual(says(event, 'user_send_image'))
  })
})

describe('an attachment', () => {
  it.each([undefined, 'none', {}, [], [null], [{}], [{ payload: {} }], [{ payload: { url: '' } }]])(
    'that is missing from %j is still answered',
    (attachments) => {
      expect(says({ attachments }, 'user_send_image')).toEqual([OTHER])
      expect(says({ attachments }, 'user_send_file')).toEqual([OTHER])
      expect(says({ attachments }, 'user_send_location')).toEqual([OTHER])
    },
  )

  it('may give its size as a number, or as nothing', () => {
    const file = (size: unknown) =>
      says({ attachments: [{ payload: { url: 'https://x.test', size } }] }, 'user_send_file')[0]
    expect(file(48_213)).toHaveProperty('bytes', 48_213)
    for (const size of ['', 'big', null, {}]) expect(file(size)).not.toHaveProperty('bytes')
  })
})

describe('a location', () => {
  const at = (latitude: unknown, longitude: unknown) =>
    says(
      { attachments: [{ type: 'location', payload: { coordinates: { latitude, longitude } } }] },
      'user_send_location',
    )

  it('may be given in numbers', () => {
    expect(at(9.176860123456789, 105)).toEqual([{ type: 'LOCATION', latitude: 9.176860123456789, longitude: 105 }])
  })

  it.each([
    ['', ''],
    ['north', '105'],
    [91, 105],
    [9, -181],
    [null, null],
    [undefined, 105],
  ])('at %j, %j is none', (latitude, longitude) => expect(at(latitude, longitude)).toEqual([OTHER]))
})

describe('a contact', () => {
  it('may give its number as a number, and all its members are optional', () => {
    expect(parse(variant('user_submit_info', { info: { name: 'Mẫu', phone: 84900000001 } }))).toEqual([
      { type: 'CONTACT', name: 'Mẫu', phone: '84900000001' },
    ])
    for (const info of [undefined, {}, null, { name: '', phone: null }, []])
      expect(parse(variant('user_submit_info', { info }))).toEqual([{ type: 'CONTACT' }])
  })

  it('on a card that cannot be read has a name only', () => {
    const card = (description: unknown) =>
      says({ text: 'Mẫu', attachments: [{ type: 'link', payload: { description } }] }, 'user_send_business_card')
    for (const description of [undefined, '', 'hello', '{}', '[]', '{"phone":null}'])
      expect(card(description)).toEqual([{ type: 'CONTACT', name: 'Mẫu' }])
  })
})

it('answers every signed turn with at least one event, whatever is missing from it', () => {
  const names = Object.keys(EXPECTED)
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), fc.jsonValue(), (name, message, info) => {
      const raw = variant(name, { message, info })
      expect(readDelivery(raw, MAY_FIRST).purpose).toBe('turn')
      expect(parse(raw).length).toBeGreaterThan(0)
    }),
  )
})
