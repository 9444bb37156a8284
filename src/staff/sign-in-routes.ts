import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SECOND } from '../kernel/clock.ts'
import type { StaffSession } from './accounts.ts'
import { toPage } from './pages/layout.tsx'
import { LoginPage } from './pages/login-page.tsx'
import { COOKIE } from './routes.ts'
import { type createSignIn, isSameSecret, SESSION_FOR } from './sign-in.ts'

export interface SignInRoutesPorts {
  signIn: ReturnType<typeof createSignIn>
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  /** Only over https does a browser send such a cookie back. */
  secureCookies: boolean
}

const credentials = z.object({ email: z.string().max(200), password: z.string().max(500) })

const PROBLEMS = {
  wrong: 'Địa chỉ e-mail hoặc mật khẩu chưa đúng. Xin kiểm tra và nhập lại.',
  'too many': 'Đăng nhập sai quá nhiều lần. Xin đợi 15 phút rồi thử lại.',
} as const

export const signInRoutes =
  ({ signIn, staffOf, secureCookies }: SignInRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.get('/staff/login', async (request, reply) => {
      if (staffOf(request)) return reply.redirect('/staff', 303)
      return reply.type('text/html; charset=utf-8').send(toPage(LoginPage({})))
    })

    app.post('/staff/login', async (request, reply) => {
      const site = request.headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin') return reply.redirect('/staff/login', 303)
      const read = credentials.safeParse(request.body)
      const { email, password } = read.success ? read.data : { email: '', password: '' }
      const answer = await signIn.signIn(email, password, request.ip)
      if (answer.outcome !== 'signed in') {
        const page = LoginPage({ email, problem: PROBLEMS[answer.outcome] })
        return reply
          .code(answer.outcome === 'wrong' ? 401 : 429)
          .type('text/html; charset=utf-8')
          .send(toPage(page))
      }
      reply.setCookie(COOKIE, answer.token, {
        path: '/staff',
        httpOnly: true,
        sameSite: 'lax',
        secure: secureCookies,
        maxAge: SESSION_FOR / SECOND,
      })
      return reply.redirect('/staff', 303)
    })

    app.post('/staff/logout', async (request, reply) => {
      const token = request.cookies[COOKIE]
      const given = (request.body as Record<string, unknown> | undefined)?.['csrf']
      const staff = staffOf(request)
      if (token && staff && isSameSecret(given, staff.csrf)) await signIn.signOut(token)
      return reply.clearCookie(COOKIE, { path: '/staff' }).redirect('/staff/login', 303)
    })
  }
