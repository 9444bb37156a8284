import type { FastifyPluginAsync } from 'fastify'
import type { LostKey, ReIssueLost } from '../../casework/re-issue-lost.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { LostKeysPage, ReIssuePage } from './pages/lost-key-pages.tsx'
import type { PermitStaffOf } from './ports.ts'

export interface LostKeyRoutesPorts {
  permitStaffOf: PermitStaffOf
  reIssueLost: ReIssueLost
}

type OneKey = { Params: { key: string } }

const LIST = '/staff/permits/lost-keys'

const NOTHING_TO_DO = {
  title: 'Không có giấy cần cấp lại',
  text: 'Khóa này không bị thu hồi, hoặc mọi giấy còn hạn ký bằng khóa đã được cấp lại.',
  back: { href: LIST, label: 'Về danh sách khóa đã mất' },
}

/** Inside the guard of administrators: permits under a lost key are made anew all at once. */
export const lostKeyRoutes =
  ({ permitStaffOf, reIssueLost }: LostKeyRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const find = async (keyId: string): Promise<LostKey | undefined> =>
      (await reIssueLost.keys()).find((key) => key.keyId === keyId && key.permits > 0)

    app.get<{ Querystring: { done?: unknown } }>(LIST, async (request) =>
      toPage(
        LostKeysPage({
          ...{ staff: permitStaffOf(request), keys: await reIssueLost.keys(), hasKey: await reIssueLost.hasKey() },
          hasBegun: request.query.done === 'begin',
        }),
      ),
    )

    app.get<OneKey>(`${LIST}/:key`, async (request, reply) => {
      const lost = await find(request.params.key)
      if (!lost || lost.isUnderWay || !(await reIssueLost.hasKey()))
        return reply.code(404).send(toPage(MessagePage(NOTHING_TO_DO)))
      return toPage(ReIssuePage({ staff: permitStaffOf(request), lost }))
    })

    app.post<OneKey>(`${LIST}/:key`, async (request, reply) => {
      const lost = await find(request.params.key)
      // Pressed twice, or when all is done: the list says how it stands.
      if (lost && (await reIssueLost.hasKey())) reIssueLost.begin(lost.keyId)
      return reply.redirect(lost ? `${LIST}?done=begin` : LIST, 303)
    })
  }
