import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Dossiers } from '../../dossiers/ports.ts'
import { hasRole } from '../../dossiers/postings.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import type { DossierMessages } from '../../notifications/dossier-messages.ts'
import { unreviewedYears } from '../../province/work-calendar.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { SENDING_TAKES } from './dossier-view.ts'
import { endOfToday, parseListQuery, renderListQuery, toFilter } from './list-query.ts'
import { toPage } from '../frame/layout.tsx'
import { ListPage } from './pages/list-page.tsx'
import { phoneIn } from './pages/with-phones.tsx'

export interface ListRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Dossiers
  messages: Pick<DossierMessages, 'unreached'>
  /** Those a dossier can be filed through, for the filter. */
  procedures: () => readonly { flow: string; name: string }[]
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  now: Clock
}

const ROWS = 50

export const listRoutes =
  ({ staffOf, dossiers, messages, procedures, procedureName, agencyName, now }: ListRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.get('/staff', async (request, reply) => {
      const query = parseListQuery(request.query)
      const waitingSince = now() - SENDING_TAKES
      const at = now()
      const [found, counts, due] = await Promise.all([
        dossiers.list(toFilter(query, ROWS + 1, waitingSince, at)),
        dossiers.countByStatus(),
        dossiers.countDue(at, endOfToday(at)),
      ])
      const rows = found.slice(0, ROWS)
      const unreached = await messages.unreached(
        rows.map(({ id }) => id),
        waitingSince,
      )
      const phones = new Map<DossierId, string>()
      for (const id of unreached.keys()) {
        const phone = phoneIn((await dossiers.find(id))?.answers ?? [])
        if (phone) phones.set(id, phone)
      }
      const last = found.length > ROWS ? rows.at(-1) : undefined
      const staff = staffOf(request)
      const page = ListPage({
        signedIn: { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' },
        ...{
          rows,
          counts,
          due,
          query,
          unreached,
          phones,
          procedures: procedures(),
          procedureName,
          agencyName,
          now: at,
        },
        unreviewed: staff && hasRole(staff.account.postings, 'administrator') ? unreviewedYears(at) : [],
        ...(last && {
          next: renderListQuery({ ...query, after: `${query.due ? last.dueAt : last.filedAt}_${last.id}` }),
        }),
      })
      return reply.type('text/html; charset=utf-8').send(toPage(page))
    })
  }
