import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { hasRole } from '../../dossiers/postings.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { agencyChangeRoutes } from './change-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { agencyImportRoutes } from './import-routes.ts'
import { agencyListRoutes } from './list-routes.ts'
import type { AgencyRoutesPorts } from './ports.ts'

export type AgencyDeskPorts = Omit<AgencyRoutesPorts, 'staffOf'> & {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
}

const NOT_YOURS = {
  title: 'Không được mở trang này',
  text: 'Trang này chỉ dành cho người quản trị. Nếu công việc cần đến, ông/bà đề nghị người quản trị làm giúp.',
}

/** Agencies and when they work, inside the guard of staff: for administrators. */
export const agencyRoutes =
  ({ staffOf: find, ...ports }: AgencyDeskPorts): FastifyPluginAsync =>
  async (app) => {
    const staffOf = (request: FastifyRequest): StaffSession => {
      const session = find(request)
      // The guard of staff stands before these routes.
      if (!session) throw new Error('not signed in')
      return session
    }
    app.addHook('onRequest', async (_request, reply) => void reply.type('text/html; charset=utf-8'))
    app.addHook('preHandler', async (request, reply) => {
      // Another process may have recorded something since.
      await Promise.all([ports.agencyBook.refresh(), ports.calendarBook.refresh()])
      if (hasRole(staffOf(request).account.postings, 'administrator')) return
      return reply.code(403).send(toPage(MessagePage(NOT_YOURS)))
    })
    await app.register(agencyListRoutes({ ...ports, staffOf }))
    await app.register(calendarRoutes({ ...ports, staffOf }))
    await app.register(agencyImportRoutes({ ...ports, staffOf }))
    await app.register(agencyChangeRoutes({ ...ports, staffOf }))
  }
