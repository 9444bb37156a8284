import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { fieldsOf, NO_FIELDS, parseEntryForm, triedIn, whyTrouble } from './elsewhere-form.ts'
import { elsewherePages, type EntryAnswer, laneOf, signedInAs } from './elsewhere-pages.ts'
import { isFlowName } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { EndEntryPage, type EndEntryProps } from './pages/elsewhere-end-page.tsx'
import { ELSEWHERE_PATH } from './pages/elsewhere-frame.tsx'
import {
  ELSEWHERE_DONE,
  type ElsewhereDone,
  ElsewhereListPage,
  type ElsewhereListProps,
} from './pages/elsewhere-list-page.tsx'
import type { ProcedureRoutesPorts } from './ports.ts'
import { mayEdit } from './roles.ts'

type One = { Params: { id: string } }

/** Sixty sentences, when every letter of them takes nine characters in a form. */
const LARGEST_FORM = 256 * 1024

export const send = (reply: FastifyReply, answer: EntryAnswer) =>
  'to' in answer ? reply.redirect(answer.to, 303) : reply.code(answer.status).send(answer.page)

/** What is done elsewhere: shown to all who work here, changed by clerks. */
export const elsewhereRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, elsewhere } = ports
    const { showForm, confirm, publish } = elsewherePages(ports)
    const notFound = (reply: FastifyReply) => reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.noEntry)))

    app.addHook('preHandler', async (request, reply) => {
      if (request.routeOptions.url === ELSEWHERE_PATH || mayEdit(staffOf(request)?.account)) return
      return reply.code(403).send(toPage(MessagePage(PROCEDURE_MESSAGES.notYours)))
    })

    const list = async (request: FastifyRequest, shown: Partial<ElsewhereListProps> = {}) =>
      toPage(
        ElsewhereListPage({
          signedIn: signedInAs(staffOf(request)),
          mayEdit: mayEdit(staffOf(request)?.account),
          entries: await elsewhere.overview(),
          ...shown,
        }),
      )

    app.get<{ Querystring: { done?: unknown } }>(ELSEWHERE_PATH, async (request) => {
      const done: ElsewhereDone | undefined = ELSEWHERE_DONE.find((it) => it === request.query.done)
      return list(request, { done })
    })

    app.post<{ Body: { sentence?: unknown } }>(`${ELSEWHERE_PATH}/try`, async (request) => {
      const typed = typeof request.body.sentence === 'string' ? request.body.sentence : ''
      const [sentence] = triedIn({ ...NO_FIELDS, tries: typed })
      if (sentence === undefined) return list(request)
      const [told] = (await elsewhere.foretell([sentence], laneOf(staffOf(request)))) ?? []
      return list(request, { tried: { sentence, told } })
    })

    app.get(`${ELSEWHERE_PATH}/new`, async (request, reply) => send(reply, await showForm(staffOf(request), NO_FIELDS)))

    app.get<One & { Querystring: { from?: unknown } }>(`${ELSEWHERE_PATH}/entry/:id`, async (request, reply) => {
      const [newest] = await elsewhere.history(request.params.id)
      if (!newest) return notFound(reply)
      const inFile = request.query.from === 'file' ? elsewhere.otherInFile(newest) : undefined
      const fields = fieldsOf(inFile ?? newest.entry, newest.revision)
      return send(reply, await showForm(staffOf(request), fields, inFile && { isFromFile: true }))
    })

    app.post(`${ELSEWHERE_PATH}/edit`, { bodyLimit: LARGEST_FORM }, async (request, reply) =>
      send(reply, await showForm(staffOf(request), parseEntryForm(request.body))),
    )
    app.post(`${ELSEWHERE_PATH}/check`, { bodyLimit: LARGEST_FORM }, async (request, reply) =>
      send(reply, await confirm(staffOf(request), parseEntryForm(request.body))),
    )
    app.post(`${ELSEWHERE_PATH}/publish`, { bodyLimit: LARGEST_FORM }, async (request, reply) =>
      send(reply, await publish(staffOf(request), parseEntryForm(request.body))),
    )

    type Shown = Pick<EndEntryProps, 'why' | 'wrong' | 'trouble'>
    const showEnd = async (request: FastifyRequest, reply: FastifyReply, id: string, shown: Shown = {}) => {
      const [newest] = isFlowName(id) ? await elsewhere.history(id) : []
      if (newest?.state !== 'told') return notFound(reply)
      const weighed = await elsewhere.weigh({ id }, laneOf(staffOf(request)))
      if (!weighed) return reply.code(503).send(toPage(MessagePage(PROCEDURE_MESSAGES.busy)))
      return reply.send(toPage(EndEntryPage({ signedIn: signedInAs(staffOf(request)), newest, weighed, ...shown })))
    }

    app.get<One>(`${ELSEWHERE_PATH}/entry/:id/end`, async (request, reply) =>
      showEnd(request, reply, request.params.id),
    )

    app.post<One>(`${ELSEWHERE_PATH}/entry/:id/end`, async (request, reply) => {
      const { id } = request.params
      const { why, revision } = parseEntryForm(request.body)
      const wrong = whyTrouble(why)
      if (wrong !== undefined) return showEnd(request, reply.code(422), id, { why, wrong })
      const by = staffOf(request)?.account.name ?? ''
      // The page has just shown what changes.
      const { outcome } = await elsewhere.publish({
        ...{ id, why, by, lane: laneOf(staffOf(request)) },
        ...{ after: revision, isMeant: true },
      })
      if (outcome === 'overtaken') return showEnd(request, reply.code(409), id, { why, trouble: CHANGED })
      return reply.redirect(`${ELSEWHERE_PATH}?done=${outcome === 'published' ? 'ended' : 'unchanged'}`, 303)
    })
  }

const CHANGED = 'Việc này vừa được người khác sửa. Xin xem lại rồi bấm lần nữa.'
