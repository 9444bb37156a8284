import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { stepLines } from '../../procedures/step-lines.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parseInsertForm } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { InsertPage, type InsertProps } from './pages/insert-page.tsx'
import { mayEdit } from './roles.ts'
import type { ProcedureRoutesPorts } from './ports.ts'
import { subjectOf } from './subject.ts'

type OneFlow = { Params: { flow: string } }

const STALE = 'Bản nháp vừa được người khác thay đổi. Xin bấm lần nữa để thêm vào bản mới nhất.'
const TOO_LONG = 'Nội dung này xử lý quá lâu nên bị dừng. Xin thêm câu hỏi bằng tay.'

/** One more question, with all that hangs on it, written into the draft. */
export const insertRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing } = ports
    const textsOf = ({ draft, newest }: NonNullable<Awaited<ReturnType<typeof subjectOf>>>) => ({
      source: draft?.source ?? newest?.source ?? '',
      cases: draft?.cases ?? newest?.cases ?? '',
    })

    type Shown = Pick<InsertProps, 'typed' | 'wrong' | 'trouble'>
    const show = async (request: FastifyRequest, reply: FastifyReply, flow: string, shown: Shown = {}) => {
      const subject = await subjectOf(ports, flow)
      if (!subject) return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.unknown)))
      const staff = staffOf(request)
      if (!mayEdit(staff?.account)) return reply.code(403).send(toPage(MessagePage(PROCEDURE_MESSAGES.notYours)))
      const signedIn = { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' }
      const { source } = textsOf(subject)
      const steps = stepLines(source).map(({ step, from, to }) => ({
        step,
        text: source.split('\n').slice(from, to).join(' '),
      }))
      return reply.send(
        toPage(InsertPage({ signedIn, ...subject, steps, revision: subject.draft?.revision ?? 0, ...shown })),
      )
    }

    app.get<OneFlow>('/staff/procedures/:flow/insert', async (request, reply) =>
      show(request, reply, request.params.flow),
    )

    app.post<OneFlow>('/staff/procedures/:flow/insert', async (request, reply) => {
      const { flow } = request.params
      const { order, typed, wrong } = parseInsertForm(request.body)
      const refuse = (because: string, status = 422) =>
        show(request, reply.code(status), flow, { typed, trouble: because })
      if (Object.keys(wrong).length > 0) return show(request, reply.code(422), flow, { typed, wrong })
      const subject = await subjectOf(ports, flow)
      if (!subject) return show(request, reply, flow)
      if ((subject.draft?.revision ?? 0) !== typed.revision) return refuse(STALE, 409)
      const staff = staffOf(request)
      const extended = await publishing.insert(flow, textsOf(subject), order, staff?.account.id ?? '')
      if (!extended?.ok) return refuse(extended?.because ?? TOO_LONG)
      const { source, cases } = extended
      const savedBy = staff?.account.name ?? ''
      const saved = await publishing.saveDraft({ flow, source, cases, revision: typed.revision, savedBy })
      if (saved === 'stale') return refuse(STALE, 409)
      return reply.redirect(`/staff/procedures/${flow}?done=inserted`, 303)
    })
  }
