import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { MakeId } from '../../kernel/ids.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { mayEdit } from '../procedures/roles.ts'
import type { CannedReplies, CannedReply } from '../../dossiers/canned.ts'
import { type CannedFields, examineCanned, parseCanned } from './canned-form.ts'
import { CANNED_PATH, CannedFormPage, CannedListPage } from './pages/canned-pages.tsx'

export interface CannedRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  canned: CannedReplies
  procedures: () => readonly { flow: string; name: string }[]
  procedureName: (flow: string) => string
  makeId: MakeId
  now: Clock
}

const NOT_YOURS = {
  title: 'Ông/bà chỉ được xem',
  text: 'Câu trả lời mẫu do biên tập hoặc quản trị sửa; ông/bà chỉ được xem và dùng. Xin báo quản trị viên nếu cần sửa.',
}
const UNKNOWN = { title: 'Không tìm thấy', text: 'Không có câu trả lời mẫu này. Có thể người khác vừa xóa.' }
const BACK = { href: CANNED_PATH, label: 'Về câu trả lời mẫu' }

/** What desks answer with again and again: read by all who work here, changed by editors. */
export const cannedRoutes =
  ({ staffOf, canned, procedures, procedureName, makeId, now }: CannedRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', async (request, reply) => {
      reply.type('text/html; charset=utf-8')
      if (request.routeOptions.url === CANNED_PATH && request.method !== 'POST') return
      if (mayEdit(staffOf(request)?.account)) return
      return reply.code(403).send(toPage(MessagePage({ ...NOT_YOURS, back: BACK })))
    })

    const signedInAs = (request: FastifyRequest) => {
      const staff = staffOf(request)
      return { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' }
    }
    const find = async (id: string): Promise<CannedReply | undefined> =>
      (await canned.all()).find((reply) => reply.id === id)
    const showForm = (request: FastifyRequest, fields: CannedFields, more: object = {}) =>
      toPage(CannedFormPage({ signedIn: signedInAs(request), fields, procedures: procedures(), ...more }))
    const notFound = (reply: FastifyReply) => reply.code(404).send(toPage(MessagePage({ ...UNKNOWN, back: BACK })))

    app.get<{ Querystring: { done?: unknown } }>(CANNED_PATH, async (request) => {
      const { done } = request.query
      const page = CannedListPage({
        ...{ signedIn: signedInAs(request), replies: await canned.all(), procedureName },
        mayEdit: mayEdit(staffOf(request)?.account),
        done: done === 'saved' || done === 'removed' ? done : undefined,
      })
      return toPage(page)
    })

    app.get(`${CANNED_PATH}/new`, async (request) =>
      showForm(request, { id: makeId(), flow: '', title: '', text: '', revision: 0 }),
    )

    app.get<{ Params: { id: string } }>(`${CANNED_PATH}/:id`, async (request, reply) => {
      const found = await find(request.params.id)
      return found ? showForm(request, found) : notFound(reply)
    })

    app.post(CANNED_PATH, async (request, reply) => {
      const fields = parseCanned(request.body)
      if (!fields) return notFound(reply)
      const wrong = examineCanned(
        fields,
        procedures().map(({ flow }) => flow),
      )
      if (Object.keys(wrong).length > 0) return reply.code(422).send(showForm(request, fields, { wrong }))
      const savedBy = signedInAs(request).name
      if ((await canned.save({ ...fields, savedBy, savedAt: now() })) === 'stale') {
        const newer = (await find(fields.id)) ?? null
        // The same button pressed twice.
        const isSame = newer?.text === fields.text && newer.title === fields.title && newer.flow === fields.flow
        if (!isSame) return reply.code(409).send(showForm(request, fields, { newer }))
      }
      return reply.redirect(`${CANNED_PATH}?done=saved`, 303)
    })

    app.post(`${CANNED_PATH}/remove`, async (request, reply) => {
      const { id, revision } = parseCanned(request.body) ?? {}
      const newer = id === undefined ? undefined : await find(id)
      // Removed already: the same button pressed twice.
      if (id === undefined || revision === undefined || !newer)
        return reply.redirect(`${CANNED_PATH}?done=removed`, 303)
      if ((await canned.remove(id, revision)) === 'stale')
        return reply.code(409).send(showForm(request, newer, { newer }))
      return reply.redirect(`${CANNED_PATH}?done=removed`, 303)
    })
  }
