import type { FastifyPluginAsync } from 'fastify'
import { maySee, scopeOf } from '../../dossiers/may.ts'
import { isForDesk, statuses } from '../../dossiers/status.ts'
import type { Dossiers } from '../../dossiers/ports.ts'
import type { DossierId } from '../../kernel/ids.ts'
import { toPage } from '../frame/layout.tsx'
import type { ActOutcome, ActRequest } from '../../casework/act-by-officer.ts'
import { createApproveMany } from '../../casework/approve-many.ts'
import type { GrantingVersions } from '../../casework/granting.ts'
import type { PermitSearch } from '../../casework/permit-search.ts'
import { createExamine, type ExaminePorts, isClear } from './examine.ts'
import { readTicked } from '../frame/ticked.ts'
import { isConfirmed, parseAfter } from './forms.ts'
import { ApprovedPage } from './pages/approved-page.tsx'
import { ConfirmManyPage, WaitingPage } from './pages/waiting-page.tsx'
import type { PermitStaffOf } from './ports.ts'

export interface WaitingRoutesPorts extends ExaminePorts {
  permitStaffOf: PermitStaffOf
  dossiers: Dossiers
  search: PermitSearch
  granting: GrantingVersions
  act: (request: ActRequest) => Promise<ActOutcome>
}

const ROWS = 50
/** An officer can approve these at once; what is asked about waits for the citizen. */
const WAITING = statuses.filter(isForDesk)

export const waitingRoutes =
  (ports: WaitingRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { permitStaffOf, dossiers, search, granting, act } = ports
    const examine = createExamine(ports)

    const objection = async (id: DossierId): Promise<string | undefined> => {
      const dossier = await dossiers.find(id)
      if (!dossier || !WAITING.includes(dossier.status)) return 'Hồ sơ không còn chờ duyệt.'
      const [examined] = await examine([dossier])
      if (!examined) return 'Hồ sơ này không cấp giấy.'
      return isClear(examined) ? undefined : examined.checks.flatMap(({ trouble }) => trouble ?? []).join(' ')
    }
    const approveMany = createApproveMany({ dossiers, act, objection })

    const show = async (request: Parameters<PermitStaffOf>[0], nothingTicked: boolean): Promise<string> => {
      const after = parseAfter(request.query)
      const filter = {
        ...{ scope: scopeOf(permitStaffOf(request)), filed: await granting(WAITING), statuses: WAITING },
        ...{ limit: ROWS + 1, ...after },
      }
      const found = await search.waiting(filter)
      const rows = found.slice(0, ROWS)
      const last = found.length > ROWS ? rows.at(-1) : undefined
      const page = WaitingPage({
        ...{ staff: permitStaffOf(request), examined: await examine(rows), nothingTicked },
        isFirst: after.before === undefined,
        ...(last && { next: `/staff/permits/waiting?after=${last.filedAt}_${last.id}` }),
      })
      return toPage(page)
    }

    app.get('/staff/permits/waiting', async (request) => show(request, false))

    app.post('/staff/permits/waiting', async (request, reply) => {
      const orders = readTicked((request.body as { approve?: unknown } | undefined)?.approve)
      if (orders.length === 0) return reply.code(422).send(await show(request, true))
      const staff = permitStaffOf(request)
      if (!isConfirmed(request.body)) {
        const found = await Promise.all(orders.map(({ dossier }) => dossiers.find(dossier)))
        const same = found.flatMap((dossier, i) =>
          dossier &&
          dossier.revision === orders[i]?.revision &&
          WAITING.includes(dossier.status) &&
          maySee(staff, dossier)
            ? [dossier]
            : [],
        )
        const examined = await examine(same)
        return toPage(ConfirmManyPage({ staff, examined, gone: orders.length - examined.length }))
      }
      const approved = await approveMany(orders, staff)
      return toPage(ApprovedPage({ staff, approved }))
    })
  }
