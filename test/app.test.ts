import { EVERYTHING } from './dossiers/posted.ts'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONNECTION_LIMITS } from '../src/program/connection-limits.ts'
import { randomId } from '../src/kernel/ids.ts'
import { addAccount } from '../src/staff/accounts/add-account.ts'
import { type Running, runProgram } from './program/running.ts'

const TOKEN = 'a-token-of-the-house-0001'
const SHORT = {
  ...{
    headersWithin: 1_000,
    requestWithin: 1_500,
    idleFor: 300,
    silentFor: 20_000,
    checkedEvery: 100,
    connections: 60,
  },
}

const routes: { method: string; url: string }[] = []
let running: Running

beforeAll(async () => {
  const collect = (message: unknown) =>
    void (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url })
    })
  subscribe('fastify.initialization', collect)
  running = await runProgram({
    parts: {
      publicUrl: 'https://motcua.example.test',
      opsToken: TOKEN,
      trustedProxies: ['loopback', '10.0.0.5'],
      limits: SHORT,
    },
  })
  unsubscribe('fastify.initialization', collect)
}, 120_000)
afterAll(() => running.close())

const ALWAYS = [
  ...['content-security-policy', 'x-frame-options', 'referrer-policy', 'permissions-policy', 'cache-control'],
  ...['cross-origin-opener-policy', 'cross-origin-resource-policy', 'strict-transport-security'],
]
/** What anybody may keep: style sheets, scripts, the checkpoint app, and the simulator's pictures. */
const MAY_BE_KEPT = /^\/(staff\/[\w-]+\.(css|js)|checkpoint(\/.*)?|simulator\/(assets|media)\/.*)$/

const sample = (url: string) => url.replace(/:[a-z]+\??/gi, 'mau').replaceAll('*', 'mau')

describe('every answer', () => {
  const ask = async (url: string, method = 'GET', headers: Record<string, string> = {}) => {
    const answer = await fetch(new URL(url, running.app.listeningOrigin), {
      ...{ method, redirect: 'manual', headers: { connection: 'close', ...headers } },
    })
    await answer.body?.cancel()
    return answer
  }
  const missing = ({ headers }: Response) => [
    ...ALWAYS.filter((name) => !headers.has(name)),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['nosniff']),
    ...(/frame-ancestors 'none'|sandbox|default-src 'self'/.test(headers.get('content-security-policy') ?? '')
      ? []
      : ['frame-ancestors']),
  ]

  it('of every route there is carries all headers, to strangers and to an administrator', async () => {
    await addAccount(
      running.program.staff.accounts,
      { email: 'quan.tri@example.vn', name: 'Quản Trị', postings: EVERYTHING, password: 'chiec-la-cuoi-cung-19' },
      randomId,
    )
    const door = await fetch(new URL('/staff/login', running.app.listeningOrigin), {
      ...{ method: 'POST', redirect: 'manual' },
      body: new URLSearchParams({ email: 'quan.tri@example.vn', password: 'chiec-la-cuoi-cung-19' }),
    })
    const cookie = door.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect(cookie).toContain('mot_cua_staff')
    expect(routes.length).toBeGreaterThan(60)
    const faults: string[] = []
    for (const { method, url } of routes.filter(({ method }) => method !== 'OPTIONS')) {
      for (const headers of [{}, { cookie }] as Record<string, string>[]) {
        const answer = await ask(sample(url), method, headers).catch((cause: unknown) =>
          Promise.reject(new Error(`${method} ${url}`, { cause })),
        )
        const kept = answer.headers.get('cache-control') !== 'no-store' && !MAY_BE_KEPT.test(url) ? ['no-store'] : []
        const absent = [...missing(answer), ...kept]
        if (absent.length > 0) faults.push(`${method} ${url} ${answer.status}: ${absent.join(', ')}`)
      }
    }
    expect(faults).toEqual([])
  }, 60_000)

  it.each(['/nothing', '/%', `/${'x'.repeat(300)}`, '/p/%ff', '/staff/nothing', '/checkpoint/nothing', '//'])(
    'to the odd path %s carries them too',
    async (path) => {
      expect(missing(await ask(`${running.app.listeningOrigin}${path}`))).toEqual([])
    },
  )

  it.each([
    ['a body that is no JSON', '/simulator/control/send', { 'content-type': 'application/json' }, '{'],
    ['a body of an unknown kind', '/staff/login', { 'content-type': 'text/csv' }, 'a,b'],
    [
      'a body that is too large',
      '/staff/login',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'a'.repeat(3_000_000),
    ],
  ])('to %s carries them too', async (_case, path, headers, body) => {
    const answer = await fetch(new URL(path, running.app.listeningOrigin), {
      method: 'POST',
      headers: headers as Record<string, string>,
      body,
    })
    expect([answer.status >= 400, missing(answer)]).toEqual([true, []])
  })

  it('lets only the checkpoint app have the camera', async () => {
    const policy = async (path: string) => (await ask(path)).headers.get('permissions-policy')
    expect(await policy('/checkpoint')).toContain('camera=(self)')
    for (const path of ['/staff/login', '/p/1', '/checkpointx', '/nothing'])
      expect(await policy(path)).toContain('camera=()')
  })

  it('to what is no request at all is 400 with the same headers', async () => {
    const said = await speak('rubbish\r\n\r\n')
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    for (const name of ALWAYS) expect(said).toContain(`\r\n${name}: `)
  })
})

describe('/metrics and /readyz', () => {
  const ask = (url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    running.app.inject({ url, headers, remoteAddress })

  it.each(['/metrics', '/readyz'])('%s answers this machine and whoever shows the token', async (path) => {
    expect((await ask(path)).statusCode).toBe(200)
    expect((await ask(path, {}, '::1')).statusCode).toBe(200)
    expect((await ask(path, { authorization: `Bearer ${TOKEN}` }, '10.9.9.9')).statusCode).toBe(200)
    expect((await ask(path, { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' })).statusCode).toBe(
      200,
    )
  })

  it.each(['/metrics', '/readyz'])(
    '%s is not there for a stranger, also behind a proxy on this machine',
    async (path) => {
      const nothing = await ask('/nothing')
      for (const [headers, from] of [
        [{}, '203.0.113.9'],
        [{}, '10.0.0.5'],
        [{ 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
        [{ 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1'],
        [{ 'x-real-ip': '203.0.113.9' }, '127.0.0.1'],
        [{ forwarded: 'for=203.0.113.9' }, '::1'],
        [{ authorization: 'Bearer wrong' }, '203.0.113.9'],
        [{ authorization: '' }, '203.0.113.9'],
      ] as [Record<string, string>, string][]) {
        const answer = await ask(path, headers, from)
        expect([answer.statusCode, answer.body]).toEqual([404, nothing.body])
      }
    },
  )

  it('leaves /healthz to everybody', async () => {
    expect((await ask('/healthz', { 'x-forwarded-for': '203.0.113.9' }, '203.0.113.8')).statusCode).toBe(200)
  })
})

describe('a proxy', () => {
  const warnings = () => running.lines.filter((line) => line.includes('TRUSTED_PROXIES'))
  const pass = (visitor: string, proxy: string) =>
    running.app.inject({ url: '/healthz', headers: { 'x-forwarded-for': visitor }, remoteAddress: proxy })

  it('that is trusted, or is a stranger, is no news; one inside that is not trusted is told of once', async () => {
    await pass('203.0.113.9', '10.0.0.5')
    await pass('203.0.113.9', '198.51.100.7')
    expect(warnings()).toEqual([])
    for (let i = 0; i < 3; i++) await pass(`203.0.113.${i}`, '10.0.0.6')
    expect(warnings()).toEqual([expect.stringContaining('"proxy":"10.0.0.6"')])
    expect(warnings()[0]).not.toContain('203.0.113')
  })
})

/** What the program says on a connection until it ends it, and how long that took, in milliseconds. */
async function speak(text: string, ...more: [after: number, text: string][]): Promise<string> {
  const { port } = running.app.server.address() as { port: number }
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (bytes) => (said += bytes.toString('latin1')))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(text)
  for (const [after, next] of more) setTimeout(() => socket.writable && socket.write(next), after)
  await once(socket, 'close')
  return said
}

describe('a connection', () => {
  it.each([
    ['says nothing', ''],
    ['never ends its first line', 'GET /healthz'],
    ['never ends its headers', 'GET /healthz HTTP/1.1\r\nhost: a\r\n'],
    [
      'never sends its body',
      'POST /staff/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n',
    ],
    ['asks once and stays', 'GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n'],
  ])('that %s is let go', async (_case, text) => {
    // Without a limit it would stay open, and the test with it.
    await speak(text)
  })

  it('that drips its headers is let go all the same', async () => {
    const drips = Array.from({ length: 30 }, (_, i) => [i * 150, `x-${i}: y\r\n`] as [number, string])
    expect(await speak('GET /healthz HTTP/1.1\r\nhost: a\r\n', ...drips)).not.toContain('200 OK')
  })

  it('beyond the most there may be at once is closed, and those that are there are answered', async () => {
    const { port } = running.app.server.address() as { port: number }
    const sockets = Array.from({ length: SHORT.connections + 20 }, () => connect(port, '127.0.0.1'))
    // Who is let go for its silence is told so; who was one too many is not spoken to.
    const turnedAway = new Promise<void>((resolve) => {
      let count = 0
      for (const socket of sockets) {
        socket.on('error', () => undefined).resume()
        socket.on('close', () => socket.bytesRead === 0 && ++count === 20 && resolve())
      }
    })
    const first = sockets[0]!
    first.write('GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n')
    const [answer] = (await once(first, 'data')) as [Buffer]
    expect(answer.toString()).toContain('200 OK')
    await turnedAway
    for (const socket of sockets) socket.destroy()
  })

  it('may be quiet for as long as a proxy keeps one, and no longer than a slow phone needs', () => {
    const { headersWithin, requestWithin, idleFor, silentFor, connections } = CONNECTION_LIMITS
    expect([headersWithin, requestWithin].every((limit) => limit >= 10_000 && limit <= 60_000)).toBe(true)
    expect(idleFor).toBeGreaterThan(60_000)
    expect(silentFor).toBeGreaterThanOrEqual(requestWithin)
    expect(connections).toBeGreaterThanOrEqual(1_000)
  })
})
