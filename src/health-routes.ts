import type { FastifyPluginAsync } from 'fastify'
import { Counter, collectDefaultMetrics, Registry } from 'prom-client'

/** What the program counts. Labels are words of ours: never an id, a name or a path. */
export interface Metrics {
  deliveryKept(purpose: string): void
  messageSettled(state: string): void
  filesSwept(files: number): void
  rated(score: number): void
  registry: Registry
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const deliveries = new Counter({
    name: 'mot_cua_deliveries_total',
    help: 'Webhook deliveries kept, by what follows them',
    labelNames: ['purpose'],
    registers,
  })
  const messages = new Counter({
    name: 'mot_cua_messages_total',
    help: 'Messages to citizens after an attempt, by what became of them',
    labelNames: ['state'],
    registers,
  })
  const sweptFiles = new Counter({
    name: 'mot_cua_swept_files_total',
    help: 'Files deleted because no row refers to them',
    registers,
  })
  const ratings = new Counter({
    name: 'mot_cua_ratings_total',
    help: 'Ratings of finished dossiers, by score; one given anew counts again',
    labelNames: ['score'],
    registers,
  })
  return {
    deliveryKept: (purpose) => deliveries.inc({ purpose }),
    messageSettled: (state) => messages.inc({ state }),
    filesSwept: (files) => sweptFiles.inc(files),
    rated: (score) => ratings.inc({ score: String(score) }),
    registry,
  }
}

/** `/healthz`: the process answers. `/readyz`: its database does too. `/metrics`: counts for Prometheus. */
export const healthRoutes =
  ({ ping, registry }: { ping: () => Promise<void>; registry: Registry }): FastifyPluginAsync =>
  async (app) => {
    app.get('/healthz', async () => ({ status: 'ok' }))
    app.get('/readyz', async (_request, reply) => {
      try {
        await ping()
        return { status: 'ready' }
      } catch {
        // Expected when the database is away; whoever asks only needs to know that.
        return reply.code(503).send({ status: 'database unreachable' })
      }
    })
    app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  }
