import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Attachments } from '../../attachments/ports.ts'
import type { Standing } from '../../dossiers/acts/act.ts'
import { goesOn } from '../../dossiers/goes-on.ts'
import type { Dossiers } from '../../dossiers/ports.ts'
import type { DossierViews } from '../../dossiers/views.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { OWN_SCRIPTS } from '../frame/content-policy.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage, MESSAGES } from '../frame/message-page.tsx'
import { filesOf } from './dossier-files.ts'
import { mayDecideDuplicate } from './may-decide-duplicate.ts'
import { BesidePage } from './pages/beside-page.tsx'
import { createSee } from './see.ts'

interface BesideRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Pick<Dossiers, 'find' | 'actions'>
  attachments: Pick<Attachments, 'findMany'>
  views: Pick<DossierViews, 'note'>
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  now: Clock
}

type TwoDossiers = { Params: { id: DossierId; other: DossierId } }

/** A dossier beside one that looks like it; both are noted as looked at. */
export const besideRoutes =
  ({ staffOf, dossiers, attachments, views, now, ...names }: BesideRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const see = createSee(dossiers)
    const sideOf = async ({ dossier, history }: Standing) => ({
      dossier,
      files: await filesOf(attachments, dossier, history),
      procedureName: names.procedureName(dossier.flow),
      agencyName: names.agencyName(dossier.holder),
    })

    app.get<TwoDossiers>('/staff/dossiers/:id/beside/:other', async (request, reply) => {
      reply.type('text/html; charset=utf-8')
      const staff = staffOf(request)
      const { id, other } = request.params
      const [here, there] = staff ? await Promise.all([see(staff.account, id), see(staff.account, other)]) : []
      if (!staff || !here || !there || id === other) return reply.code(404).send(toPage(MessagePage(MESSAGES.unknown)))
      for (const seen of [id, other]) await views.note(seen, staff.account.id, 'page', now())
      const { mayClose, mayTellApart } = mayDecideDuplicate(staff.account, here, now())
      reply.header('content-security-policy', OWN_SCRIPTS)
      const page = BesidePage({
        signedIn: { name: staff.account.name, csrf: staff.csrf },
        ...{ here: await sideOf(here), there: await sideOf(there) },
        ...{ mayClose: mayClose && goesOn(there), mayTellApart },
      })
      return reply.send(toPage(page))
    })
  }
