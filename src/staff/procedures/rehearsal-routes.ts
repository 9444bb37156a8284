import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { stage, tryOut } from '../../procedures/try-out.ts'
import { toPage } from '../pages/layout.tsx'
import { MessagePage } from '../pages/message-page.tsx'
import { parseRehearsalForm } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { RehearsalPage } from './pages/rehearsal-page.tsx'
import type { ProcedureRoutesPorts } from './routes.ts'
import { subjectOf } from './subject.ts'

type OneFlow = { Params: { flow: string } }

export const rehearsalRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, flows, now } = ports

    type Done = ReturnType<typeof parseRehearsalForm>
    const show = async (request: FastifyRequest, reply: FastifyReply, flow: string, { acts, isFull }: Done) => {
      const subject = await subjectOf(ports, flow)
      if (!subject) return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.unknown)))
      const staff = staffOf(request)
      const staged = stage((subject.draft ?? subject.newest)?.source ?? '', flows)
      const page = RehearsalPage({
        signedIn: { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' },
        ...subject,
        ...{ acts, isFull, isDraft: subject.draft !== undefined },
        played: staged.ok ? tryOut(flow, acts, staged.flows, now()) : staged,
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
