import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { createFakeZalo, type FakeZalo } from '../../src/simulator/fake-zalo.ts'
import type { FakeZaloOptions } from '../../src/simulator/options.ts'
import { simulatorRoutes } from '../../src/simulator/routes.ts'

export const MODEL_NOW = Date.parse('2030-05-01T08:00:00+07:00')
export const CITIZEN = '7000000000000000011'
export const KEYS = {
  appId: '3100000000000000007',
  appSecret: 'unit-test-app-secret',
  oaId: '2200000000000000022',
  oaSecretKey: 'unit-test-oa-secret-01',
}

export interface Received {
  headers: IncomingHttpHeaders
  raw: Buffer
  event: { event_name: string; timestamp: string; message?: { msg_id?: string; text?: string } }
}

/** A webhook that keeps what it gets. `answers` decides the status of each delivery, or `hang` for none. */
export async function startWebhook(answers: (nth: number) => number | 'hang' = () => 200) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const raw = Buffer.concat(parts)
      const event = JSON.parse(raw.toString('utf8')) as Received['event']
      received.push({ headers: request.headers, raw, event })
      const answer = answers(received.length)
      if (answer !== 'hang') response.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhooks/zalo`,
    received,
    names: () => received.map(({ event }) => event.event_name),
    texts: () => received.flatMap(({ event }) => event.message?.text ?? []),
    dropConnections: () => server.closeAllConnections(),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const counting = () => {
  let count = 0
  return () => String((count += 1))
}

/** A fake whose clock stands at the model day and whose webhook is nowhere unless a test gives one. */
export function sampleZalo(more: Partial<FakeZaloOptions> = {}): FakeZalo {
  return createFakeZalo({
    ...KEYS,
    webhookUrl: 'http://127.0.0.1:1/',
    publicUrl: 'https://zalo.example.test',
    now: () => MODEL_NOW,
    makeId: counting(),
    timeScale: 0.000_001,
    ...more,
  })
}

export async function sampleApp(zalo: FakeZalo) {
  const app = Fastify()
  await app.register(simulatorRoutes({ zalo }))
  return app
}
