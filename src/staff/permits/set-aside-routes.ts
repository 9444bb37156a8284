import type { FastifyPluginAsync } from 'fastify'
import type { CitizenId } from '../../kernel/ids.ts'
import type { SetAside } from '../../turns/set-aside.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { SetAsidePage, TryAgainPage } from './pages/set-aside-page.tsx'
import type { PermitStaffOf } from './ports.ts'

export interface SetAsideRoutesPorts {
  permitStaffOf: PermitStaffOf
  setAside: SetAside
  /** A citizen's line has changed: a turn is due. */
  ringTurn: (citizen: CitizenId) => void
}

/** As many as one page shows, and as one press of a button puts back. */
const AT_ONCE = 200

type OneRow = { Params: { which: string } }

const UNKNOWN = {
  title: 'Không tìm thấy',
  text: 'Tin này không còn nằm riêng: có thể đã được xử lý lại, hoặc nội dung đã xóa theo yêu cầu của người dân.',
  back: { href: '/staff/set-aside', label: 'Về danh sách' },
}

/** Inside the guard of administrators: what could not be handled, and another try for it. */
export const setAsideRoutes =
  ({ permitStaffOf, setAside, ringTurn }: SetAsideRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    /** What stands in the address: `all`, or the number of one row. */
    const readWhich = (given: string): number | 'all' | undefined => {
      if (given === 'all') return 'all'
      return /^\d{1,15}$/.test(given) ? Number(given) : undefined
    }

    app.get<{ Querystring: { again?: string } }>('/staff/set-aside', async (request) => {
      const { total, rows } = await setAside.list(AT_ONCE)
      const again = /^\d{1,6}$/.test(request.query.again ?? '') ? Number(request.query.again) : undefined
      return toPage(SetAsidePage({ staff: permitStaffOf(request), total, rows, ...(again !== undefined && { again }) }))
    })

    app.get<OneRow>('/staff/set-aside/:which/again', async (request, reply) => {
      const which = readWhich(request.params.which)
      const { total, rows } = await setAside.list(AT_ONCE)
      const chosen = rows.filter(({ seq, isBlank }) => !isBlank && (which === 'all' || seq === which))
      if (which === undefined || chosen.length === 0) return reply.code(404).send(toPage(MessagePage(UNKNOWN)))
      return toPage(TryAgainPage({ staff: permitStaffOf(request), which, chosen, total }))
    })

    app.post<OneRow>('/staff/set-aside/:which/again', async (request, reply) => {
      const which = readWhich(request.params.which)
      if (which === undefined) return reply.code(404).send(toPage(MessagePage(UNKNOWN)))
      const citizens = await setAside.tryAgain(which, AT_ONCE)
      for (const citizen of citizens) ringTurn(citizen)
      // Pressed twice, the second finds nothing left and says so.
      return reply.redirect(`/staff/set-aside?again=${citizens.length}`, 303)
    })
  }
