import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { compareTexts } from '../../procedures/compare.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parsePublicationForm } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { ConfirmPage } from './pages/confirm-page.tsx'
import { mayEdit } from './roles.ts'
import type { ProcedureRoutesPorts } from './ports.ts'
import { subjectOf } from './subject.ts'

type OneFlow = { Params: { flow: string } }

const CHANGED = 'Bản nháp vừa được sửa thêm. Xin xem lại lần nữa rồi xuất bản.'
const OVERTAKEN = 'Vừa có người xuất bản một bản khác. Xin xem lại phần khác biệt rồi xuất bản.'

export const publishRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing } = ports

    const confirm = async (request: FastifyRequest, reply: FastifyReply, flow: string, trouble?: string) => {
      const subject = await subjectOf(ports, flow)
      const message = subject ? PROCEDURE_MESSAGES.noDraft : PROCEDURE_MESSAGES.unknown
      if (!subject?.draft) return reply.code(subject ? 409 : 404).send(toPage(MessagePage(message)))
      const { draft, newest } = subject
      const staff = staffOf(request)
      const page = ConfirmPage({
        signedIn: { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' },
        mayEdit: mayEdit(staff?.account),
        ...subject,
        examined: await publishing.examineDraft(draft),
        difference: compareTexts(newest?.source ?? '', draft.source),
        of: { type: 'draft', revision: draft.revision },
        trouble,
      })
      return reply.send(toPage(page))
    }

    app.get<OneFlow>('/staff/procedures/:flow/publish', async (request, reply) =>
      confirm(request, reply, request.params.flow),
    )

    app.post<OneFlow>('/staff/procedures/:flow/publish', async (request, reply) => {
      const { flow } = request.params
      const seen = parsePublicationForm(request.body)
      const draft = await publishing.draftOf(flow)
      if (!draft) return confirm(request, reply, flow)
      if (draft.revision !== seen.draft) return confirm(request, reply.code(409), flow, CHANGED)
      const { source, cases } = draft
      const { version, revision } = seen
      const by = staffOf(request)?.account.name ?? ''
      const answer = await publishing.publish({
        ...{ source, cases, by, flow, draft: draft.revision },
        after: version === 0 ? 'nothing' : { version, revision },
      })
      switch (answer.outcome) {
        case 'published':
        case 'unchanged':
          return reply.redirect(`/staff/procedures/${flow}?done=${answer.outcome}`, 303)
        case 'overtaken':
          return confirm(request, reply.code(409), flow, OVERTAKEN)
        case 'refused':
          return confirm(request, reply.code(422), flow)
      }
    })
  }
