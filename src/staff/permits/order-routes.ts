import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { PermitKinds } from '../../permits/grant/kinds.ts'
import type { EndedOrders } from '../../permits/ports.ts'
import { UNDECIDED } from '../../casework/duplicates.ts'
import type { PermitEndings } from '../../casework/end-orders.ts'
import type { GrantingVersions } from '../../casework/granting.ts'
import type { PermitSearch } from '../../casework/permit-search.ts'
import { mayResume, type PermitRevivals } from '../../casework/resume-orders.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parseReason } from './forms.ts'
import { type Concerned, EndOrderPage, OrdersPage, type ShownOrder } from './pages/order-pages.tsx'
import { ResumeOrderPage } from './pages/resume-order-page.tsx'
import type { PermitStaffOf } from './ports.ts'

export interface OrderRoutesPorts {
  permitStaffOf: PermitStaffOf
  kinds: PermitKinds
  orders: EndedOrders
  endings: Pick<PermitEndings, 'countOfKinds'>
  revivals: Pick<PermitRevivals, 'countEndedWith'>
  search: Pick<PermitSearch, 'waiting'>
  granting: GrantingVersions
  now: Clock
}

/** More than these are not counted one by one. */
const MOST_COUNTED = 1_000

type OneOrder = { Params: { order: string } }

const UNKNOWN = {
  title: 'Không tìm thấy',
  text: 'Không có lệnh này, hoặc lệnh đã được ghi là hết áp dụng.',
  back: { href: '/staff/permits/orders', label: 'Về danh sách lệnh' },
}

const NOT_TO_RESUME = {
  ...UNKNOWN,
  text: 'Không có lệnh này, lệnh đang áp dụng, hoặc đã quá 24 giờ từ lúc ghi hết áp dụng nên không áp dụng lại được.',
}

/** Inside the guard of administrators. What depends on an ended order is ended by the program's own round. */
export const orderRoutes =
  ({ permitStaffOf, kinds, orders, endings, revivals, search, granting, now }: OrderRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const all = async (): Promise<ShownOrder[]> => {
      const ended = new Map((await orders.all()).map(({ order, endedAt }) => [order, endedAt]))
      const ids = [...new Set(kinds.all.map(({ order }) => order.id))]
      return ids.map((id): ShownOrder => {
        const dependent = kinds.all.filter(({ order }) => order.id === id)
        const endedAt = ended.get(id)
        return {
          id,
          title: dependent[0]!.order.title,
          kinds: dependent,
          ...(endedAt !== undefined && { endedAt, mayResume: mayResume(endedAt, now()) }),
        }
      })
    }
    const findInForce = async (id: string) =>
      (await all()).find((order) => order.id === id && order.endedAt === undefined)

    const findToResume = async (id: string) => (await all()).find((order) => order.id === id && order.mayResume)

    /** What ends with the order, as it is at this moment. */
    const concerned = async ({ kinds: dependent }: ShownOrder): Promise<Concerned> => {
      const ids = dependent.map(({ id }) => id)
      const filed = await granting(UNDECIDED, ids)
      const [permits, dossiers] = await Promise.all([
        endings.countOfKinds(ids, now()),
        search.waiting({ filed, statuses: UNDECIDED, limit: MOST_COUNTED + 1 }),
      ])
      return { permits, dossiers: dossiers.length > MOST_COUNTED ? `hơn ${MOST_COUNTED}` : String(dossiers.length) }
    }

    app.get<{ Querystring: { done?: unknown } }>('/staff/permits/orders', async (request) =>
      toPage(
        OrdersPage({
          staff: permitStaffOf(request),
          orders: await all(),
          done: (['end', 'resume'] as const).find((deed) => deed === request.query.done),
        }),
      ),
    )

    app.get<OneOrder>('/staff/permits/orders/:order/end', async (request, reply) => {
      const order = await findInForce(request.params.order)
      if (!order) return reply.code(404).send(toPage(MessagePage(UNKNOWN)))
      return toPage(EndOrderPage({ staff: permitStaffOf(request), order, concerned: await concerned(order) }))
    })

    app.post<OneOrder>('/staff/permits/orders/:order/end', async (request, reply) => {
      const order = (await all()).find(({ id }) => id === request.params.order)
      if (!order) return reply.code(404).send(toPage(MessagePage(UNKNOWN)))
      // Pressed twice, it keeps the first time.
      await orders.end(order.id, permitStaffOf(request).id, now())
      return reply.redirect('/staff/permits/orders?done=end', 303)
    })

    const askToResume = async (request: FastifyRequest, order: ShownOrder, typed = '', trouble?: string) =>
      toPage(
        ResumeOrderPage({
          ...{ staff: permitStaffOf(request), order, typed },
          permits: await revivals.countEndedWith(order.id, now()),
          ...(trouble !== undefined && { trouble }),
        }),
      )

    app.get<OneOrder>('/staff/permits/orders/:order/resume', async (request, reply) => {
      const order = await findToResume(request.params.order)
      return order ? askToResume(request, order) : reply.code(404).send(toPage(MessagePage(NOT_TO_RESUME)))
    })

    app.post<OneOrder>('/staff/permits/orders/:order/resume', async (request, reply) => {
      const order = await findToResume(request.params.order)
      // Pressed twice, or by two administrators: the first reason stands.
      if (order?.endedAt === undefined) return reply.redirect('/staff/permits/orders', 303)
      const { reason, trouble } = parseReason(request.body)
      if (trouble !== undefined) return reply.code(422).send(await askToResume(request, order, reason, trouble))
      const ended = { order: order.id, endedAt: order.endedAt }
      await orders.resume(ended, permitStaffOf(request).id, reason, now())
      return reply.redirect('/staff/permits/orders?done=resume', 303)
    })
  }
