import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Registry } from 'prom-client'
import { isSameSecret } from '../kernel/secrets.ts'

/** What the program counts. Labels are words of ours: never an id, a name or a path. */
export interface Metrics {
  deliveryKept(purpose: string): void
  messageSettled(state: string): void
  filesSwept(files: number): void
  fileRefused(because: string): void
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
  const refusedFiles = new Counter({
    name: 'mot_cua_refused_files_total',
    help: 'Files of citizens that were not taken in, by why; the log names an unknown host',
    labelNames: ['because'],
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
    fileRefused: (because) => refusedFiles.inc({ because }),
    rated: (score) => ratings.inc({ score: String(score) }),
    registry,
  }
}

interface HealthPorts {
  ping: () => Promise<void>
  registry: Registry
  /** OPS_TOKEN: whoever shows it may ask from anywhere. */
  token?: string
}

/**
 * `/healthz`: the process answers. `/readyz`: its database does too. `/metrics`: counts for Prometheus. The last two are for
 * the house: to anybody else there is nothing there.
 */
export const healthRoutes =
  ({ ping, registry, token }: HealthPorts): FastifyPluginAsync =>
  async (app) => {
    const mayAsk = (request: FastifyRequest): boolean =>
      isFromThisMachine(request) ||
      (token !== undefined && isSameSecret(request.headers.authorization, `Bearer ${token}`))

    app.get('/healthz', async () => ({ status: 'ok' }))
    await app.register(async (inside) => {
      inside.addHook('onRequest', async (request, reply) => {
        if (!mayAsk(request)) reply.callNotFound()
      })
      inside.get('/readyz', async (_request, reply) => {
        try {
          await ping()
          return { status: 'ready' }
        } catch {
          // Expected when the database is away; whoever asks only needs to know that.
          return reply.code(503).send({ status: 'database unreachable' })
        }
      })
      inside.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
    })
  }

const PASSED_ON = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/** What a proxy passes on comes from a stranger, although the proxy itself stands on this machine. */
const isFromThisMachine = ({ headers, socket }: FastifyRequest): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '') && !PASSED_ON.some((name) => name in headers)
