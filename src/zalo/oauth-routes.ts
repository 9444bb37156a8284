import type { FastifyPluginAsync } from 'fastify'
import type { Connect, Connected } from './connect.ts'

interface Callback {
  Querystring: { state?: string; code?: string; oa_id?: string }
}

/**
 * `/oauth/zalo/start` sends a browser to Zalo, `/oauth/zalo/callback` is where it comes back (zalo-oa §6). Whoever opens
 * them can at most renew our own tokens: only an administrator of this very OA gets past Zalo.
 */
export const oauthRoutes =
  (connect: Connect): FastifyPluginAsync =>
  async (app) => {
    app.get('/oauth/zalo/start', async (_request, reply) => reply.redirect(connect.begin()))

    app.get<Callback>('/oauth/zalo/callback', async ({ query }, reply) => {
      const { state, code, oa_id: oaId } = query
      const complete = typeof state === 'string' && typeof code === 'string' && typeof oaId === 'string'
      const connected: Connected = complete
        ? await connect.finish({ state, code, oaId })
        : { outcome: 'refused', because: 'stale request' }
      return reply
        .code(connected.outcome === 'connected' ? 200 : 400)
        .header('cache-control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send(explain(connected))
    })
  }

function explain(connected: Connected): string {
  if (connected.outcome === 'connected') return 'Đã kết nối Official Account. Ông/bà có thể đóng trang này.'
  switch (connected.because) {
    case 'stale request':
      return 'Yêu cầu kết nối không còn hiệu lực. Ông/bà mở lại trang /oauth/zalo/start và đồng ý trong vòng 10 phút.'
    case 'another account':
      return 'Ông/bà vừa chọn một Official Account khác. Xin mở lại trang /oauth/zalo/start và chọn đúng tài khoản của tỉnh.'
    case 'Zalo':
      return `Zalo chưa đồng ý (${connected.reason ?? 'không rõ lý do'}). Ông/bà thử lại từ trang /oauth/zalo/start; ví dụ lỗi -14003 nghĩa là địa chỉ callback trong trang quản lý ứng dụng chưa đúng.`
  }
}
