import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Dossiers } from '../dossiers/ports.ts'
import type { Clock } from '../kernel/clock.ts'
import type { StaffSession } from './accounts.ts'
import { parseListQuery, renderListQuery, toFilter } from './list-query.ts'
import { toPage } from './pages/layout.tsx'
import { ListPage } from './pages/list-page.tsx'

export interface ListRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Dossiers
  /** Those a dossier can be filed through, for the filter. */
  procedures: () => readonly { flow: string; name: string }[]
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  now: Clock
}

const ROWS = 50

export const listRoutes =
  ({ staffOf, dossiers, procedures, procedureName, agencyName, now }: ListRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.get('/staff', async (request, reply) => {
      const query = parseListQuery(request.query)
      const [found, counts] = await Promise.all([dossiers.list(toFilter(query, ROWS + 1)), dossiers.countByStatus()])
      const rows = found.slice(0, ROWS)
      const last = found.length > ROWS ? rows.at(-1) : undefined
      const staff = staffOf(request)
      const page = ListPage({
        signedIn: { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' },
        ...{ rows, counts, query, procedures: procedures(), procedureName, agencyName, now: now() },
        ...(last && { next: renderListQuery({ ...query, after: `${last.filedAt}_${last.id}` }) }),
      })
      return reply.type('text/html; charset=utf-8').send(toPage(page))
    })
  }
