import fastify from 'fastify'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { postRoutes } from '../../src/checkpoint/post-routes.ts'
import { DAY, MINUTE } from '../../src/kernel/clock.ts'
import type { PostId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { hashPostPin, makePostPin } from '../../src/permits/posts/post-pin.ts'
import type { Post } from '../../src/permits/posts/posts.ts'
import type { PublishedList } from '../../src/permits/keys/key-store.ts'
import type { SealKeys } from '../../src/permits/code/seal.ts'
import type { Scan } from '../../src/permits/posts/scans.ts'
import { inMemoryDevices } from '../staff/fakes.ts'
import { NOW, samplePermit, sampleRing } from '../permits/sample.ts'

const CODE = makePostPin((below) => 7 % below)
const post: Post = { id: 'cau-ho-phong' as PostId, name: 'Chốt cầu Hộ Phòng', openedAt: NOW }
const permit = await samplePermit()

interface DeskParts {
  secureCookies?: boolean
  permits?: Permit[]
  list?: PublishedList
  timestamp?: Uint8Array
  keys?: SealKeys
}

function desk({ secureCookies = false, permits = [permit], list, timestamp, keys = sampleRing }: DeskParts = {}) {
  const sessions = new Map<string, { post: PostId; expiresAt: number }>()
  const kept: Scan[] = []
  const seen = new Map<string, number>()
  const time = { now: NOW, closed: false, waited: 0, stands: false }
  const app = fastify()
  void app.register(
    postRoutes({
      posts: {
        all: async () => [post],
        find: async (id) =>
          id === post.id
            ? { ...post, codeHash: hashPostPin(id, CODE), ...(time.closed && { closedAt: NOW }) }
            : undefined,
        open: async () => 'known',
        changeCode: async () => undefined,
        close: async () => undefined,
      },
      sessions: {
        open: async ({ tokenHash, ...session }) => void sessions.set(tokenHash, session),
        find: async (hash, now) => ((sessions.get(hash)?.expiresAt ?? 0) > now ? post : undefined),
        end: async (hash) => void sessions.delete(hash),
        seen: async (hash, at) => void seen.set(hash, at),
        phonesOf: async () => [],
        endPhones: async () => 0,
      },
      scans: {
        keep: async (scans) => kept.push(...scans),
        countsOfDay: async () => [],
        sightings: async () => [],
        forget: async () => 0,
      },
      permits: { findByNumber: async (number) => permits.find((each) => each.number === number) },
      keys,
      timestamp: async () => timestamp,
      keyStore: { newestList: async () => list, roots: async () => ['root'] },
      revocations: async () => Uint8Array.of(1, 2, 3),
      labels: () => ({ purposes: { 2: 'Khám, chữa bệnh' }, titles: { 2: 'Giấy đi đường' } }),
      secureCookies,
      devices: inMemoryDevices().devices,
      pause: async (milliseconds) => void (time.waited += milliseconds),
      now: () => (time.stands ? time.now : time.now + time.waited),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    }),
  )
  const send = (path: string, payload: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: `/checkpoint/${path}`,
      headers: { 'x-checkpoint': '1', 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(payload),
    })
  const signIn = (code = CODE, id: string = post.id) => send('sign-in', { post: id, code })
  const cookie = async () => String([(await signIn()).headers['set-cookie']].flat()[0]).split(';')[0]!
  return { app, send, signIn, cookie, kept, time, sessions, seen }
}

const scan = {
  ...{ id: 'b2d7f0a6-6a52-4a37-8f0f-0d5a6b1f3c11', permit: permit.id, verdict: 'valid', colour: 'green' },
  ...{ by: 'camera', offline: true, at: NOW },
}

describe('signing in at a post', () => {
  it.each([CODE, CODE.toLowerCase(), CODE.replaceAll('-', ' '), ` ${CODE.replaceAll('-', '')} `])(
    'takes the code as %j',
    async (code) => {
      const answer = await desk().signIn(code, ' Cau-Ho-Phong ')
      expect(answer.statusCode).toBe(200)
      expect(answer.json()).toEqual({
        ...{ post: { id: post.id, name: post.name }, roots: ['root'], now: NOW },
        ...{ purposes: { 2: 'Khám, chữa bệnh' }, titles: { 2: 'Giấy đi đường' } },
      })
    },
  )

  it('gives a cookie that no script reads and no other site sends, and says nothing of it elsewhere', async () => {
    const { signIn, sessions } = desk({ secureCookies: true })
    const answer = await signIn()
    const [session, device] = [answer.headers['set-cookie']].flat()
    expect(session).toMatch(/^__Secure-post=.+; Path=\/checkpoint; HttpOnly; Secure; SameSite=Strict$/)
    expect(device).toMatch(/^__Secure-post_device=.+; Path=\/checkpoint\/sign-in; HttpOnly; Secure; SameSite=Strict$/)
    const token = /=([^;]+)/.exec(String(session))![1]!
    expect(answer.body).not.toContain(token)
    expect([...sessions.keys()]).not.toContain(token)
  })

  it.each([
    ['a wrong code', 'AAAA-BBBB-CCCC', post.id],
    ['no code', '', post.id],
    ['an unknown post', CODE, 'chot-khac'],
  ])('refuses %s with one and the same sentence', async (_case, code, id) => {
    const answer = await desk().signIn(code, id)
    expect([answer.statusCode, answer.json<{ because: string }>().because]).toEqual([
      401,
      expect.stringMatching(/Mã chốt hoặc mã đăng nhập không đúng/),
    ])
  })

  it('refuses a closed post', async () => {
    const { signIn, time } = desk()
    time.closed = true
    expect((await signIn()).statusCode).toBe(401)
  })

  it('lets strangers with wrong codes wait, and the right one in at once from the same address', async () => {
    const { signIn, time } = desk()
    for (let i = 0; i < 40; i++) expect((await signIn('AAAA-BBBB-CCCC')).statusCode).toBe(401)
    expect(time.waited).toBeGreaterThan(60_000)
    const before = time.waited
    expect((await signIn()).statusCode).toBe(200)
    expect(time.waited).toBe(before)
    time.stands = true
    await Promise.all(Array.from({ length: 30 }, () => signIn('AAAA-BBBB-CCCC')))
    expect((await signIn('AAAA-BBBB-CCCC')).statusCode).toBe(429)
    expect((await signIn()).statusCode).toBe(200)
  })

  it('tells a phone that it knows at once that its code is wrong, whatever strangers try', async () => {
    const { signIn, send, time } = desk()
    const jar = [(await signIn()).headers['set-cookie']]
      .flat()
      .map((one) => String(one).split(';')[0])
      .join('; ')
    for (let i = 0; i < 40; i++) await signIn('AAAA-BBBB-CCCC')
    const before = time.waited
    const wrong = await send('sign-in', { post: post.id, code: 'AAAA-BBBB-CCCC' }, { cookie: jar })
    expect([wrong.statusCode, time.waited]).toEqual([401, before])
  })

  it('tells those who try many codes at once how long to wait', async () => {
    const { signIn, time } = desk()
    time.stands = true
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn('AAAA-BBBB-CCCC')))
    const late = answers.filter(({ statusCode }) => statusCode === 429)
    expect(late.length).toBeGreaterThan(15)
    expect(late[0]!.json<{ because: string }>().because).toMatch(/Xin đợi \d+ giây/)
  })

  it('ends when the phone signs out, and by itself after a month', async () => {
    const { app, send, cookie, time } = desk()
    const jar = await cookie()
    const session = () => app.inject({ url: '/checkpoint/session', headers: { cookie: jar } })
    expect((await session()).statusCode).toBe(200)
    time.now += 31 * DAY
    expect((await session()).statusCode).toBe(401)
    time.now -= 31 * DAY
    expect((await send('sign-out', {}, { cookie: jar })).statusCode).toBe(204)
    expect((await session()).statusCode).toBe(401)
  })
})

describe('a phone at its post', () => {
  it('uploads scans, which get its post and our clock', async () => {
    const { send, cookie, kept } = desk()
    const answer = await send(
      'scans',
      { scans: [scan, { ...scan, at: NOW + DAY, permit: undefined }] },
      { cookie: await cookie() },
    )
    expect(answer.json()).toEqual({ kept: 2 })
    expect(kept[0]).toEqual({ ...scan, post: post.id, receivedAt: NOW })
    expect(kept[1]).toMatchObject({ at: NOW })
  })

  it('hands in no more than an officer can do, and is told that the rest goes later', async () => {
    const { send, cookie, kept, time } = desk()
    const jar = { cookie: await cookie() }
    const batch = () => ({ scans: Array.from({ length: 200 }, () => ({ ...scan, id: randomUUID() })) })
    for (let i = 0; i < 25; i++) expect((await send('scans', batch(), jar)).statusCode).toBe(200)
    const refused = await send('scans', batch(), jar)
    expect([refused.statusCode, refused.json<{ because: string }>().because]).toEqual([
      429,
      expect.stringMatching(/tự gửi dần/),
    ])
    expect(kept).toHaveLength(5_000)
    time.now += 7 * MINUTE
    expect((await send('scans', batch(), jar)).statusCode).toBe(200)
  })

  it('is noted as seen, but not with every request', async () => {
    const { app, cookie, seen, time } = desk()
    const jar = await cookie()
    const ask = () => app.inject({ url: '/checkpoint/session', headers: { cookie: jar } })
    await ask()
    time.now += MINUTE
    await ask()
    expect([...seen.values()]).toEqual([NOW])
    time.now += 10 * MINUTE
    await ask()
    expect([...seen.values()]).toEqual([NOW + 11 * MINUTE])
  })

  it.each([
    ['too many', { scans: Array.from({ length: 201 }, () => scan) }],
    ['a name in the place of an id', { scans: [{ ...scan, permit: 'Nguyễn Văn A' }] }],
    ['an invented colour', { scans: [{ ...scan, colour: 'blue' }] }],
    ['no list', {}],
    ['nothing', null],
  ])('is told that %s cannot be read, and nothing is kept', async (_case, body) => {
    const { send, cookie, kept } = desk()
    expect((await send('scans', body, { cookie: await cookie() })).statusCode).toBe(400)
    expect(kept).toEqual([])
  })

  it('looks up a number that was read out, however it is written', async () => {
    const { send, cookie } = desk()
    const answer = await send(
      'number',
      { number: permit.number.toLowerCase().replace('-', ' ') },
      { cookie: await cookie() },
    )
    expect(answer.json<{ verdict: object }>().verdict).toMatchObject({
      verdict: 'valid',
      claims: { plate: permit.plate },
    })
    expect(answer.body).not.toContain(permit.digits)
    expect(answer.body).not.toContain(permit.dossier)
  })

  it.each([
    ['revoked', { ...permit, revokedAt: NOW }, { verdict: 'revoked' }],
    ['sealed with a key that was withdrawn', { ...permit, keyId: '0199' }, { verdict: 'forged' }],
  ])('is told of a number that is %s', async (_case, held, verdict) => {
    const { send, cookie } = desk({ permits: [held] })
    expect(
      (await send('number', { number: permit.number }, { cookie: await cookie() })).json<{ verdict: object }>().verdict,
    ).toMatchObject(verdict)
  })

  it('is not told that a number is forged whose key this process has yet to hear of', async () => {
    let isCaughtUp = false
    const keys: SealKeys = {
      find: (keyId) => (isCaughtUp ? sampleRing.find(keyId) : undefined),
      catchUp: async () => void (isCaughtUp = true),
    }
    const { send, cookie } = desk({ keys })
    const answer = await send('number', { number: permit.number }, { cookie: await cookie() })
    expect(answer.json<{ verdict: object }>().verdict).toMatchObject({ verdict: 'valid' })
  })

  it('is told that there is no such number, and is slowed down when it tries many', async () => {
    const { send, cookie } = desk({ permits: [] })
    const jar = { cookie: await cookie() }
    for (let i = 0; i < 60; i++)
      expect((await send('number', { number: '2222-2222' }, jar)).json<{ verdict: object }>().verdict).toEqual({
        verdict: 'unknown',
        why: 'unrecorded',
      })
    expect((await send('number', { number: '2222-2222' }, jar)).statusCode).toBe(429)
    expect((await send('number', { number: 'ABC' }, jar)).statusCode).toBe(400)
    // Somebody has its phone: the others of the post go on.
    expect((await send('number', { number: '2222-2222' }, { cookie: await cookie() })).statusCode).toBe(200)
  })
})

describe('a stranger', () => {
  it.each(['scans', 'number'])('gets nothing from %s', async (path) => {
    const { send, kept } = desk()
    expect((await send(path, { scans: [scan], number: permit.number })).statusCode).toBe(401)
    expect(kept).toEqual([])
  })

  it.each(['sign-in', 'sign-out', 'scans', 'number'])('cannot send a form from another site to %s', async (path) => {
    const { app, cookie } = desk()
    const answer = await app.inject({ method: 'POST', url: `/checkpoint/${path}`, headers: { cookie: await cookie() } })
    expect(answer.statusCode).toBe(403)
  })

  it('may fetch the lists, which hold nothing about anybody', async () => {
    const { app } = desk()
    const revoked = await app.inject('/checkpoint/revoked')
    expect([revoked.statusCode, revoked.headers['content-type'], revoked.rawPayload.length]).toEqual([
      200,
      'application/cose',
      3,
    ])
    expect(revoked.headers['x-now']).toBe(String(NOW))
    expect((await app.inject('/checkpoint/keys')).statusCode).toBe(503)
  })

  it('is given with the keys what confirms them, when there is such a thing', async () => {
    const list = { serial: 3, signed: 'AQID', publishedAt: NOW }
    const { app } = desk({ list, timestamp: Uint8Array.of(9, 8, 7) })
    const answer = await app.inject('/checkpoint/keys')
    expect([answer.statusCode, answer.rawPayload, answer.headers['x-timestamp']]).toEqual([
      200,
      Buffer.of(1, 2, 3),
      'CQgH',
    ])
    expect((await desk({ list }).app.inject('/checkpoint/keys')).headers['x-timestamp']).toBeUndefined()
  })

  it('who asks for the lists without end is told to wait', async () => {
    const { app, cookie } = desk({ list: { serial: 3, signed: 'AQID', publishedAt: NOW } })
    const headers = { cookie: await cookie() }
    for (let i = 0; i < 600; i++) expect((await app.inject('/checkpoint/revoked')).statusCode).toBe(200)
    expect((await app.inject('/checkpoint/revoked')).statusCode).toBe(429)
    expect((await app.inject('/checkpoint/keys')).statusCode).toBe(429)
    // A phone that is signed in has them all the same from the same address, as often as a phone can need them.
    for (const url of ['/checkpoint/revoked', '/checkpoint/keys'])
      expect((await app.inject({ url, headers })).statusCode).toBe(200)
    for (let i = 2; i < 60; i++) await app.inject({ url: '/checkpoint/revoked', headers })
    expect((await app.inject({ url: '/checkpoint/revoked', headers })).statusCode).toBe(429)
  })

  it('who sends rubbish is answered in a sentence', async () => {
    const { app } = desk()
    const answer = await app.inject({
      method: 'POST',
      url: '/checkpoint/sign-in',
      headers: { 'x-checkpoint': '1', 'content-type': 'application/json' },
      payload: '{',
    })
    expect([answer.statusCode, answer.json<{ because: string }>().because]).toEqual([
      400,
      expect.stringMatching(/không đọc được/),
    ])
  })
})
