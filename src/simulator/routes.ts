import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import { chatRoutes } from './chat-routes.ts'
import { controlRoutes } from './control-routes.ts'
import type { FakeZalo } from './fake-zalo.ts'

/** Everything of the local Zalo under `/simulator`: the chat page, the API at `/simulator/zalo`, media, remote control. */
export const simulatorRoutes =
  ({ zalo }: { zalo: FakeZalo }): FastifyPluginAsync =>
  async (app) => {
    await app.register(chatRoutes({ zalo }), { prefix: '/simulator' })
    await app.register(apiRoutes({ zalo }), { prefix: '/simulator/zalo' })
    await app.register(controlRoutes({ zalo }), { prefix: '/simulator/control' })
    app.addHook('onClose', async () => zalo.close())
  }
