import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parseWithdrawalForm } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { WithdrawPage, type WithdrawProps } from './pages/withdraw-page.tsx'
import { mayEdit } from './roles.ts'
import type { ProcedureRoutesPorts } from './ports.ts'
import { subjectOf } from './subject.ts'

type OneFlow = { Params: { flow: string } }

const OVERTAKEN = 'Vừa có người xuất bản một bản khác. Xin xem lại rồi bấm lần nữa.'

/** Taking a procedure out of service: written, looked at once more, done. */
export const withdrawRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing } = ports

    type Shown = Pick<WithdrawProps, 'because' | 'isLook' | 'trouble'>
    const show = async (request: FastifyRequest, reply: FastifyReply, flow: string, shown: Shown = {}) => {
      const subject = await subjectOf(ports, flow)
      if (!subject?.newest)
        return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES[subject ? 'unpublished' : 'unknown'])))
      if (publishing.isNeeded(flow)) return reply.code(409).send(toPage(MessagePage(PROCEDURE_MESSAGES.needed)))
      const staff = staffOf(request)
      const page = WithdrawPage({
        signedIn: { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' },
        mayEdit: mayEdit(staff?.account),
        ...subject,
        newest: subject.newest,
        concerned: await publishing.concerned(flow),
        ...shown,
      })
      return reply.send(toPage(page))
    }

    app.get<OneFlow>('/staff/procedures/:flow/withdraw', async (request, reply) =>
      show(request, reply, request.params.flow),
    )

    app.post<OneFlow>('/staff/procedures/:flow/withdraw', async (request, reply) => {
      const { flow } = request.params
      const { because, trouble, step, version, revision } = parseWithdrawalForm(request.body)
      if (trouble !== undefined) return show(request, reply.code(422), flow, { because, trouble })
      if (step !== 'do') return show(request, reply, flow, { because, isLook: step === 'look' })
      const by = staffOf(request)?.account.name ?? ''
      switch (await publishing.withdraw({ flow, because, by, after: { version, revision } })) {
        case 'withdrawn':
          return reply.redirect(`/staff/procedures/${flow}?done=withdrawn`, 303)
        case 'overtaken':
          return show(request, reply.code(409), flow, { because, isLook: true, trouble: OVERTAKEN })
        case 'needed':
        case 'unknown':
          return show(request, reply, flow)
      }
    })
  }
