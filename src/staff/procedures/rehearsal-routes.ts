import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parseRehearsalForm } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { RehearsalPage } from './pages/rehearsal-page.tsx'
import type { ProcedureRoutesPorts } from './ports.ts'
import { subjectOf } from './subject.ts'

const TOO_LONG = {
  rule: 'examination',
  message: 'Cuộc diễn tập mất quá nhiều thời gian nên bị dừng. Xin bắt đầu lại.',
  line: 1,
  column: 1,
}

type OneFlow = { Params: { flow: string } }

export const rehearsalRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing } = ports

    type Done = ReturnType<typeof parseRehearsalForm>
    const show = async (request: FastifyRequest, reply: FastifyReply, flow: string, { acts, isFull }: Done) => {
      const subject = await subjectOf(ports, flow)
      if (!subject) return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.unknown)))
      const staff = staffOf(request)
      const source = (subject.draft ?? subject.newest)?.source ?? ''
      const played = await publishing.rehearse(flow, source, acts, staff?.account.id ?? '')
      const page = RehearsalPage({
        signedIn: { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' },
        ...subject,
        ...{ acts, isFull, isDraft: subject.draft !== undefined },
        played: played ?? { findings: [TOO_LONG] },
      })
      return reply.send(toPage(page))
    }

    app.get<OneFlow>('/staff/procedures/:flow/rehearsal', async (request, reply) =>
      show(request, reply, request.params.flow, { acts: [], isFull: false }),
    )
    app.post<OneFlow>('/staff/procedures/:flow/rehearsal', async (request, reply) =>
      show(request, reply, request.params.flow, parseRehearsalForm(request.body)),
    )
  }
