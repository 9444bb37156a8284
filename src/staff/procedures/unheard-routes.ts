import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { CompiledFlow } from '../../conversation/flow/compiled-flow.ts'
import { choicesOf } from '../../conversation/flow/flow-format.ts'
import { MENU_FLOW } from '../../conversation/session/named-flows.ts'
import { shorten } from '../../kernel/text.ts'
import { groupUnheard } from '../../procedures/group-unheard.ts'
import type { Unheard } from '../../procedures/ports.ts'
import { teach } from '../../procedures/teach.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { longestPiece, parseLessonForm } from './lesson-form.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { TeachPage, type TeachProps } from './pages/teach-page.tsx'
import { UNHEARD_PATH, UnheardPage } from './pages/unheard-page.tsx'
import type { ProcedureRoutesPorts } from './ports.ts'
import { mayEdit } from './roles.ts'
import { subjectOf } from './subject.ts'

type One = { Params: { id: string } }

/** As many as a page can show. */
const MOST = 500
const STALE = 'Bản nháp vừa được người khác thay đổi. Xin bấm lần nữa để thêm vào bản mới nhất.'

/** What nobody understood, and what is done about it: taught into a draft, or dismissed. */
export const unheardRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing, flows, unheard } = ports
    app.addHook('preHandler', async (request, reply) => {
      if (mayEdit(staffOf(request)?.account.role)) return
      return reply.code(403).send(toPage(MessagePage(PROCEDURE_MESSAGES.notYours)))
    })
    const signedInAs = (request: FastifyRequest) => {
      const staff = staffOf(request)
      return { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' }
    }
    const gone = (reply: FastifyReply) => reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.notUnheard)))
    /** All rows of the same words at the same question. */
    const sameAs = async ({ id }: Unheard): Promise<readonly string[]> =>
      groupUnheard(await unheard.newest(MOST))
        .flatMap(({ said }) => said)
        .find(({ ids }) => ids.includes(id))?.ids ?? [id]

    app.get<{ Querystring: { done?: unknown } }>(UNHEARD_PATH, async (request) => {
      const groups = groupUnheard(await unheard.newest(MOST)).map((group) => {
        const flow = flows.current(group.flow)
        const question = questionOf(flow, group.step)
        return {
          ...group,
          procedure: flow?.name ?? group.flow,
          question,
          isTaught: targetsAt(flow, group.step).length > 0,
        }
      })
      return toPage(
        UnheardPage({ signedIn: signedInAs(request), groups, isDismissed: request.query.done === 'dismissed' }),
      )
    })

    app.post<One>(`${UNHEARD_PATH}/:id/dismiss`, async (request, reply) => {
      const row = await unheard.find(request.params.id)
      if (row) await unheard.dismiss(await sameAs(row))
      return reply.redirect(`${UNHEARD_PATH}?done=dismissed`, 303)
    })

    const show = (request: FastifyRequest, row: Unheard, shown: Pick<TeachProps, 'typed' | 'wrong' | 'trouble'>) => {
      const flow = flows.current(row.flow)
      const choices = targetsAt(flow, row.step)
      const procedures =
        row.flow === MENU_FLOW
          ? flows.offered().map(({ flow: name, name: label }) => ({ value: `flow:${name}`, label }))
          : []
      const question = questionOf(flow, row.step) ?? row.step
      const { id, words } = row
      return toPage(
        TeachPage({
          signedIn: signedInAs(request),
          id,
          words,
          procedure: flow?.name ?? row.flow,
          question,
          choices,
          procedures,
          ...shown,
        }),
      )
    }

    app.get<One>(`${UNHEARD_PATH}/:id`, async (request, reply) => {
      const row = await unheard.find(request.params.id)
      return row ? show(request, row, { typed: { words: longestPiece(row.words), to: '' } }) : gone(reply)
    })

    app.post<One>(`${UNHEARD_PATH}/:id/teach`, async (request, reply) => {
      const row = await unheard.find(request.params.id)
      if (!row) return gone(reply)
      const { typed, target, wrong } = parseLessonForm(request.body)
      if (!target || wrong) return reply.code(422).send(show(request, row, { typed, ...(wrong && { wrong }) }))
      const flow = target.flow ?? row.flow
      const subject = await subjectOf(ports, flow)
      if (!subject) return gone(reply)
      const { draft, newest } = subject
      const to = target.choice === undefined ? 'procedure' : { step: row.step, choice: target.choice }
      const taught = teach(draft?.source ?? newest?.source ?? '', { words: typed.words, to })
      if (!taught.ok) return reply.code(422).send(show(request, row, { typed, trouble: taught.because }))
      const cases = draft?.cases ?? newest?.cases ?? ''
      const savedBy = staffOf(request)?.account.name ?? ''
      const saved = await publishing.saveDraft({
        flow,
        source: taught.text,
        cases,
        revision: draft?.revision ?? 0,
        savedBy,
      })
      if (saved === 'stale') return reply.code(409).send(show(request, row, { typed, trouble: STALE }))
      await unheard.dismiss(await sameAs(row))
      return reply.redirect(`/staff/procedures/${flow}?done=taught`, 303)
    })
  }

const questionOf = (flow: CompiledFlow | undefined, step: string): string | undefined => {
  const said = flow?.steps.get(step)?.say
  return said === undefined ? undefined : shorten(said.trim().split('\n')[0] ?? '', 120)
}

/** The choices that words can be added to: a consent and a review have words of their own. */
function targetsAt(flow: CompiledFlow | undefined, step: string): { value: string; label: string }[] {
  const asked = flow?.steps.get(step)
  if (asked?.expect !== 'choice') return []
  return choicesOf(asked).map(({ key, label }) => ({ value: `choice:${key}`, label }))
}
