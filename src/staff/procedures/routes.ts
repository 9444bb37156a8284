import type { FastifyPluginAsync } from 'fastify'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { editorRoutes } from './editor-routes.ts'
import { elsewhereRoutes } from './elsewhere-routes.ts'
import { figureRoutes } from './figure-routes.ts'
import { isFlowName } from './forms.ts'
import { historyRoutes } from './history-routes.ts'
import { insertRoutes } from './insert-routes.ts'
import { listRoutes } from './list-routes.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import type { ProcedureRoutesPorts } from './ports.ts'
import { publishRoutes } from './publish-routes.ts'
import { rehearsalRoutes } from './rehearsal-routes.ts'
import { mayEdit } from './roles.ts'
import { unheardRoutes } from './unheard-routes.ts'
import { withdrawRoutes } from './withdraw-routes.ts'

/** Rehearsing keeps nothing, so whoever may look may do it. */
const OPEN_TO_ALL = '/staff/procedures/:flow/rehearsal'

/** Everything about procedures and what is done elsewhere: inside the guard of staff, and changing something only for who may edit. */
export const procedureRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      reply.type('text/html; charset=utf-8')
      const { flow } = request.params as { flow?: string }
      if (flow !== undefined && !isFlowName(flow))
        return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.unknown)))
    })
    app.addHook('preHandler', async (request, reply) => {
      if (request.method === 'GET' || request.method === 'HEAD' || request.routeOptions.url === OPEN_TO_ALL) return
      if (mayEdit(ports.staffOf(request)?.account)) return
      return reply.code(403).send(toPage(MessagePage(PROCEDURE_MESSAGES.notYours)))
    })
    await app.register(listRoutes(ports))
    await app.register(editorRoutes(ports))
    await app.register(insertRoutes(ports))
    await app.register(publishRoutes(ports))
    await app.register(historyRoutes(ports))
    await app.register(withdrawRoutes(ports))
    await app.register(rehearsalRoutes(ports))
    await app.register(figureRoutes(ports))
    await app.register(unheardRoutes(ports))
    await app.register(elsewhereRoutes(ports))
  }
