import type { FastifyInstance } from 'fastify'
import { Fault } from '../kernel/fault.ts'
import type { Deeds } from './deeds.ts'
import type { FakeZalo } from './fake-zalo.ts'

/** Photos come as base64 in JSON: an album of ten fits. */
const LARGEST_DEED = 40_000_000

/** `POST /<deed>`: does it, and with `"wait": true` answers only when the webhook took the events or Zalo gave up. */
export function addDeedRoutes(app: FastifyInstance, zalo: FakeZalo, allowed: Deeds): void {
  app.addHook('onRequest', async (request, reply) => {
    // Another site open in the same browser must not act here; a plain form cannot, for only JSON is read.
    if (/^(cross-site|same-site)$/.test(String(request.headers['sec-fetch-site'] ?? ''))) return reply.code(403).send()
  })

  app.setErrorHandler(async (error, _request, reply) =>
    error instanceof Fault ? reply.code(409).send({ problem: error.code }) : reply.send(error),
  )

  app.post<{ Params: { deed: string } }>('/:deed', { bodyLimit: LARGEST_DEED }, async (request, reply) => {
    const name = request.params.deed
    const run = Object.hasOwn(allowed, name) ? allowed[name] : undefined
    if (!run) return reply.code(404).send({ problem: `no such deed: ${name}` })
    const body: unknown = request.body
    const done = await run(zalo, body)
    if ('problem' in done) return reply.code(400).send(done)
    const { fates, ...rest } = done
    const waits = typeof body === 'object' && body !== null && 'wait' in body && body.wait === true
    return waits && Array.isArray(fates) ? { ...rest, fates: await Promise.all(fates) } : rest
  })
}
