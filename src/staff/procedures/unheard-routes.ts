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
import { fieldsOf, NO_FIELDS } from './elsewhere-form.ts'
import { type By, elsewherePages, type EntryAnswer, signedInAs } from './elsewhere-pages.ts'
import { send } from './elsewhere-routes.ts'
import { longestPiece, NEW_ENTRY, parseLessonForm } from './lesson-form.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { TeachPage, type TeachProps } from './pages/teach-page.tsx'
import { UNHEARD_PATH, UnheardPage } from './pages/unheard-page.tsx'
import type { ProcedureRoutesPorts } from './ports.ts'
import { mayEdit } from './roles.ts'
import { MOST_UNHEARD, sameUnheard } from './same-unheard.ts'
import { subjectOf } from './subject.ts'

type One = { Params: { id: string } }

const TAUGHT = 'Dạy thêm câu người dân gõ mà máy chưa hiểu.'
const STALE = 'Bản nháp vừa được người khác thay đổi. Xin bấm lần nữa để thêm vào bản mới nhất.'

/** What nobody understood, and what is done about it: taught into a draft, or dismissed. */
export const unheardRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing, flows, unheard, elsewhere } = ports
    const { showForm } = elsewherePages(ports)
    app.addHook('preHandler', async (request, reply) => {
      if (mayEdit(staffOf(request)?.account)) return
      return reply.code(403).send(toPage(MessagePage(PROCEDURE_MESSAGES.notYours)))
    })
    const gone = (reply: FastifyReply) => reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.notUnheard)))
    app.get<{ Querystring: { done?: unknown } }>(UNHEARD_PATH, async (request) => {
      const groups = groupUnheard(await unheard.newest(MOST_UNHEARD)).map((group) => {
        const flow = flows.current(group.flow)
        const question = questionOf(flow, group.step)
        return {
          ...group,
          procedure: flow?.name ?? group.flow,
          question,
          isTaught: group.flow === MENU_FLOW || targetsAt(flow, group.step).length > 0,
        }
      })
      return toPage(
        UnheardPage({
          signedIn: signedInAs(staffOf(request)),
          groups,
          isDismissed: request.query.done === 'dismissed',
        }),
      )
    })

    app.post<One>(`${UNHEARD_PATH}/:id/dismiss`, async (request, reply) => {
      const row = await unheard.find(request.params.id)
      if (row) await unheard.dismiss(await sameUnheard(unheard, row))
      return reply.redirect(`${UNHEARD_PATH}?done=dismissed`, 303)
    })

    const show = async (
      request: FastifyRequest,
      row: Unheard,
      shown: Pick<TeachProps, 'typed' | 'wrong' | 'trouble'>,
    ): Promise<string> => {
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
          signedIn: signedInAs(staffOf(request)),
          id,
          words,
          procedure: flow?.name ?? row.flow,
          question,
          choices,
          procedures,
          entries: row.flow === MENU_FLOW ? await entriesToTeach() : [],
          ...shown,
        }),
      )
    }

    const entriesToTeach = async () => {
      const told = (await elsewhere.overview()).filter(({ state }) => state === 'told')
      return [
        { value: NEW_ENTRY, label: 'Việc mới, chưa có trong danh sách' },
        ...told.map(({ id, entry }) => ({ value: `elsewhere:${id}`, label: entry.name })),
      ]
    }

    /** Into the form of the entry, where it is looked at with all that it changes; the words are done with when it is published. */
    const teachEntry = async (
      by: By,
      taught: string,
      entry: string | undefined,
      words: string,
    ): Promise<EntryAnswer> => {
      if (entry === undefined) return showForm(by, { ...NO_FIELDS, says: words, why: TAUGHT, taught })
      const [newest] = await elsewhere.history(entry)
      if (newest?.state !== 'told') return { status: 404, page: toPage(MessagePage(PROCEDURE_MESSAGES.noEntry)) }
      const fields = fieldsOf(newest.entry, newest.revision)
      return showForm(by, { ...fields, says: `${fields.says}\n${words}`, why: TAUGHT, tries: words, taught })
    }

    app.get<One>(`${UNHEARD_PATH}/:id`, async (request, reply) => {
      const row = await unheard.find(request.params.id)
      return row ? await show(request, row, { typed: { words: longestPiece(row.words), to: '' } }) : gone(reply)
    })

    app.post<One>(`${UNHEARD_PATH}/:id/teach`, async (request, reply) => {
      const row = await unheard.find(request.params.id)
      if (!row) return gone(reply)
      const { typed, target, wrong } = parseLessonForm(request.body)
      if (!target || wrong) return reply.code(422).send(await show(request, row, { typed, ...(wrong && { wrong }) }))
      if ('entry' in target) return send(reply, await teachEntry(staffOf(request), row.id, target.entry, typed.words))
      const flow = target.flow ?? row.flow
      const subject = await subjectOf(ports, flow)
      if (!subject) return gone(reply)
      const { draft, newest } = subject
      const to = target.choice === undefined ? 'procedure' : { step: row.step, choice: target.choice }
      const taught = teach(draft?.source ?? newest?.source ?? '', { words: typed.words, to })
      if (!taught.ok) return reply.code(422).send(await show(request, row, { typed, trouble: taught.because }))
      const cases = draft?.cases ?? newest?.cases ?? ''
      const savedBy = staffOf(request)?.account.name ?? ''
      const saved = await publishing.saveDraft({
        flow,
        source: taught.text,
        cases,
        revision: draft?.revision ?? 0,
        savedBy,
      })
      if (saved === 'stale') return reply.code(409).send(await show(request, row, { typed, trouble: STALE }))
      await unheard.dismiss(await sameUnheard(unheard, row))
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
