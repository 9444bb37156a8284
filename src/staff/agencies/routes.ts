import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { StaffSession } from '../accounts/accounts.ts'
import { forAdministrators, signedIn } from '../accounts/administrator-routes.ts'
import { agencyChangeRoutes } from './change-routes.ts'
import { calendarImportRoutes } from './calendar-import-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { agencyImportRoutes } from './import-routes.ts'
import { agencyListRoutes } from './list-routes.ts'
import type { AgencyRoutesPorts } from './ports.ts'

export type AgencyDeskPorts = Omit<AgencyRoutesPorts, 'staffOf'> & {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
}

/** Agencies and when they work, inside the guard of staff: for administrators. */
export const agencyRoutes =
  ({ staffOf: find, ...ports }: AgencyDeskPorts): FastifyPluginAsync =>
  async (app) => {
    const staffOf = signedIn(find)
    app.addHook('onRequest', async (_request, reply) => void reply.type('text/html; charset=utf-8'))
    app.addHook('preHandler', async () => {
      // Another process may have recorded something since.
      await Promise.all([ports.agencyBook.refresh(), ports.calendarBook.refresh()])
    })
    app.addHook('preHandler', forAdministrators(staffOf))
    await app.register(agencyListRoutes({ ...ports, staffOf }))
    await app.register(calendarRoutes({ ...ports, staffOf }))
    await app.register(calendarImportRoutes({ ...ports, staffOf }))
    await app.register(agencyImportRoutes({ ...ports, staffOf }))
    await app.register(agencyChangeRoutes({ ...ports, staffOf }))
  }
