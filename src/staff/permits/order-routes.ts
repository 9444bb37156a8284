import type { FastifyPluginAsync } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { PermitKinds } from '../../permits/kinds.ts'
import type { EndedOrders } from '../../permits/ports.ts'
import { toPage } from '../pages/layout.tsx'
import { MessagePage } from '../pages/message-page.tsx'
import { EndOrderPage, OrdersPage, type ShownOrder } from './pages/order-pages.tsx'
import type { PermitStaffOf } from './routes.ts'

export interface OrderRoutesPorts {
  permitStaffOf: PermitStaffOf
  kinds: PermitKinds
  orders: EndedOrders
  now: Clock
}

type OneOrder = { Params: { order: string } }

const UNKNOWN = {
  title: 'Không tìm thấy',
  text: 'Không có lệnh này, hoặc lệnh đã được ghi là hết áp dụng.',
  back: { href: '/staff/permits/orders', label: 'Về danh sách lệnh' },
}

/** Inside the guard of administrators. What depends on an ended order is ended by the program's own round. */
export const orderRoutes =
  ({ permitStaffOf, kinds, orders, now }: OrderRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const all = async (): Promise<ShownOrder[]> => {
      const ended = new Map((await orders.all()).map(({ order, endedAt }) => [order, endedAt]))
      const ids = [...new Set(kinds.all.map(({ order }) => order.id))]
      return ids.map((id) => {
        const dependent = kinds.all.filter(({ order }) => order.id === id)
        const endedAt = ended.get(id)
        return { id, title: dependent[0]!.order.title, kinds: dependent, ...(endedAt !== undefined && { endedAt }) }
      })
    }
    const findInForce = async (id: string) =>
      (await all()).find((order) => order.id === id && order.endedAt === undefined)

    app.get('/staff/permits/orders', async (request) =>
      toPage(OrdersPage({ staff: permitStaffOf(request), orders: await all() })),
    )

    app.get<OneOrder>('/staff/permits/orders/:order/end', async (request, reply) => {
      const order = await findInForce(request.params.order)
      if (!order) return reply.code(404).send(toPage(MessagePage(UNKNOWN)))
      return toPage(EndOrderPage({ staff: permitStaffOf(request), order }))
    })

    app.post<OneOrder>('/staff/permits/orders/:order/end', async (request, reply) => {
      const order = (await all()).find(({ id }) => id === request.params.order)
      if (!order) return reply.code(404).send(toPage(MessagePage(UNKNOWN)))
      // Pressed twice, it keeps the first time.
      await orders.end(order.id, permitStaffOf(request).id, now())
      return reply.redirect('/staff/permits/orders', 303)
    })
  }
