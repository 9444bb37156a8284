import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SECOND } from '../kernel/clock.ts'
import type { StaffSession } from './accounts.ts'
import { isOwnForm } from './own-form.ts'
import { toPage } from './pages/layout.tsx'
import { LoginPage } from './pages/login-page.tsx'
import { type createSignIn, isSameSecret, SESSION_FOR, TRIES_WITHIN } from './sign-in.ts'

interface SignInRoutesPorts {
  signIn: ReturnType<typeof createSignIn>
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  /** Only over https does a browser send such a cookie back. */
  secureCookies: boolean
}

/** Over https the prefix keeps a page without TLS from planting a session of its own (RFC 6265bis §4.1.3). */
export const cookieName = (secure: boolean): string => (secure ? '__Secure-mot_cua_staff' : 'mot_cua_staff')

const credentials = z.object({
  email: z.string().max(254).catch(''),
  password: z.string().max(500).catch(''),
  next: z.unknown().optional(),
})

/** Where to go after signing in: a page of staff that was asked for before, and nothing else. */
const nextOf = (path: unknown): string =>
  typeof path === 'string' && /^\/staff(\/(dossiers|procedures)(\/[\w-]{1,80}){0,2})?(\?[\w=&.%+-]{0,300})?$/.test(path)
    ? path
    : '/staff'

const PROBLEMS = {
  wrong: 'Địa chỉ e-mail hoặc mật khẩu chưa đúng. Xin kiểm tra và nhập lại.',
  'too many': 'Đã thử đăng nhập quá nhiều lần. Xin đợi 15 phút rồi thử lại.',
} as const

export const signInRoutes =
  ({ signIn, staffOf, secureCookies }: SignInRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const cookie = cookieName(secureCookies)

    app.get<{ Querystring: { next?: unknown } }>('/staff/login', async (request, reply) => {
      const next = nextOf(request.query.next)
      if (staffOf(request)) return reply.redirect(next, 303)
      return reply.type('text/html; charset=utf-8').send(toPage(LoginPage({ next })))
    })

    app.post('/staff/login', async (request, reply) => {
      if (!isOwnForm(request.headers, request.host)) return reply.redirect('/staff/login', 303)
      const read = credentials.parse(request.body ?? {})
      const next = nextOf(read.next)
      const answer = await signIn.signIn(read.email, read.password, request.ip)
      if (answer.outcome !== 'signed in') {
        if (answer.outcome === 'too many') reply.header('retry-after', TRIES_WITHIN / SECOND)
        const page = LoginPage({ next, email: read.email, problem: PROBLEMS[answer.outcome] })
        return reply
          .code(answer.outcome === 'wrong' ? 401 : 429)
          .type('text/html; charset=utf-8')
          .send(toPage(page))
      }
      reply.setCookie(cookie, answer.token, {
        path: '/staff',
        httpOnly: true,
        sameSite: 'lax',
        secure: secureCookies,
        maxAge: SESSION_FOR / SECOND,
      })
      return reply.redirect(next, 303)
    })

    app.post('/staff/logout', async (request, reply) => {
      const token = request.cookies[cookie]
      const staff = staffOf(request)
      const given = (request.body as Record<string, unknown> | undefined)?.['csrf']
      if (token && staff) {
        if (!isSameSecret(given, staff.csrf) || !isOwnForm(request.headers, request.host)) {
          return reply.code(403).type('text/plain; charset=utf-8').send('Biểu mẫu đã cũ. Xin quay lại và thử lại.')
        }
        await signIn.signOut(token)
      }
      return reply.clearCookie(cookie, { path: '/staff', secure: secureCookies }).redirect('/staff/login', 303)
    })
  }
