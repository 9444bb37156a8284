import type { FastifyPluginAsync } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import { hashToken } from '../../kernel/secrets.ts'
import { hashPassword } from '../accounts/passwords.ts'
import { OWN_SCRIPTS } from '../frame/content-policy.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { isOwnForm } from '../frame/same-origin.ts'
import { PasswordPage } from './pages/password-page.tsx'
import type { Passwords } from './ports.ts'
import { codeIn, parsePasswordForm, passwordTroubles } from './read-new-password.ts'

interface PasswordRoutesPorts {
  passwords: Passwords
  now: Clock
}

const SET = {
  title: 'Đã đặt mật khẩu',
  text: 'Từ giờ ông/bà đăng nhập bằng địa chỉ e-mail của mình và mật khẩu vừa đặt.',
  back: { href: '/staff/login', label: 'Đến trang đăng nhập' },
}

const ENDED =
  'Mã này đã được dùng, đã hết hạn hoặc chép thiếu. Nếu vừa đặt mật khẩu xong, ông/bà đăng nhập luôn; nếu chưa, xin người quản trị cấp liên kết mới.'

/** Outside the guard: whoever has a link sets the password of its account, once. */
export const passwordRoutes =
  ({ passwords, now }: PasswordRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.type('text/html; charset=utf-8').header('content-security-policy', OWN_SCRIPTS)
    })

    app.get<{ Querystring: { done?: unknown } }>('/staff/password', async (request) =>
      toPage(request.query.done === 'set' ? MessagePage(SET) : PasswordPage({})),
    )

    app.post('/staff/password', async (request, reply) => {
      if (!isOwnForm(request.headers, request.host)) return reply.redirect('/staff/password', 303)
      const typed = parsePasswordForm(request.body)
      const code = codeIn(typed.code)
      const tokenHash = hashToken(code)
      const refuse = (status: number, wrong: NonNullable<Parameters<typeof PasswordPage>[0]['wrong']>) =>
        reply.code(status).send(toPage(PasswordPage({ code, wrong })))
      const account = await passwords.findLink(tokenHash, now())
      if (!account) return refuse(410, { code: ENDED })
      const troubles = passwordTroubles(typed, account.email)
      if (Object.keys(troubles).length > 0) return refuse(422, troubles)
      return (await passwords.useLink(tokenHash, await hashPassword(typed.newPassword), now()))
        ? reply.redirect('/staff/password?done=set', 303)
        : refuse(410, { code: ENDED })
    })
  }
