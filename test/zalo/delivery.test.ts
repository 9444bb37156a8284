import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDelivery, timestampsOf } from '../../src/zalo/delivery.ts'
import { isKnown } from '../../src/zalo/event-names.ts'
import { readJson } from '../../src/zalo/json.ts'
import { CITIZEN, fixture, fixtureNames, MAY_FIRST, variant } from './fixture.ts'

const read = (raw: Buffer) => readDelivery(raw, MAY_FIRST)
const sha256 = (raw: Buffer) => createHash('sha256').update(raw).digest('hex')

const TURN = [
  'user_send_text',
  'user_send_image',
  'user_send_gif',
  'user_send_link',
  'user_send_audio',
  'user_send_video',
  'user_send_sticker',
  'user_send_location',
  'user_send_file',
  'user_send_business_card',
  'user_submit_info',
  'follow',
  'unfollow',
  'user_click_chatnow',
]
const ECHO = ['text', 'image', 'gif', 'list', 'file', 'sticker', 'template'].map((what) => `oa_send_${what}`)
const RECORD = fixtureNames.filter((name) => !TURN.includes(name) && !ECHO.includes(name))
const WITH_CITIZEN = [
  'user_received_message',
  'user_seen_message',
  'oa_reacted_message',
  'user_reacted_message',
  'user_withdraw',
  'user_call_oa',
  'oa_call_user',
]

describe.each(fixtureNames)('the fixture %s', (name) => {
  it('is of a known event and keeps its bytes', () => {
    expect(isKnown(name.split('.')[0] ?? '')).toBe(true)
    expect(read(fixture(name)).body).toEqual(fixture(name))
  })
})

it.each(TURN)('wants a turn for %s', (name) => {
  expect(read(fixture(name))).toMatchObject({ purpose: 'turn', citizen: CITIZEN })
})

it.each(ECHO)('takes %s for an echo of the person it was sent to', (name) => {
  expect(read(fixture(name))).toMatchObject({ purpose: 'echo', citizen: CITIZEN })
})

it.each(RECORD)('only records %s', (name) => {
  const { purpose, citizen } = read(fixture(name))
  expect(purpose).toBe('record')
  expect(citizen).toBe(WITH_CITIZEN.includes(name) ? CITIZEN : undefined)
})

describe('the text of an echo', () => {
  it('is kept, composed, to settle a doubtful sending', () => {
    const message = { msg_id: 'a1', text: 'Xin chào ông/bà.'.normalize('NFD') }
    expect(read(variant('oa_send_text', { message })).echo?.text).toBe('Xin chào ông/bà.')
    expect(read(fixture('oa_send_image')).echo?.text).toBe('Giấy phép của ông/bà')
  })

  it('is not taken from what a person typed in the chat tool of Zalo', () => {
    const typed = variant('oa_send_text', { sender: { id: '2200000000000000022', admin_id: '6000000000000000033' } })
    expect(read(typed)).toMatchObject({ purpose: 'record', citizen: CITIZEN })
    expect(read(typed)).not.toHaveProperty('echo')
  })

  it('is not taken from what a citizen typed', () => {
    expect(read(fixture('user_send_text'))).not.toHaveProperty('echo')
  })
})

describe('the key', () => {
  it('tells every fixture from every other', () => {
    expect(new Set(fixtureNames.map((name) => read(fixture(name)).key)).size).toBe(fixtureNames.length)
  })

  it('is made of what names the event, or of all bytes when nothing does', () => {
    for (const name of fixtureNames) {
      const compact = variant(name, {})
      expect([read(fixture(name)).key, sha256(compact)]).toContain(readDelivery(compact, MAY_FIRST + 5_000).key)
    }
  })

  it('differs between the echo and the receipt of one message', () => {
    const message = { msg_id: '6f708192a0b1c2d3e4f5' }
    const keys = ['oa_send_text', 'user_received_message'].map((name) => read(variant(name, { message })).key)
    expect(keys).toEqual(['oa_send_text:6f708192a0b1c2d3e4f5', 'user_received_message:6f708192a0b1c2d3e4f5'])
  })

  it('differs between two reactions to one message', () => {
    const message = { msg_id: 'a1', react_icon: '/-heart' }
    const first = read(variant('user_reacted_message', { message })).key
    expect(first).not.toBe(read(variant('user_reacted_message', { message: { ...message, react_icon: ':>' } })).key)
    expect(first).not.toBe(read(variant('user_reacted_message', { message, timestamp: '1903824000999' })).key)
  })

  it('differs between two follows of one person', () => {
    expect(read(fixture('follow')).key).not.toBe(read(variant('follow', { timestamp: '1903824000999' })).key)
  })

  it('stays short however long the ids are', () => {
    const message = { msg_ids: Array.from({ length: 500 }, (_, n) => `message-${n}`) }
    expect(read(variant('user_seen_message', { message })).key).toMatch(/^[0-9a-f]{64}$/)
    expect(read(variant('user_send_text', { event_name: 'x'.repeat(1_000) })).key).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('what cannot be used', () => {
  it.each(['', '{', 'null', '[]', '"text"', '12', '{"event_name":7e99}', '{}', '\u0000'])(
    'sets %j aside under the hash of its bytes',
    (text) => {
      const raw = Buffer.from(text)
      expect(read(raw)).toEqual({
        key: sha256(raw),
        purpose: 'broken',
        sentAt: MAY_FIRST,
        receivedAt: MAY_FIRST,
        body: raw,
      })
    },
  )

  it('sets a message without a sender aside', () => {
    const raw = variant('user_send_text', { sender: {} })
    expect(read(raw)).toMatchObject({ purpose: 'broken', key: sha256(raw) })
  })

  it('records an event nobody has heard of', () => {
    const raw = variant('user_send_text', { event_name: 'user_send_smell' })
    expect(read(raw)).toMatchObject({ purpose: 'record' })
    expect(read(raw)).not.toHaveProperty('citizen')
    expect(isKnown('user_send_smell')).toBe(false)
    expect(isKnown('constructor')).toBe(false)
  })

  it('does not include a byte order mark', () => {
    const marked = Buffer.concat([Buffer.from('\uFEFF'), fixture('user_send_text')])
    expect(read(marked)).toMatchObject({ purpose: 'turn', key: read(fixture('user_send_text')).key })
  })

  it('records the test of the console without a citizen', () => {
    const message = { msg_id: 'This is message id', text: 'This is testing message' }
    const delivery = read(variant('user_send_text', { message }))
    expect(delivery.purpose).toBe('record')
    expect(delivery).not.toHaveProperty('citizen')
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.constantFrom(...fixtureNames)), fc.json(), (text, json) => {
        const known = fixtureNames.includes(text)
        const name = known ? text : 'user_send_text'
        read(Buffer.from(text))
        read(variant(name, { message: JSON.parse(json) as unknown, sender: JSON.parse(json) as unknown }))
        read(variant(name, { timestamp: JSON.parse(json) as unknown }))
      }),
    )
  })
})

describe('ids given as bare numbers', () => {
  it('keep all their digits', () => {
    const raw = Buffer.from(
      '{"event_name":"user_send_text","timestamp":1903824000123,"app_id":3100000000000000007,' +
        '"sender":{"id":7000000000000000011},"recipient":{"id":2200000000000000022},"message":{"msg_id":98765432109876543210,"text":"id: 7000000000000000011"}}',
    )
    expect(read(raw)).toMatchObject({
      citizen: '7000000000000000011',
      key: 'user_send_text:98765432109876543210',
      sentAt: 1903824000123,
    })
    expect(readJson(raw)).toMatchObject({
      app_id: '3100000000000000007',
      message: { text: 'id: 7000000000000000011' },
    })
  })

  it('leave strings and other numbers alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, number) => {
        const json = JSON.stringify({ text, id: 0, number }).replace('"id":0', '"id":12345678901234567890')
        const read = readJson(json)
        const plain = JSON.parse(JSON.stringify({ text, number })) as { text: string; number: number }
        expect(read?.['text']).toBe(plain.text)
        expect(Number(read?.['number'])).toBe(plain.number)
        expect(read?.['id']).toBe('12345678901234567890')
      }),
    )
  })
})

describe('the time of sending', () => {
  it('is what the envelope says', () => {
    expect(read(variant('user_send_text', { timestamp: '1903823999000' })).sentAt).toBe(MAY_FIRST - 1_000)
  })

  it.each(['17900000001', 'soon', '', null, '1790000000123'])('is the time of arrival when it says %j', (timestamp) => {
    expect(read(variant('user_send_text', { timestamp })).sentAt).toBe(MAY_FIRST)
  })
})

describe('the timestamp that was signed', () => {
  const of = (text: string) => timestampsOf(Buffer.from(text))

  it('is among those that are written there, exactly as written', () => {
    expect(of('{"message":{"timestamp":"1"},"timestamp":" 2 "}')).toEqual(['1', ' 2 '])
    expect(of('{"timestamp":1903824000123}')).toEqual(['1903824000123'])
  })

  it('is looked for in a body that cannot be read', () => {
    expect(of('{"event_name":"user_send_text","timestamp" : "1903824000123", ')).toEqual(['1903824000123'])
    expect(of('{"timestamp":1903824000123,"text":"\\"timestamp\\":\\"5\\"')).toEqual(['1903824000123'])
    expect(of('not JSON')).toEqual([])
  })

  it('is looked for at most eight times, at either end', () => {
    const many = Array.from({ length: 50 }, (_, i) => `"timestamp":"${i}"`).join(',')
    expect(of(`{${many}}`)).toEqual(['0', '1', '2', '3', '46', '47', '48', '49'])
  })
})

describe('a delivery that says it is old', () => {
  const of = (age: number, changes = {}) =>
    read(variant('user_send_text', { timestamp: String(MAY_FIRST - age), ...changes })).purpose

  it('is acted on as long as Zalo may call again, and for a day', () => {
    for (const age of [0, 2 * 3_600_000, 12 * 3_600_000, 86_400_000]) expect(of(age)).toBe('turn')
  })

  it.each([1.01, 30, 400])('of %d days is kept and nothing follows', (days) => {
    expect(of(days * 86_400_000)).toBe('record')
  })

  it('is not judged by a clock of ours that is behind, or by a timestamp that is none', () => {
    expect(of(-400 * 86_400_000)).toBe('turn')
    for (const timestamp of ['17900000001', '1790000000', 'soon', '', null]) expect(of(0, { timestamp })).toBe('turn')
  })
})

describe('what Zalo says of messages of ours', () => {
  const of = (name: string, message: object) => read(variant(name, { message })).receipt
  it.each([
    ['user_received_message', { msg_id: 'm1' }, { state: 'received', messageIds: ['m1'] }],
    ['user_seen_message', { msg_ids: ['m1', 'm2'] }, { state: 'seen', messageIds: ['m1', 'm2'] }],
    ['user_seen_message', { msg_id: 'm1' }, { state: 'seen', messageIds: ['m1'] }],
    [
      'user_seen_message',
      { msg_ids: ['m1', '', null, 7, 'x'.repeat(101)] },
      { state: 'seen', messageIds: ['m1', '7'] },
    ],
    ['user_seen_message', { msg_ids: [] }, undefined],
    ['user_seen_message', {}, undefined],
    ['oa_send_text', { msg_id: 'm1' }, undefined],
    ['user_send_text', { msg_id: 'm1' }, undefined],
  ])('%s with %j says %j', (name, message, receipt) => expect(of(name, message)).toEqual(receipt))
})
