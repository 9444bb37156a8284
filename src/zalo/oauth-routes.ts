import cookie from '@fastify/cookie'
import type { FastifyPluginAsync } from 'fastify'
import type { Connect, Connected } from './connect.ts'

interface Callback {
  Querystring: { state?: string; code?: string; oa_id?: string }
}

/** Where an administrator begins; only there is a browser given its half of the request. */
const BEGINNING = '/staff/zalo'
export const CALLBACK = '/oauth/zalo/callback'

/**
 * `/oauth/zalo/callback` is where a browser comes back from Zalo (zalo-oa §6). Without what it was given at the beginning, in
 * the cookie `cookieName`, nothing of what it brings is looked at and Zalo is not asked.
 */
export const oauthRoutes =
  (connect: Connect, cookieName: string): FastifyPluginAsync =>
  async (app) => {
    await app.register(cookie)
    app.get('/oauth/zalo/start', async (_request, reply) => reply.redirect(BEGINNING, 303))

    app.get<Callback>(CALLBACK, async ({ query, cookies }, reply) => {
      const { state, code, oa_id: oaId } = query
      const browser = cookies[cookieName]
      const complete =
        typeof state === 'string' && typeof code === 'string' && typeof oaId === 'string' && browser !== undefined
      const connected: Connected = complete
        ? await connect.finish({ state, code, oaId, browser })
        : { outcome: 'refused', because: 'stale request' }
      return reply
        .code(connected.outcome === 'connected' ? 200 : 400)
        .clearCookie(cookieName, { path: CALLBACK })
        .type('text/plain; charset=utf-8')
        .send(explain(connected))
    })
  }

function explain(connected: Connected): string {
  if (connected.outcome === 'connected') return 'Đã kết nối Official Account. Ông/bà có thể đóng trang này.'
  switch (connected.because) {
    case 'stale request':
      return `Yêu cầu kết nối không còn hiệu lực, hoặc không bắt đầu từ trình duyệt này. Ông/bà mở lại trang ${BEGINNING} và đồng ý trong vòng 10 phút.`
    case 'another account':
      return `Ông/bà vừa chọn một Official Account khác. Xin mở lại trang ${BEGINNING} và chọn đúng tài khoản của tỉnh.`
    case 'Zalo':
      return `Zalo chưa đồng ý (${connected.reason ?? 'không rõ lý do'}). Ông/bà thử lại từ trang ${BEGINNING}; ví dụ lỗi -14003 nghĩa là địa chỉ callback trong trang quản lý ứng dụng chưa đúng.`
  }
}
