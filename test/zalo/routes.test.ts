import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/kernel/clock.ts'
import type { Delivery } from '../../src/turns/ports.ts'
import { createConnect } from '../../src/zalo/connect.ts'
import type { Granted, OAuth } from '../../src/zalo/oauth.ts'
import type { TokenPair } from '../../src/zalo/ports.ts'
import { zaloRoutes } from '../../src/zalo/routes.ts'
import { signDelivery } from '../../src/zalo/signature.ts'
import { CITIZEN, fixture, fixtureNames, MAY_FIRST, variant } from './fixture.ts'
import { createLogBook } from './token-store.ts'

const key = { appId: '3100000000000000007', oaSecretKey: 'unit-test-oa-secret-01' }
const OA_ID = '2200000000000000022'
const COOKIE = 'mot_cua_consent'
const TIMESTAMP = /"timestamp":\s*"?(\d+)/

function begin(fault?: Error) {
  const clock = { at: MAY_FIRST }
  const kept = new Map<string, Delivery>()
  const rung: string[] = []
  const counted: string[] = []
  const adopted: TokenPair[] = []
  const asked: string[] = []
  const book = createLogBook()
  const authority = { granted: granted(), account: OA_ID }
  const oauth: OAuth = {
    refresh: async () => ({ outcome: 'refused', reason: 'not asked here' }),
    exchangeCode: async (code) => {
      asked.push(code)
      return code === 'code-1' ? authority.granted : { outcome: 'refused', reason: 'oauth -14' }
    },
  }
  const never = () => Promise.reject(new Error('not asked here'))
  const connect = createConnect({
    app: { appId: key.appId, appSecret: 'unit-test-app-secret' },
    oaId: OA_ID,
    oauth,
    client: {
      sendMessage: never,
      uploadImage: never,
      uploadFile: never,
      account: async () => ({ outcome: 'done', value: authority.account }),
    },
    tokens: {
      current: async () => undefined,
      renewed: async () => undefined,
      adopt: async (pair) => void adopted.push(pair),
    },
    oauthUrl: 'https://oauth.example.test',
    redirectUri: 'https://camau.example.test/oauth/zalo/callback',
    now: () => clock.at,
    log: book.log,
  })
  const app = Fastify()
  app.register(
    zaloRoutes({
      key,
      inbox: {
        keep: async (delivery) => {
          if (fault) throw fault
          if (kept.has(delivery.key)) return 'known'
          kept.set(delivery.key, delivery)
          return 'kept'
        },
      },
      ring: (citizen) => rung.push(citizen),
      now: () => clock.at,
      log: book.log,
      kept: (purpose) => counted.push(purpose),
      siteVerification: 'EjA9-x_1',
      oauth: { connect, cookieName: COOKIE },
    }),
  )
  app.post('/elsewhere', async ({ body }) => ({ parsed: body }))

  const post = (raw: Buffer | string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/webhooks/zalo', headers, payload: raw })
  const deliver = (raw: Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) => {
    const timestamp = TIMESTAMP.exec(raw.toString())?.[1] ?? ''
    return post(raw, { ...headers, 'x-zevent-signature': signDelivery(raw, timestamp, key) })
  }
  return { app, clock, post, deliver, kept, rung, counted, adopted, asked, connect, authority, book }
}

const granted = (): Granted => ({
  outcome: 'granted',
  pair: { accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: MAY_FIRST + 90_000_000 },
})

describe('a signed delivery', () => {
  it('is kept as it came, rung for and answered 200', async () => {
    const { deliver, kept, rung, counted } = begin()
    const raw = fixture('user_send_text')
    const response = await deliver(raw)
    expect([response.statusCode, response.body]).toEqual([200, ''])
    expect([...kept.values()]).toMatchObject([{ body: raw, citizen: CITIZEN, purpose: 'turn', receivedAt: MAY_FIRST }])
    expect(rung).toEqual([CITIZEN])
    expect(counted).toEqual(['turn'])
  })

  it('that comes again is answered 200 and rings no more', async () => {
    const { deliver, kept, rung, counted } = begin()
    for (let n = 0; n < 3; n++) expect((await deliver(fixture('user_send_text'))).statusCode).toBe(200)
    expect([kept.size, rung.length, counted.length]).toEqual([1, 1, 1])
  })

  it('is answered 200 for every event there is, and rings for turns only', async () => {
    const { deliver, kept, rung, book } = begin()
    for (const name of fixtureNames) expect((await deliver(fixture(name))).statusCode).toBe(200)
    expect(kept.size).toBe(fixtureNames.length)
    expect(rung).toHaveLength([...kept.values()].filter(({ purpose }) => purpose === 'turn').length)
    expect(book.lines).toEqual([])
  })

  it.each(['application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded', 'odd', ''])(
    'is taken under the content type "%s"',
    async (type) => {
      const { deliver, kept } = begin()
      expect((await deliver(fixture('user_send_text'), type ? { 'content-type': type } : {})).statusCode).toBe(200)
      expect(kept.size).toBe(1)
    },
  )

  it('of an unknown event is kept, and logged once', async () => {
    const { deliver, kept, book } = begin()
    for (const timestamp of ['1903824001001', '1903824001002', '1903824001003']) {
      const raw = variant('follow', { event_name: 'user_send_smell', timestamp })
      expect((await deliver(raw)).statusCode).toBe(200)
    }
    expect(kept.size).toBe(3)
    expect(book.lines).toEqual(['warn unknown event {"event":"user_send_smell"}'])
  })

  it('that cannot be read is kept aside', async () => {
    const { deliver, kept, rung, book } = begin()
    const raw = Buffer.from('{"event_name":"user_send_text","timestamp":"1903824001123","sender":{"id":"70000')
    expect((await deliver(raw)).statusCode).toBe(200)
    expect([...kept.values()]).toMatchObject([{ purpose: 'broken', body: raw }])
    expect(rung).toEqual([])
    expect(book.lines).toHaveLength(1)
  })

  it('that the inbox cannot keep is answered 500, so that Zalo calls again', async () => {
    const { deliver, rung } = begin(new Error('disk full'))
    expect((await deliver(fixture('user_send_text'))).statusCode).toBe(500)
    expect(rung).toEqual([])
  })

  it('of another app is refused although the signature is ours', async () => {
    const { deliver, kept, book } = begin()
    expect((await deliver(variant('user_send_text', { app_id: '3100000000000000008' }))).statusCode).toBe(401)
    expect(kept.size).toBe(0)
    expect(book.lines).toEqual(['error deliveries refused {"because":"foreign app","count":1}'])
  })

  it('of more than a quarter of a megabyte is refused before it is hashed, and the operator hears of it', async () => {
    const { deliver, kept, book } = begin()
    const message = { msg_id: 'a', text: 'x'.repeat(256 * 1024) }
    expect((await deliver(variant('user_send_text', { message }))).statusCode).toBe(413)
    expect([kept.size, book.lines]).toEqual([0, ['error deliveries refused {"because":"too large","count":1}']])
  })

  it('of ten times the longest message is taken, written the longest way', async () => {
    const { deliver, kept } = begin()
    const raw = variant('user_send_text', { message: { msg_id: 'a', text: 'PLACE' } })
    const long = Buffer.from(raw.toString().replace('PLACE', String.raw`\u1ea3`.repeat(40_000)))
    expect((await deliver(long)).statusCode).toBe(200)
    expect(kept.size).toBe(1)
  })

  it('that is over a year old is answered and kept, counted and told of once a minute, and nobody acts on it', async () => {
    const { deliver, kept, rung, counted, book } = begin()
    for (let n = 0; n < 3; n++) {
      const timestamp = String(MAY_FIRST - 400 * 86_400_000 + n)
      const raw = variant('user_send_text', { timestamp, message: { msg_id: `old-${n}`, text: 'hủy' } })
      expect((await deliver(raw)).statusCode).toBe(200)
    }
    expect([...kept.values()].map(({ purpose }) => purpose)).toEqual(['record', 'record', 'record'])
    expect([rung, counted]).toEqual([[], ['stale', 'stale', 'stale']])
    expect(book.lines).toEqual(['warn deliveries were kept and not acted on {"because":"too old","count":1}'])
  })

  it('leaves no word, id or number of the citizen in the log', async () => {
    const { deliver, book } = begin()
    await deliver(variant('user_send_text', { event_name: 'Nguyễn Văn Mẫu 84900000001' }))
    await deliver(Buffer.from('{"timestamp":"1903824001123","text":"Nguyễn Văn Mẫu 84900000001'))
    expect(book.lines).toHaveLength(2)
    expect(book.lines.join()).not.toMatch(/Mẫu|84900000001|7000000000000000011/)
  })
})

describe('a delivery that is not from Zalo', () => {
  it.each([
    ['no signature', {}],
    ['a wrong signature', { 'x-zevent-signature': `mac=${'0'.repeat(64)}` }],
    ['an empty signature', { 'x-zevent-signature': '' }],
  ])('has %s: it is refused and not stored', async (_what, headers: Record<string, string>) => {
    const { post, kept, rung } = begin()
    expect((await post(fixture('user_send_text'), headers)).statusCode).toBe(401)
    expect((await post('not JSON', headers)).statusCode).toBe(401)
    expect([kept.size, rung.length]).toEqual([0, 0])
  })

  it('is refused when it was changed on the way', async () => {
    const { post, kept } = begin()
    const raw = fixture('user_send_text')
    const signature = signDelivery(raw, TIMESTAMP.exec(raw.toString())?.[1] ?? '', key)
    const changed = raw.toString().replace('giấy', 'cây')
    expect((await post(changed, { 'x-zevent-signature': signature })).statusCode).toBe(401)
    expect(kept.size).toBe(0)
  })

  it('is not parsed: what would be costly to read is refused like anything else', async () => {
    const { post } = begin()
    const parsed: number[] = []
    const { parse } = JSON
    JSON.parse = (text: string, ...rest: []) => (parsed.push(text.length), parse(text, ...rest) as unknown)
    try {
      const nested = `{"timestamp":"1","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
      for (const headers of [{}, { 'x-zevent-signature': `mac=${'0'.repeat(64)}` }] as Record<string, string>[])
        expect((await post(nested, headers)).statusCode).toBe(401)
    } finally {
      JSON.parse = parse
    }
    expect(parsed).toEqual([])
  })

  it('is logged once a minute, with a count', async () => {
    const { post, clock, book } = begin()
    for (let n = 0; n < 5; n++) await post(fixture('follow'))
    clock.at += MINUTE
    await post(fixture('follow'), { 'x-zevent-signature': 'mac=00' })
    expect(book.lines).toEqual([
      'error deliveries refused {"because":"no signature","count":1}',
      'error deliveries refused {"because":"wrong signature","count":5}',
    ])
  })
})

describe('the console of Zalo', () => {
  it.each(['{}', ' { } ', ''])('may post %j unsigned, to no effect', async (body) => {
    const { post, kept, book } = begin()
    expect((await post(body, { 'content-type': 'application/json' })).statusCode).toBe(200)
    expect([kept.size, book.lines.length]).toEqual([0, 0])
  })

  it('may not post an empty object with a wrong signature', async () => {
    expect((await begin().post('{}', { 'x-zevent-signature': 'mac=00' })).statusCode).toBe(401)
  })

  it('may look whether anybody is at home', async () => {
    const { app } = begin()
    expect((await app.inject('/webhooks/zalo')).statusCode).toBe(200)
  })

  it('finds the file that proves whose domain this is', async () => {
    const { app } = begin()
    const response = await app.inject('/zalo_verifierEjA9-x_1.html')
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.body).toContain('<meta property="zalo-platform-site-verification" content="EjA9-x_1" />')
    expect((await app.inject('/zalo_verifierOther.html')).statusCode).toBe(404)
  })
})

it('leaves the bodies of other routes to their own parsers', async () => {
  const { app } = begin()
  const response = await app.inject({ method: 'POST', url: '/elsewhere', payload: { a: 1 } })
  expect(response.json()).toEqual({ parsed: { a: 1 } })
})

describe('consent', () => {
  type Begun = ReturnType<typeof begin>
  const callback = (query: Record<string, string>) => `/oauth/zalo/callback?${new URLSearchParams(query).toString()}`
  /** A request that this browser began, and the cookie it was given. */
  function ask({ connect }: Begun) {
    const { url, browser } = connect.begin()
    const { searchParams } = new URL(url)
    expect(searchParams.get('redirect_uri')).toBe('https://camau.example.test/oauth/zalo/callback')
    return { state: searchParams.get('state') ?? '', browser }
  }
  const come = ({ app }: Begun, query: Record<string, string>, browser?: string) =>
    app.inject({ url: callback(query), ...(browser !== undefined && { headers: { cookie: `${COOKIE}=${browser}` } }) })

  it('is begun on a page of staff', async () => {
    const response = await begin().app.inject('/oauth/zalo/start')
    expect([response.statusCode, response.headers.location]).toEqual([303, '/staff/zalo'])
  })

  it('brings the tokens of our account', async () => {
    const begun = begin()
    const { state, browser } = ask(begun)
    const response = await come(begun, { state, code: 'code-1', oa_id: OA_ID }, browser)
    expect([response.statusCode, response.body]).toEqual([
      200,
      'Đã kết nối Official Account. Ông/bà có thể đóng trang này.',
    ])
    expect(response.cookies).toMatchObject([{ name: COOKIE, value: '' }])
    expect(begun.adopted.map(({ accessToken }) => accessToken)).toEqual(['access-1'])
    expect(begun.book.lines.join()).not.toContain('access-1')
  })

  it('without a state of ours, or after ten minutes, is refused, and Zalo is not asked', async () => {
    const begun = begin()
    const { state, browser } = ask(begun)
    for (const query of [{}, { code: 'code-1', oa_id: OA_ID }, { state: 'x', code: 'code-1', oa_id: OA_ID }])
      expect((await come(begun, query as Record<string, string>, browser)).statusCode).toBe(400)
    const twice = `${callback({ state, oa_id: OA_ID })}&code=code-1&code=code-2`
    expect((await begun.app.inject({ url: twice, headers: { cookie: `${COOKIE}=${browser}` } })).statusCode).toBe(400)
    begun.clock.at += 10 * MINUTE
    expect((await come(begun, { state, code: 'code-1', oa_id: OA_ID }, browser)).statusCode).toBe(400)
    expect([begun.adopted, begun.asked]).toEqual([[], []])
  })

  it('that another browser began is refused, and Zalo is not asked', async () => {
    const begun = begin()
    const [own, others] = [ask(begun), ask(begun)]
    for (const browser of [undefined, '', others.browser, 'invented'])
      expect((await come(begun, { state: own.state, code: 'code-1', oa_id: OA_ID }, browser)).statusCode).toBe(400)
    expect([begun.adopted, begun.asked]).toEqual([[], []])
  })

  it('is good once', async () => {
    const begun = begin()
    const { state, browser } = ask(begun)
    expect((await come(begun, { state, code: 'code-9', oa_id: OA_ID }, browser)).statusCode).toBe(400)
    expect((await come(begun, { state, code: 'code-1', oa_id: OA_ID }, browser)).body).toContain('không còn hiệu lực')
    expect([begun.adopted, begun.asked]).toEqual([[], ['code-9']])
  })

  it('is refused for another account, whatever the browser says', async () => {
    const begun = begin()
    const one = ask(begun)
    const other = await come(begun, { state: one.state, code: 'code-1', oa_id: '2200000000000000099' }, one.browser)
    expect(other.statusCode).toBe(400)
    begun.authority.account = '2200000000000000099'
    const { state, browser } = ask(begun)
    const response = await come(begun, { state, code: 'code-1', oa_id: OA_ID }, browser)
    expect([response.statusCode, response.body]).toEqual([400, expect.stringContaining('Official Account khác')])
    expect(begun.adopted).toEqual([])
  })

  it('is refused when Zalo refuses the code', async () => {
    const begun = begin()
    const { state, browser } = ask(begun)
    const response = await come(begun, { state, code: 'code-9', oa_id: OA_ID }, browser)
    expect([response.statusCode, response.body]).toEqual([400, expect.stringContaining('oauth -14')])
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(begun.adopted).toEqual([])
  })
})
