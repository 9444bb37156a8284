import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { isProvincial } from '../people/may-administer.ts'
import { staffOn } from '../people/person-view.ts'
import { createAgencyView } from './agency-view.ts'
import { DoneNotice, TreePage } from './pages/tree-page.tsx'
import type { AgencyRoutesPorts } from './ports.ts'

const query = z.object({ q: z.string().max(80).catch(''), done: z.string().optional().catch(undefined) })

export const NO_AGENCY = {
  title: 'Không tìm thấy',
  text: 'Không có cơ quan mang mã này.',
  back: { href: '/staff/agencies', label: 'Về danh sách cơ quan' },
}

const DONE: Readonly<Record<string, string>> = {
  added: 'Đã thêm cơ quan.',
  imported: 'Đã nhập danh sách.',
  changed: 'Đã ghi thay đổi.',
  closed: 'Đã ghi ngày thôi hoạt động.',
  withdrawn: 'Đã rút lại thay đổi chưa có hiệu lực.',
}

/** The tree of agencies, and the page of one. */
export const agencyListRoutes =
  (ports: AgencyRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const view = createAgencyView(ports)

    app.get('/staff/agencies', async (request) => {
      const staff = staffOn(ports.staffOf(request))
      const { q, done } = query.parse(request.query ?? {})
      return toPage(
        TreePage({
          ...{ staff, ...view.tree(q) },
          asked: q,
          mayAdd: isProvincial(staff),
          children: DoneNotice({ text: done === 'imported' ? DONE['imported'] : undefined }),
        }),
      )
    })

    app.get<{ Params: { code: string }; Querystring: { done?: unknown } }>(
      '/staff/agencies/:code',
      async (request, reply) => {
        const agency = view.find(request.params.code)
        if (!agency) return reply.code(404).send(toPage(MessagePage(NO_AGENCY)))
        const { done } = request.query
        return view.render(staffOn(ports.staffOf(request)), agency, {
          ...(typeof done === 'string' && Object.hasOwn(DONE, done) && { done: DONE[done] }),
        })
      },
    )
  }
