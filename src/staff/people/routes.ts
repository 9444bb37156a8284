import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { hasRole } from '../../dossiers/postings.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { absenceRoutes } from './absence-routes.ts'
import { type AccountDeedPorts, accountDeedRoutes } from './account-deed-routes.ts'
import { accountRoutes, type AccountRoutesPorts } from './account-routes.ts'
import { inviteRoutes } from './invite-routes.ts'
import { peopleListRoutes } from './list-routes.ts'
import { postingRoutes } from './posting-routes.ts'

export type PeopleRoutesPorts = Omit<AccountDeedPorts & AccountRoutesPorts, 'staffOf'> & {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
}

const NOT_YOURS = {
  title: 'Không được mở trang này',
  text: 'Trang này chỉ dành cho người quản trị. Nếu công việc cần đến, ông/bà đề nghị người quản trị làm giúp.',
}

/** The people of the office, inside the guard of staff: everybody's own account; the others only for administrators. */
export const peopleRoutes =
  ({ staffOf: find, ...ports }: PeopleRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const staffOf = (request: FastifyRequest): StaffSession => {
      const session = find(request)
      // The guard of staff stands before these routes.
      if (!session) throw new Error('not signed in')
      return session
    }
    app.addHook('onRequest', async (_request, reply) => void reply.type('text/html; charset=utf-8'))

    await app.register(accountRoutes({ ...ports, staffOf }))
    await app.register(async (administered) => {
      administered.addHook('preHandler', async (request, reply) => {
        if (hasRole(staffOf(request).account.postings, 'administrator')) return
        return reply.code(403).send(toPage(MessagePage(NOT_YOURS)))
      })
      await administered.register(peopleListRoutes({ ...ports, staffOf }))
      await administered.register(inviteRoutes({ ...ports, staffOf }))
      await administered.register(accountDeedRoutes({ ...ports, staffOf }))
      await administered.register(postingRoutes({ ...ports, staffOf }))
      await administered.register(absenceRoutes({ ...ports, staffOf }))
    })
  }
