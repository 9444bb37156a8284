import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { hasRole, isOfProvince } from '../../dossiers/postings.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import type { PermitStaffOf } from './ports.ts'
import { type SetAsideRoutesPorts, setAsideRoutes } from './set-aside-routes.ts'
import { type LostKeyRoutesPorts, lostKeyRoutes } from './lost-key-routes.ts'
import { type OrderRoutesPorts, orderRoutes } from './order-routes.ts'
import { type PostRoutesPorts, postRoutes } from './post-routes.ts'
import { cloneRoutes, type ScanRoutesPorts, scanRoutes } from './scan-routes.ts'
import { type WaitingRoutesPorts, waitingRoutes } from './waiting-routes.ts'

export type PermitRoutesPorts = Omit<
  WaitingRoutesPorts & ScanRoutesPorts & PostRoutesPorts & OrderRoutesPorts & LostKeyRoutesPorts & SetAsideRoutesPorts,
  'permitStaffOf'
> & {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
}

const NOT_YOURS = {
  title: 'Không được mở trang này',
  text: 'Trang này chỉ dành cho người quản trị. Nếu công việc cần đến, ông/bà đề nghị người quản trị mở giúp.',
}

const NOT_YOUR_PROVINCE = {
  ...NOT_YOURS,
  text: 'Trang này chỉ dành cho người quản trị cấp tỉnh, vì khóa ký dùng chung cho giấy của mọi cơ quan. Nếu công việc cần đến, ông/bà đề nghị quản trị cấp tỉnh làm giúp.',
}

/** Everything about permits and checkpoints inside the guard of staff; posts, orders and clones only for administrators. */
export const permitRoutes =
  ({ staffOf, ...ports }: PermitRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const permitStaffOf: PermitStaffOf = (request) => {
      const staff = staffOf(request)
      // The guard of staff stands before these routes.
      if (!staff) throw new Error('not signed in')
      const { id, name, postings } = staff.account
      return { id, name, postings, csrf: staff.csrf }
    }
    app.addHook('onRequest', async (_request, reply) => void reply.type('text/html; charset=utf-8'))

    await app.register(waitingRoutes({ ...ports, permitStaffOf }))
    await app.register(scanRoutes({ ...ports, permitStaffOf }))
    await app.register(async (administered) => {
      administered.addHook('preHandler', async (request, reply) => {
        if (hasRole(permitStaffOf(request).postings, 'administrator')) return
        return reply.code(403).send(toPage(MessagePage(NOT_YOURS)))
      })
      await administered.register(cloneRoutes({ ...ports, permitStaffOf }))
      await administered.register(postRoutes({ ...ports, permitStaffOf }))
      await administered.register(orderRoutes({ ...ports, permitStaffOf }))
      await administered.register(setAsideRoutes({ ...ports, permitStaffOf }))
    })
    // Their permits are of every agency.
    await app.register(async (provincial) => {
      provincial.addHook('preHandler', async (request, reply) => {
        if (isOfProvince(permitStaffOf(request).postings, 'administrator')) return
        return reply.code(403).send(toPage(MessagePage(NOT_YOUR_PROVINCE)))
      })
      await provincial.register(lostKeyRoutes({ ...ports, permitStaffOf }))
    })
  }
