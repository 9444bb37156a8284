import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Attachments } from '../attachments/ports.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { type Status, statuses } from '../dossiers/status.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId, PermitId } from '../kernel/ids.ts'
import type { Permits } from '../permits/ports.ts'
import type { DecideOrder, DecideOutcome } from '../turns/decide-dossier.ts'
import type { StaffDecision } from '../turns/plan-decision.ts'
import type { StaffSession } from './accounts.ts'
import type { Retry } from './pages/action-forms.tsx'
import { DossierPage } from './pages/dossier-page.tsx'
import { toPage } from './pages/layout.tsx'
import { ListPage } from './pages/list-page.tsx'
import { MessagePage } from './pages/message-page.tsx'

export interface DossierRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Dossiers
  permits: Permits
  attachments: Attachments
  decide: (order: DecideOrder) => Promise<DecideOutcome>
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  now: Clock
}

const ROWS = 50

const filter = z.object({
  status: z.enum(statuses as [Status, ...Status[]]).optional().catch(undefined),
  code: z.string().trim().max(40).catch(''),
  after: z.string().regex(/^\d{1,15}_[0-9a-f]{1,40}$/).optional().catch(undefined),
}) // prettier-ignore

const form = z.object({
  revision: z.coerce.number().int(),
  words: z.string().max(5_000).default(''),
  permit: z.string().max(40).default(''),
})

const DECISIONS: Record<string, (words: string, permit: string) => StaffDecision> = {
  accept: () => ({ type: 'accept' }),
  decline: (reason) => ({ type: 'decline', reason }),
  forward: () => ({ type: 'forward' }),
  ask: (question) => ({ type: 'ask', question }),
  approve: () => ({ type: 'approve' }),
  refuse: (reason) => ({ type: 'refuse', reason }),
  return: () => ({ type: 'return' }),
  revoke: (reason, permit) => ({ type: 'revoke', reason, permit: permit as PermitId }),
}

type OneDossier = { Params: { id: DossierId } }

export const dossierRoutes =
  (ports: DossierRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, dossiers, permits, attachments, decide, procedureName, agencyName, now } = ports
    const html = (reply: FastifyReply, page: preact.JSX.Element, code = 200) =>
      reply.code(code).type('text/html; charset=utf-8').send(toPage(page))

    const signedInOf = (request: FastifyRequest) => {
      const staff = staffOf(request)
      return { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' }
    }

    app.get('/staff', async (request, reply) => {
      const { status, code, after } = filter.parse(request.query)
      const [filedAt, id] = after?.split('_') ?? []
      const [found, counts] = await Promise.all([
        dossiers.list({
          limit: ROWS + 1,
          ...(status && { status }),
          ...(code && { code }),
          ...(id !== undefined && { before: { filedAt: Number(filedAt), id: id as DossierId } }),
        }),
        dossiers.countByStatus(),
      ])
      const rows = found.slice(0, ROWS)
      const last = found.length > ROWS ? rows.at(-1) : undefined
      const query = new URLSearchParams({ ...(status && { status }), ...(code && { code }) })
      if (last) query.set('after', `${last.filedAt}_${last.id}`)
      const signedIn = signedInOf(request)
      const page = ListPage({
        ...{ signedIn, rows, counts, code, procedureName, agencyName, now: now() },
        ...(status && { status }),
        ...(last && { next: `/staff?${query.toString()}` }),
      })
      return html(reply, page)
    })

    const show = async (
      request: FastifyRequest,
      reply: FastifyReply,
      id: DossierId,
      problem?: string,
      retry?: Retry,
    ) => {
      const dossier = await dossiers.find(id)
      const signedIn = signedInOf(request)
      if (!dossier) return html(reply, notFound(signedIn), 404)
      const [actions, granted] = await Promise.all([dossiers.actions(id), permits.ofDossier(id)])
      const ids = [...dossier.answers, ...actions].flatMap((one) => one.attachments ?? [])
      const files = new Map((await attachments.findMany(ids)).map((file) => [file.id, file]))
      const page = DossierPage({
        ...{ signedIn, dossier, actions, files, permits: granted, now: now() },
        procedureName: procedureName(dossier.procedure),
        agencyName: agencyName(dossier.agency),
        ...(problem !== undefined && { problem }),
        ...(retry && { retry }),
      })
      return html(reply, page, problem === undefined ? 200 : 422)
    }

    app.get<OneDossier>('/staff/dossiers/:id', async (request, reply) => show(request, reply, request.params.id))

    app.post<{ Params: { id: DossierId; type: string } }>('/staff/dossiers/:id/:type', async (request, reply) => {
      const { id, type } = request.params
      const toDecision = DECISIONS[type]
      const read = form.safeParse(request.body)
      if (!toDecision || !read.success) return html(reply, notFound(signedInOf(request)), 404)
      const { revision, words, permit } = read.data
      const account = staffOf(request)?.account
      if (!account) return reply.redirect('/staff/login', 303)
      const officer = { type: 'staff' as const, id: account.id, name: account.name }
      const answer = await decide({ dossier: id, revision, decision: toDecision(words, permit), officer })
      switch (answer.outcome) {
        case 'done':
          return reply.redirect(`/staff/dossiers/${id}`, 303)
        case 'refused':
          return show(request, reply, id, answer.because, { type, words })
        case 'unknown':
          return html(reply, notFound(signedInOf(request)), 404)
        case 'stale':
          return html(reply, stale(signedInOf(request), id), 409)
      }
    })
  }

const notFound = (signedIn: { name: string; csrf: string }) =>
  MessagePage({
    title: 'Không tìm thấy',
    text: 'Không có hồ sơ hoặc thao tác này. Có thể đường dẫn đã bị gõ thiếu.',
    back: { href: '/staff', label: 'Về danh sách' },
    signedIn,
  })

const stale = (signedIn: { name: string; csrf: string }, id: DossierId) =>
  MessagePage({
    title: 'Hồ sơ vừa được cập nhật',
    text: 'Trong lúc trang này đang mở, người khác hoặc người dân đã thay đổi hồ sơ, nên thao tác vừa rồi chưa được thực hiện. Xin mở lại hồ sơ, xem phần mới rồi quyết định.',
    back: { href: `/staff/dossiers/${id}`, label: 'Mở lại hồ sơ' },
    signedIn,
  })
