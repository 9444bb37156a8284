import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SECOND } from '../../kernel/clock.ts'
import { DEVICE_KNOWN_FOR } from '../../kernel/known-devices.ts'
import { isSameSecret } from '../../kernel/secrets.ts'
import type { StaffSession } from './accounts.ts'
import { LARGEST_SIGN_IN, packForm, unpackForm } from '../frame/kept-form.ts'
import { isOwnForm } from '../frame/same-origin.ts'
import { KeptFormPage } from '../frame/kept-form-page.tsx'
import { toPage } from '../frame/layout.tsx'
import { MessagePage, MESSAGES } from '../frame/message-page.tsx'
import { LoginPage } from './pages/login-page.tsx'
import { type createSignIn, SESSION_FOR, type SignedIn } from './sign-in.ts'

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
  kept: z.unknown().optional(),
})

/** What the browser is known by after signing out, so that strangers' guesses do not make its people wait. */
const deviceCookieName = (secure: boolean): string => (secure ? '__Secure-mot_cua_device' : 'mot_cua_device')

/** Where to go after signing in: a page of staff that was asked for before, and nothing else. */
const nextOf = (path: unknown): string =>
  typeof path === 'string' && /^\/staff(?!\/log(in|out)\b)(\/[\w-]{1,80}){0,4}(\?[\w=&.%+-]{0,300})?$/.test(path)
    ? path
    : '/staff'

const inSeconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / SECOND))

/** Why nobody was signed in, and the status it is told with. */
function refusalOf(answer: Exclude<SignedIn, { outcome: 'signed in' }>): { status: number; problem: string } {
  switch (answer.outcome) {
    case 'wrong':
      return { status: 401, problem: 'Địa chỉ e-mail hoặc mật khẩu chưa đúng. Xin kiểm tra và nhập lại.' }
    case 'wait':
      return {
        status: 429,
        problem: `Vừa có nhiều lần nhập sai, nên lần thử này phải chờ. Xin đợi ${inSeconds(answer.for)} giây rồi bấm Đăng nhập lại.`,
      }
    case 'busy':
      return { status: 503, problem: 'Đang có nhiều lượt đăng nhập cùng lúc. Xin thử lại sau ít giây.' }
  }
}

/**
 * Pages kept for the way back go too. Not cookies: a browser takes those of the whole domain, of other programs of the
 * province as well. Not storage: the checkpoint app of the same address keeps scans in it that nobody has yet.
 */
const SIGNED_OUT = '"cache"'

export const signInRoutes =
  ({ signIn, staffOf, secureCookies }: SignInRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const cookie = cookieName(secureCookies)
    const deviceCookie = deviceCookieName(secureCookies)

    app.get<{ Querystring: { next?: unknown } }>('/staff/login', async (request, reply) => {
      const next = nextOf(request.query.next)
      if (staffOf(request)) return reply.redirect(next, 303)
      return reply.type('text/html; charset=utf-8').send(toPage(LoginPage({ next })))
    })

    app.post('/staff/login', { bodyLimit: LARGEST_SIGN_IN }, async (request, reply) => {
      if (!isOwnForm(request.headers, request.host)) return reply.redirect('/staff/login', 303)
      const read = credentials.parse(request.body ?? {})
      const next = nextOf(read.next)
      const kept = unpackForm(read.kept)
      const device = request.cookies[deviceCookie]
      const from = { address: request.ip, ...(device !== undefined && { device }) }
      const answer = await signIn.signIn(read.email, read.password, from)
      if (answer.outcome !== 'signed in') {
        if (answer.outcome !== 'wrong') reply.header('retry-after', inSeconds(answer.for))
        const { status, problem } = refusalOf(answer)
        const page = LoginPage({
          next,
          email: read.email,
          problem: { text: problem, isTyped: answer.outcome === 'wrong' },
          ...(kept && { kept: packForm(kept) }),
        })
        return reply.code(status).type('text/html; charset=utf-8').send(toPage(page))
      }
      reply.setCookie(cookie, answer.token, {
        path: '/staff',
        httpOnly: true,
        sameSite: 'lax',
        secure: secureCookies,
        maxAge: SESSION_FOR / SECOND,
      })
      reply.setCookie(deviceCookie, answer.device, {
        path: '/staff/login',
        httpOnly: true,
        sameSite: 'strict',
        secure: secureCookies,
        maxAge: DEVICE_KNOWN_FOR / SECOND,
      })
      if (!kept) return reply.redirect(next, 303)
      const signedIn = { name: answer.name, csrf: answer.csrf }
      return reply.type('text/html; charset=utf-8').send(toPage(KeptFormPage({ signedIn, kept })))
    })

    app.post('/staff/logout', async (request, reply) => {
      const token = request.cookies[cookie]
      const staff = staffOf(request)
      const given = (request.body as Record<string, unknown> | undefined)?.['csrf']
      if (token && staff) {
        if (!isSameSecret(given, staff.csrf) || !isOwnForm(request.headers, request.host)) {
          return reply
            .code(403)
            .type('text/html; charset=utf-8')
            .send(toPage(MessagePage(MESSAGES.oldForm)))
        }
        await signIn.signOut(token)
      }
      return reply
        .clearCookie(cookie, { path: '/staff', secure: secureCookies })
        .header('clear-site-data', SIGNED_OUT)
        .redirect('/staff/login', 303)
    })
  }
