import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFromZalo, signDelivery } from '../../src/zalo/signature.ts'

const key = { appId: '3100000000000000007', oaSecretKey: 'unit-test-oa-secret-01' }
const TIMESTAMP = '1790000000123'

const VECTORS = [
  [
    'compact Vietnamese text',
    282,
    '7431532f567fc2059665ea9ee26baf67fec6d590ce13580dcec0f609a051e0ce',
    '{"app_id":"3100000000000000007","user_id_by_app":"5100000000000000009","event_name":"user_send_text","timestamp":"1790000000123","sender":{"id":"7000000000000000011"},"recipient":{"id":"2200000000000000022"},"message":{"msg_id":"0f1e2d3c4b5a69788796","text":"cho mình hỏi giá"}}',
  ],
  [
    'odd whitespace',
    180,
    '66b164dafbd0fd3fd9c263fcd73cee824c3c02b36b57a56ba18417225d19026b',
    '{ "timestamp" : "1790000000123" , "app_id":"3100000000000000007","event_name":"follow","oa_id":"2200000000000000022","follower":{"id":"7000000000000000011"},"source":"oa_profile" }',
  ],
  [
    'escaped letters and slashes',
    246,
    '6de89375d5ea90fd9d71d630e78b81babd1df683c9013a8b3c813b0414031b51',
    String.raw`{"app_id":"3100000000000000007","event_name":"user_send_text","timestamp":"1790000000123","sender":{"id":"7000000000000000011"},"recipient":{"id":"2200000000000000022"},"message":{"msg_id":"a0b1c2d3e4f5a6b7c8d9","text":"tr\u1ea3 h\u00e0ng \/ 1"}}`,
  ],
] as const

describe.each(VECTORS)('a delivery with %s', (_name, bytes, mac, text) => {
  const raw = Buffer.from(text)

  it('is accepted and signed as the reference vector says', () => {
    expect(raw).toHaveLength(bytes)
    expect(signDelivery(raw, TIMESTAMP, key)).toBe(`mac=${mac}`)
    expect(isFromZalo(raw, TIMESTAMP, `mac=${mac}`, key)).toBe(true)
  })

  it('is refused when another program wrote the same JSON anew', () => {
    const again = Buffer.from(JSON.stringify(JSON.parse(text)))
    expect(isFromZalo(again, TIMESTAMP, `mac=${mac}`, key)).toBe(again.equals(raw))
  })
})

const [, , MAC, TEXT] = VECTORS[0]
const RAW = Buffer.from(TEXT)

it.each([`mac=${MAC}`, `mac = ${MAC}`, ` mac=${MAC} `, `MAC=${MAC.toUpperCase()}`, MAC])(
  'accepts the header form "%s"',
  (header) => expect(isFromZalo(RAW, TIMESTAMP, header, key)).toBe(true),
)

it.each([
  undefined,
  '',
  'mac=',
  `mac=${MAC.slice(2)}`,
  `mac=${MAC}00`,
  `sha256=${MAC}`,
  `mac=${'0'.repeat(64)}`,
  'mac=zz',
])('refuses the header "%s"', (header) => expect(isFromZalo(RAW, TIMESTAMP, header, key)).toBe(false))

it('refuses another secret, another app and another timestamp', () => {
  expect(isFromZalo(RAW, TIMESTAMP, `mac=${MAC}`, { ...key, oaSecretKey: 'unit-test-oa-secret-02' })).toBe(false)
  expect(isFromZalo(RAW, TIMESTAMP, `mac=${MAC}`, { ...key, appId: '3100000000000000008' })).toBe(false)
  expect(isFromZalo(RAW, '1790000000124', `mac=${MAC}`, key)).toBe(false)
})

it('refuses every delivery in which one byte was changed', () => {
  fc.assert(
    fc.property(fc.nat(RAW.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(RAW)
      changed[at] = (changed[at] ?? 0) ^ flip
      return !isFromZalo(changed, TIMESTAMP, `mac=${MAC}`, key)
    }),
  )
})
