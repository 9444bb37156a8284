import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { compareTexts } from '../../procedures/compare.ts'
import type { Edition } from '../../procedures/ports.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parsePlace } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { ConfirmPage } from './pages/confirm-page.tsx'
import { HistoryPage } from './pages/history-page.tsx'
import { mayEdit } from './roles.ts'
import type { ProcedureRoutesPorts } from './ports.ts'
import { subjectOf } from './subject.ts'

type OneFlow = { Params: { flow: string } }

const OVERTAKEN = 'Vừa có người xuất bản một bản khác. Xin xem lại phần khác biệt.'

export const historyRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing } = ports
    const signedIn = (request: FastifyRequest) => {
      const staff = staffOf(request)
      return { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' }
    }

    app.get<OneFlow>('/staff/procedures/:flow/history', async (request, reply) => {
      const subject = await subjectOf(ports, request.params.flow)
      if (!subject) return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.unknown)))
      const account = staffOf(request)?.account
      return toPage(HistoryPage({ signedIn: signedIn(request), mayEdit: mayEdit(account), ...subject }))
    })

    const confirm = async (
      request: FastifyRequest,
      reply: FastifyReply,
      flow: string,
      place: Edition,
      trouble?: string,
    ) => {
      const [subject, restored] = await Promise.all([subjectOf(ports, flow), publishing.restored(flow, place)])
      if (!subject || !restored) return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.noPlace)))
      const page = ConfirmPage({
        signedIn: signedIn(request),
        mayEdit: mayEdit(staffOf(request)?.account),
        ...subject,
        examined: restored.examined,
        difference: compareTexts(subject.newest?.source ?? '', restored.source),
        of: { type: 'earlier', place },
        trouble,
      })
      return reply.send(toPage(page))
    }

    app.get<OneFlow>('/staff/procedures/:flow/roll-back', async (request, reply) =>
      confirm(request, reply, request.params.flow, parsePlace(request.query)),
    )

    app.post<OneFlow>('/staff/procedures/:flow/roll-back', async (request, reply) => {
      const { flow } = request.params
      const to = parsePlace(request.body)
      const [before] = await publishing.history(flow)
      const answer = await publishing.rollBack({ flow, to, by: staffOf(request)?.account.name ?? '' })
      if (answer === 'unknown') return confirm(request, reply, flow, to)
      switch (answer.outcome) {
        case 'published':
          return reply.redirect(
            `/staff/procedures/${flow}?done=${before?.withdrawn === undefined ? 'restored' : 'reopened'}`,
            303,
          )
        case 'unchanged':
          return reply.redirect(`/staff/procedures/${flow}?done=unchanged`, 303)
        case 'overtaken':
          return confirm(request, reply.code(409), flow, to, OVERTAKEN)
        case 'refused':
          return confirm(request, reply.code(422), flow, to)
      }
    })
  }
