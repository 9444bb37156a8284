import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Notices } from '../../dossiers/notices.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { NoticesPage } from './pages/notices-page.tsx'

export interface NoticeRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  notices: Notices
  procedureName: (flow: string) => string
  now: Clock
}

const ROWS = 50

/** A place among the notices; one that cannot be read is none. */
const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)
const query = z.object({ before: place })
const form = z.object({ place, upTo: place })

/** What somebody was told, theirs alone. */
export const noticeRoutes =
  ({ staffOf, notices, procedureName, now }: NoticeRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.get('/staff/notices', async (request, reply) => {
      const staff = staffOf(request)
      if (!staff) return reply.redirect('/staff/login', 303)
      const { before } = query.parse(request.query)
      const found = await notices.ofAccount(staff.account.id, ROWS + 1, before)
      const rows = found.slice(0, ROWS)
      const next = found.length > ROWS ? rows.at(-1)?.place : undefined
      const signedIn = { name: staff.account.name, csrf: staff.csrf }
      const page = NoticesPage({ signedIn, rows, procedureName, now: now(), ...(next !== undefined && { next }) })
      return reply.type('text/html; charset=utf-8').send(toPage(page))
    })

    app.post('/staff/notices', async (request, reply) => {
      const staff = staffOf(request)
      if (!staff) return reply.redirect('/staff/login', 303)
      const { place: one, upTo } = form.parse(request.body ?? {})
      if (one !== undefined) await notices.see(staff.account.id, { place: one }, now())
      else if (upTo !== undefined) await notices.see(staff.account.id, { upTo }, now())
      return reply.redirect('/staff/notices', 303)
    })
  }
