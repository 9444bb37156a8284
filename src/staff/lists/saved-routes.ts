import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { scopeOf } from '../../dossiers/may.ts'
import { LONGEST_NAME, mayChange, mayShare, type SavedList, type SavedLists } from '../../dossiers/saved-lists.ts'
import type { Clock } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { listAddress, readListQuery, savedQuery } from './list-query.ts'
import { SAVED_PATH } from './pages/saved-nav.tsx'
import { SavedPage } from './pages/saved-page.tsx'
import { sharesOf } from './shares-of.ts'

export interface SavedRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  savedLists: SavedLists
  agencyCodes: () => readonly string[]
  agencyName: (code: string) => string
  now: Clock
}

const form = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/).catch(''), // prettier-ignore
  name: z
    .string()
    .catch('')
    .transform((name) => tidy(name)),
  agency: z.string().max(40).catch(''),
  query: z.string().max(400).catch(''),
})

const BACK = { href: SAVED_PATH, label: 'Về danh sách đã lưu' }
const UNKNOWN = { title: 'Không tìm thấy', text: 'Không có danh sách này. Có thể người khác vừa xóa.', back: BACK }
const NOT_YOURS = {
  title: 'Ông/bà không sửa được danh sách này',
  text: 'Danh sách dùng chung do lãnh đạo cơ quan lưu và sửa. Cần danh sách riêng, ông/bà lưu cho mình.',
  back: BACK,
}

/** Lists with their filters, kept under a name. */
export const savedRoutes =
  ({ staffOf, savedLists, ...ports }: SavedRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const html = (reply: FastifyReply, page: preact.JSX.Element) =>
      reply.type('text/html; charset=utf-8').send(toPage(page))

    const show = async (
      reply: FastifyReply,
      { account, csrf }: StaffSession,
      more: Pick<Parameters<typeof SavedPage>[0], 'again' | 'renaming' | 'done'>,
    ) => {
      const saved = await savedLists.of(account.id, scopeOf(account).agencies)
      return html(
        reply,
        SavedPage({
          signedIn: { name: account.name, csrf },
          saved: saved.map((list) => ({ ...list, mayChange: mayChange(account, list) })),
          agencyName: ports.agencyName,
          ...more,
        }),
      )
    }

    /** What else the readers of a list find beside it: of one person, or of one agency. */
    const besides = async ({ account }: StaffSession, agency: string | null, id: string) => {
      const all = await savedLists.of(account.id, agency === null ? [] : [agency])
      return all.filter((list) => list.agency === agency && list.id !== id)
    }

    app.get<{ Querystring: { done?: unknown } }>(SAVED_PATH, async (request, reply) => {
      const { done } = request.query
      return show(reply, staffOf(request)!, { done: done === 'renamed' || done === 'removed' ? done : undefined })
    })

    app.post(SAVED_PATH, async (request, reply) => {
      const staff = staffOf(request)!
      const { id, name, agency, query: given } = form.parse(request.body ?? {})
      const query = savedQuery(readListQuery(given))
      if (agency !== '' && !mayShare(staff.account, agency)) return html(reply.code(403), MessagePage(NOT_YOURS))
      const refuse = (status: number, wrong: string) =>
        show(reply.code(status), staff, {
          again: { newId: id, query, shares: sharesOf(staff.account, ports), typed: { name, agency, wrong } },
        })
      const beside = await besides(staff, agency || null, id)
      const wrong = troubleOf(name, beside)
      if (wrong !== undefined || id === '') return refuse(422, wrong ?? 'Xin bấm “Lưu” lần nữa.')
      const list = { id, account: staff.account.id, agency: agency || null, name, query, savedAt: ports.now() }
      if ((await savedLists.add(list)) === 'full') return refuse(422, FULL)
      return reply.redirect(listAddress(query), 303)
    })

    /** The list that a form is about, where this person may change it. */
    const theirs = async (request: FastifyRequest) => {
      const { id, name } = form.parse(request.body ?? {})
      const found = await savedLists.find(id)
      return { id, name, found, isTheirs: found !== undefined && mayChange(staffOf(request)!.account, found) }
    }

    app.post(`${SAVED_PATH}/rename`, async (request, reply) => {
      const { id, name, found, isTheirs } = await theirs(request)
      if (!found) return html(reply.code(404), MessagePage(UNKNOWN))
      if (!isTheirs) return html(reply.code(403), MessagePage(NOT_YOURS))
      const wrong = troubleOf(name, await besides(staffOf(request)!, found.agency, id))
      if (wrong !== undefined) return show(reply.code(422), staffOf(request)!, { renaming: { id, name, wrong } })
      await savedLists.rename(id, name)
      return reply.redirect(`${SAVED_PATH}?done=renamed`, 303)
    })

    app.post(`${SAVED_PATH}/remove`, async (request, reply) => {
      const { id, found, isTheirs } = await theirs(request)
      if (found && !isTheirs) return html(reply.code(403), MessagePage(NOT_YOURS))
      // Removed already: the same button pressed twice.
      if (found) await savedLists.remove(id)
      return reply.redirect(`${SAVED_PATH}?done=removed`, 303)
    })
  }

const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')

const troubleOf = (name: string, beside: readonly Pick<SavedList, 'name'>[]): string | undefined =>
  name === ''
    ? 'Xin đặt tên để nhận ra danh sách. Ví dụ: Trích lục đang chờ người dân.'
    : name.length > LONGEST_NAME
      ? `Tên dài quá ${LONGEST_NAME} chữ, xin viết gọn lại.`
      : beside.some((list) => sameName(list.name, name))
        ? `Đã có danh sách tên “${name}”. Xin đặt tên khác để phân biệt, ví dụ: ${name.slice(0, LONGEST_NAME - 2)} 2.`
        : undefined

const FULL = 'Đã có 20 danh sách, xin xóa bớt một danh sách cũ rồi bấm “Lưu” lần nữa.'
