import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHost } from '../../src/zalo/http.ts'
import { createPooledHost } from '../../src/zalo/pooled-host.ts'
import { startLocalZalo } from './local-zalo.ts'

let zalo: Awaited<ReturnType<typeof startLocalZalo>>

beforeAll(async () => {
  zalo = await startLocalZalo()
})
afterAll(() => zalo.close())

const call = { method: 'post', path: '/', headers: {}, body: '{}' } as const

describe.each([
  { what: 'the host for forms', createOne: createHost },
  { what: 'the host of the reply path', createOne: createPooledHost },
])('$what', ({ createOne }) => {
  const ask = () => createOne(zalo.url, 80)(call)

  it('gives up on an answer that does not come, and cannot say whether the request was carried out', async () => {
    zalo.answers(() => undefined)
    expect(await ask()).toEqual({ outcome: 'unanswered', reason: 'econnaborted', mayHaveArrived: true })
  })

  it('gives up on an answer that never ends', async () => {
    zalo.answers((response) => {
      const drip = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(drip))
    })
    expect(await ask()).toEqual({ outcome: 'unanswered', reason: 'too slow', mayHaveArrived: true })
  })

  it('cannot say whether a request was carried out whose answer broke off', async () => {
    zalo.answers((response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"error":0')
      setTimeout(() => response.destroy(), 5)
    })
    expect(await ask()).toMatchObject({ outcome: 'unanswered', mayHaveArrived: true })
  })
})

describe('the host of the reply path', () => {
  it('keeps the path of its address', async () => {
    zalo.answers({ error: 0 })
    zalo.received.splice(0)
    await createPooledHost(`${zalo.url}/simulator/zalo`)({ ...call, path: '/v3.0/oa/message/cs?a=1' })
    expect(zalo.received.map(({ path }) => path)).toEqual(['/simulator/zalo/v3.0/oa/message/cs?a=1'])
  })

  it('knows that a request which found no free connection did not arrive', async () => {
    zalo.received.splice(0)
    zalo.answers((response) => response.writeHead(200).write('{'))
    const ask = createPooledHost(zalo.url, 1_000)
    const busy = Array.from({ length: 64 }, () => ask(call))
    const turnedAway = await ask({ ...call, path: '/late' })
    expect(turnedAway).toEqual({ outcome: 'unanswered', reason: 'econnaborted', mayHaveArrived: false })
    await Promise.all(busy)
    await sleep(20)
    expect(zalo.received.some(({ path }) => path === '/late')).toBe(false)
  })

  it('puts a new connection in the place of one that was closed while it stood idle', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => socket.destroy())
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{"error":0}'))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const ask = createPooledHost(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    for (const closed of [() => sockets.at(-1)?.end(), () => sockets.at(-1)?.resetAndDestroy()]) {
      expect(await ask(call)).toMatchObject({ outcome: 'answered' })
      closed()
      await sleep(20)
    }
    expect(await ask(call)).toMatchObject({ outcome: 'answered' })
    expect(sockets).toHaveLength(3)
    for (const socket of sockets) socket.destroy()
    server.close()
  })
})
