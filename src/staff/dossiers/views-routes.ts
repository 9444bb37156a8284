import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Dossiers } from '../../dossiers/ports.ts'
import type { DossierViews } from '../../dossiers/views.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage, MESSAGES } from '../frame/message-page.tsx'
import { maySeeViews } from './may-see-views.ts'
import { ViewsPage } from './pages/views-page.tsx'

export interface ViewsRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Pick<Dossiers, 'find'>
  views: Pick<DossierViews, 'ofDossier'>
  now: Clock
}

const ROWS = 100

/** A place in the list; one that cannot be read is its beginning. */
const query = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

/** Who opened a dossier, for those who answer for it. */
export const viewsRoutes =
  ({ staffOf, dossiers, views, now }: ViewsRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { id: DossierId } }>('/staff/dossiers/:id/views', async (request, reply) => {
      reply.type('text/html; charset=utf-8')
      const staff = staffOf(request)
      const dossier = await dossiers.find(request.params.id)
      if (!staff || !dossier) return reply.code(404).send(toPage(MessagePage(MESSAGES.unknown)))
      const signedIn = { name: staff.account.name, csrf: staff.csrf }
      if (!maySeeViews(staff.account, dossier))
        return reply.code(403).send(toPage(MessagePage({ ...CLOSED, signedIn })))
      const { before } = query.parse(request.query)
      const found = await views.ofDossier(dossier.id, ROWS + 1, before)
      const rows = found.slice(0, ROWS)
      const next = found.length > ROWS ? rows.at(-1)?.place : undefined
      return toPage(ViewsPage({ signedIn, dossier, rows, now: now(), ...(next !== undefined && { next }) }))
    })
  }

const CLOSED = {
  title: 'Không xem được',
  text: 'Trang này dành cho lãnh đạo và quản trị viên của cơ quan giữ hồ sơ. Cần biết ai đã xem hồ sơ, xin báo lãnh đạo.',
}
