import type { FastifyPluginAsync } from 'fastify'
import { addDeedRoutes } from './deed-routes.ts'
import { testDeeds } from './deeds.ts'
import type { FakeZalo } from './fake-zalo.ts'

/** The remote control for tests in another process; from this machine only. */
export const controlRoutes =
  ({ zalo }: { zalo: FakeZalo }): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      if (!/^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '127.0.0.1')) return reply.code(403).send()
    })
    addDeedRoutes(app, zalo, testDeeds)

    app.get<{ Querystring: { citizen?: string; since?: string } }>('/transcript', async ({ query }) =>
      zalo.changesSince(query.citizen ?? '', Number(query.since ?? 0)),
    )
    app.get('/stats', async () => zalo.stats())
    app.get('/faults', async () => zalo.faults.current())
    app.get('/templates', async () => zalo.api.templates())
  }
