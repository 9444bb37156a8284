import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { StaffSession } from '../accounts/accounts.ts'
import { forAdministrators, signedIn } from '../accounts/administrator-routes.ts'
import { absenceRoutes } from './absence-routes.ts'
import { type AccountDeedPorts, accountDeedRoutes } from './account-deed-routes.ts'
import { accountRoutes, type AccountRoutesPorts } from './account-routes.ts'
import { inviteRoutes } from './invite-routes.ts'
import { peopleListRoutes } from './list-routes.ts'
import { postingRoutes } from './posting-routes.ts'

export type PeopleRoutesPorts = Omit<AccountDeedPorts & AccountRoutesPorts, 'staffOf'> & {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
}

/** The people of the office, inside the guard of staff: everybody's own account; the others only for administrators. */
export const peopleRoutes =
  ({ staffOf: find, ...ports }: PeopleRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const staffOf = signedIn(find)
    app.addHook('onRequest', async (_request, reply) => void reply.type('text/html; charset=utf-8'))

    await app.register(accountRoutes({ ...ports, staffOf }))
    await app.register(async (administered) => {
      administered.addHook('preHandler', forAdministrators(staffOf))
      await administered.register(peopleListRoutes({ ...ports, staffOf }))
      await administered.register(inviteRoutes({ ...ports, staffOf }))
      await administered.register(accountDeedRoutes({ ...ports, staffOf }))
      await administered.register(postingRoutes({ ...ports, staffOf }))
      await administered.register(absenceRoutes({ ...ports, staffOf }))
    })
  }
