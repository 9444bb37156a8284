import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { ClosedInto } from '../../casework/closed-into.ts'
import { maySee } from '../../dossiers/may.ts'
import type { Notices } from '../../dossiers/notices.ts'
import type { DossierViews } from '../../dossiers/views.ts'
import type { DossierId } from '../../kernel/ids.ts'
import type { PermitKinds } from '../../permits/grant/kinds.ts'
import type { ActOutcome, ActRequest, NotDone, PreviewOutcome } from '../../casework/act-by-officer.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import {
  type ConfirmedType,
  type DecisionForm,
  type DecisionType,
  isConfirmed,
  isDecisionType,
  parseDecisionForm,
} from './decision-form.ts'
import { filesOf } from './dossier-files.ts'
import { askRoutes } from './ask-routes.ts'
import { besideRoutes } from './beside-routes.ts'
import { correctRoutes } from './correct-routes.ts'
import { createDossierView, type DossierViewPorts } from './dossier-view.ts'
import { proposeRoutes } from './propose-routes.ts'
import { createSee } from './see.ts'
import { nextPath, packWay, readWay, unpackWay, WAY_COOKIE } from './way.ts'
import { ConfirmPage } from './pages/confirm-page.tsx'
import { DossierPage, type DossierPageProps } from './pages/dossier-page.tsx'
import type { Trouble } from './pages/trouble.ts'
import { type ReplyRoutesPorts, replyRoutes } from './reply-routes.ts'
import { OWN_SCRIPTS } from '../frame/content-policy.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage, MESSAGES } from '../frame/message-page.tsx'

export interface DossierRoutesPorts extends DossierViewPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  views: Pick<DossierViews, 'since' | 'note'>
  notices: Pick<Notices, 'ofDossier' | 'see'>
  act: (request: ActRequest) => Promise<ActOutcome>
  preview: (request: ActRequest) => Promise<PreviewOutcome>
  kinds: Pick<PermitKinds, 'nameOf' | 'renderPurpose'>
  /** Of the list that a page was opened from, as its address said; of the usual one where that cannot be read. */
  listAddress: (query: string) => string
  /** Only over https does a browser send such a cookie back. */
  secureCookies: boolean
  reply: ReplyRoutesPorts['reply']
  closedInto: ClosedInto
}

type OneDossier = { Params: { id: DossierId }; Querystring: { done?: unknown; from?: unknown; at?: unknown } }
type OneDecision = { Params: { id: DossierId; type: string } }

/** What is shown besides the dossier itself. */
type Shown = Pick<DossierPageProps, 'done' | 'trouble' | 'typed' | 'next'> & { list?: string }

interface Asked {
  id: DossierId
  typed: Trouble
  /** What else was chosen in the form. */
  chosen?: DecisionForm['chosen']
}

export const dossierRoutes =
  (ports: DossierRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, dossiers, attachments, act, preview } = ports
    const view = createDossierView(ports)
    const see = createSee(dossiers)

    const html = (reply: FastifyReply, page: preact.JSX.Element) =>
      reply.type('text/html; charset=utf-8').send(toPage(page))

    const show = async (staff: StaffSession, reply: FastifyReply, id: DossierId, shown: Shown) => {
      const signedIn = { name: staff.account.name, csrf: staff.csrf }
      const standing = await see(staff.account, id)
      if (!standing) return html(reply.code(404), MessagePage({ ...MESSAGES.unknown, signedIn }))
      const shownNow = await view(standing, staff.account)
      await ports.views.note(id, staff.account.id, 'page', ports.now())
      if (shownNow.notices.some(({ account, seenAt }) => account === staff.account.id && seenAt === undefined))
        await ports.notices.see(staff.account.id, { dossier: id }, ports.now())
      reply.header('content-security-policy', OWN_SCRIPTS)
      const way = wayOf(reply.request, id)
      return html(reply, DossierPage({ signedIn, ...way, ...shownNow, ...shown }))
    }

    /** The way back to the list, and on to its next row. */
    const wayOf = (request: FastifyRequest, id: DossierId, given = unpackWay(request.cookies[WAY_COOKIE], id)) => {
      const next = given && nextPath(given)
      return { list: ports.listAddress(given?.from ?? ''), ...(next !== undefined && { next }) }
    }

    const notDone = (staff: StaffSession, reply: FastifyReply, { id, typed }: Asked, answer: NotDone) => {
      switch (answer.outcome) {
        case 'forbidden':
          return show(staff, reply.code(403), id, { trouble: { ...typed, because: answer.because } })
        case 'refused':
          return show(staff, reply.code(422), id, { trouble: { ...typed, because: answer.because } })
        case 'unknown':
          return html(reply.code(404), MessagePage(MESSAGES.unknown))
        case 'stale':
          return show(staff, reply.code(409), id, { trouble: typed })
      }
    }

    /** The other dossier that was named, for who may look at it. */
    const otherOf = async (staff: StaffSession, code: string) => {
      const found = await dossiers.findByCode(code)
      const seen = found && (await see(staff.account, found.id))
      return seen && { dossier: seen.dossier, procedureName: ports.procedureName(seen.dossier.flow) }
    }

    const relyingOn = async (staff: StaffSession, id: DossierId) => {
      const standing = await see(staff.account, id)
      const closed = standing ? await ports.closedInto(standing) : []
      return closed.flatMap((it) => (maySee(staff.account, it.dossier, it.history) ? [it.dossier] : []))
    }

    const confirm = async (
      staff: StaffSession,
      reply: FastifyReply,
      asked: Asked,
      type: ConfirmedType,
      wanted: ActRequest,
    ) => {
      const answer = await preview(wanted)
      if (answer.outcome !== 'planned') return notDone(staff, reply, asked, answer)
      const { dossier, change, permit } = answer
      const other = wanted.act.type === 'duplicate' ? await otherOf(staff, wanted.act.of) : undefined
      const relying = ENDING.includes(type) ? await relyingOn(staff, dossier.id) : []
      reply.header('content-security-policy', OWN_SCRIPTS)
      const page = ConfirmPage({
        signedIn: { name: staff.account.name, csrf: staff.csrf },
        ...{ dossier, change, type, words: asked.typed.words },
        ...(asked.chosen && { chosen: asked.chosen }),
        procedureName: ports.procedureName(dossier.flow),
        files: await filesOf(attachments, dossier, await dossiers.actions(dossier.id)),
        renderPurpose: ports.kinds.renderPurpose,
        ...(permit && type === 'revoke' && { permit }),
        ...{ relying, ...(other && { other }) },
      })
      return html(reply, page)
    }

    await app.register(
      replyRoutes({
        ...{ staffOf, reply: ports.reply, notDone },
        showAgain: (staff, reply, id, again) =>
          show(staff, reply, id, 'insert' in again ? { typed: again } : { trouble: again }),
      }),
    )

    await app.register(
      askRoutes({
        ...{ staffOf, see, act, notDone, questionsOf: ports.questionsOf, now: ports.now },
        unknown: (reply) => html(reply, MessagePage(MESSAGES.unknown)),
        showAgain: (staff, reply, id, trouble) => show(staff, reply, id, { trouble }),
      }),
    )

    await app.register(
      proposeRoutes({
        ...{ staffOf, see, act, notDone, decidedHow: ports.decidedHow, now: ports.now },
        unknown: (reply) => html(reply, MessagePage(MESSAGES.unknown)),
        showAgain: (staff, reply, id, trouble) => show(staff, reply, id, { trouble }),
      }),
    )
    await app.register(besideRoutes(ports))
    await app.register(correctRoutes({ ...ports, see }))

    app.get<OneDossier>('/staff/dossiers/:id', async (request, reply) => {
      const { done } = request.query
      const staff = staffOf(request)
      if (!staff) return html(reply.code(404), MessagePage(MESSAGES.unknown))
      const given = readWay(request.query, request.params.id)
      if (given)
        reply.setCookie(WAY_COOKIE, packWay(given), {
          ...{ path: '/staff', httpOnly: true, sameSite: 'lax', secure: ports.secureCookies },
        })
      return show(staff, reply, request.params.id, {
        ...wayOf(request, request.params.id, given),
        ...(typeof done === 'string' && (isDecisionType(done) || done === 'correct') && { done }),
      })
    })

    app.post<OneDecision>('/staff/dossiers/:id/:type', async (request, reply) => {
      const { id, type } = request.params
      const staff = staffOf(request)
      if (!staff || !isDecisionType(type)) return html(reply.code(404), MessagePage(MESSAGES.unknown))
      const form = parseDecisionForm(type, request.body)
      const { revision, words, act: wanted, step } = form
      if (step === 'edit') return show(staff, reply, id, { typed: { type, words, ...form.chosen } })
      const wantedOf: ActRequest = { dossier: id, revision, act: wanted, doer: staff.account }
      const asked = { id, typed: { type, words, ...form.chosen }, chosen: form.chosen }
      if (step === 'ask' && isConfirmed(type)) return confirm(staff, reply, asked, type, wantedOf)
      const answer = await act(wantedOf)
      if (answer.outcome !== 'done') return notDone(staff, reply, asked, answer)
      return reply.redirect(form.back === undefined ? donePath(id, type) : ports.listAddress(form.back), 303)
    })
  }

/** After these nobody works on it any more. */
const ENDING: readonly ConfirmedType[] = ['decline', 'refuse']

const donePath = (id: DossierId, type: DecisionType): string => `/staff/dossiers/${encodeURIComponent(id)}?done=${type}`
