import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Attachments } from '../attachments/ports.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { isWaiting } from '../dossiers/status.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { PermitKinds } from '../permits/kinds.ts'
import type { Permit } from '../permits/permit.ts'
import type { Permits } from '../permits/ports.ts'
import type { DecideOrder, DecideOutcome } from '../turns/decide-dossier.ts'
import type { Duplicate, PermitSearch } from '../turns/duplicates.ts'
import type { Ratings } from '../turns/ports.ts'
import type { StaffSession } from './accounts.ts'
import { type DecisionType, isDecisionType, parseDecisionForm } from './decision-form.ts'
import { maySeeRating } from './may-see-rating.ts'
import { DossierPage, type DossierPageProps } from './pages/dossier-page.tsx'
import { toPage } from './pages/layout.tsx'
import { MessagePage, MESSAGES } from './pages/message-page.tsx'

export interface DossierRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Dossiers
  permits: Permits
  attachments: Attachments
  ratings: Ratings
  decide: (order: DecideOrder) => Promise<DecideOutcome>
  procedureName: (flow: string) => string
  grantsPermit: (flow: string) => boolean
  search: Pick<PermitSearch, 'successors'>
  kinds: Pick<PermitKinds, 'nameOf'>
  /** Of dossiers that grant a permit; of the others nothing. */
  duplicates: (dossiers: readonly Dossier[]) => Promise<ReadonlyMap<DossierId, readonly Duplicate[]>>
  agencyName: (code: string) => string
  now: Clock
}

type OneDossier = { Params: { id: DossierId }; Querystring: { done?: unknown } }
type OneDecision = { Params: { id: DossierId; type: string } }

/** What is shown besides the dossier itself. */
type Shown = Pick<DossierPageProps, 'done' | 'trouble'>

export const dossierRoutes =
  (ports: DossierRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, dossiers, permits, attachments, ratings, decide, procedureName, grantsPermit, agencyName, now } =
      ports

    const html = (reply: FastifyReply, page: preact.JSX.Element) =>
      reply.type('text/html; charset=utf-8').send(toPage(page))

    /** Permits of this or another dossier that these go on from, and that go on from these. */
    const linkedTo = async (granted: readonly Permit[]): Promise<Permit[]> => {
      if (granted.length === 0) return []
      const before = granted.flatMap(({ replaces }) => replaces ?? [])
      const [found, after] = await Promise.all([
        Promise.all(before.map((id) => permits.find(id))),
        ports.search.successors(granted.map(({ id }) => id)),
      ])
      return [...found.flatMap((permit) => permit ?? []), ...after]
    }

    const show = async (request: FastifyRequest, reply: FastifyReply, id: DossierId, shown: Shown) => {
      const staff = staffOf(request)
      const signedIn = { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' }
      const dossier = await dossiers.find(id)
      if (!dossier) return html(reply.code(404), MessagePage({ ...MESSAGES.unknown, signedIn }))
      const [actions, granted] = await Promise.all([dossiers.actions(id), permits.ofDossier(id)])
      const ids = [...dossier.answers, ...actions].flatMap((one) => one.attachments ?? [])
      const files = new Map((await attachments.findMany(ids)).map((file) => [file.id, file]))
      const linked = await linkedTo(granted)
      const rating =
        staff && maySeeRating(staff.account, actions) ? (await ratings.ofDossiers([id])).get(id) : undefined
      const duplicates = isWaiting(dossier.status) ? (await ports.duplicates([dossier])).get(id) : undefined
      const page = DossierPage({
        ...{ signedIn, dossier, actions, files, permits: granted, linked, now: now() },
        permitName: ports.kinds.nameOf,
        procedureName: procedureName(dossier.procedure),
        agencyName: agencyName(dossier.agency),
        grants: grantsPermit(dossier.procedure),
        ...(rating && { rating }),
        ...(duplicates && { duplicates }),
        ...shown,
      })
      return html(reply, page)
    }

    app.get<OneDossier>('/staff/dossiers/:id', async (request, reply) => {
      const { done } = request.query
      const known = typeof done === 'string' && isDecisionType(done) ? { done } : {}
      return show(request, reply, request.params.id, known)
    })

    app.post<OneDecision>('/staff/dossiers/:id/:type', async (request, reply) => {
      const { id, type } = request.params
      const staff = staffOf(request)
      if (!staff || !isDecisionType(type)) return html(reply.code(404), MessagePage(MESSAGES.unknown))
      const { revision, words, decision } = parseDecisionForm(type, request.body)
      const officer = { type: 'staff' as const, id: staff.account.id, name: staff.account.name }
      const answer = await decide({ dossier: id, revision, decision, officer })
      switch (answer.outcome) {
        case 'done':
          return reply.redirect(donePath(id, type), 303)
        case 'refused':
          return show(request, reply.code(422), id, { trouble: { type, words, because: answer.because } })
        case 'unknown':
          return html(reply.code(404), MessagePage(MESSAGES.unknown))
        case 'stale':
          return show(request, reply.code(409), id, { trouble: { type, words } })
      }
    })
  }

const donePath = (id: DossierId, type: DecisionType): string => `/staff/dossiers/${encodeURIComponent(id)}?done=${type}`
