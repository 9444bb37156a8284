import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { MessagePage } from './pages/message-page.tsx'
import { toPage } from './pages/layout.tsx'
import { dossierRoutes, type DossierRoutesPorts } from './dossier-routes.ts'
import { fileRoutes, type FileRoutesPorts } from './file-routes.ts'
import { type SignInRoutesPorts, signInRoutes } from './sign-in-routes.ts'
import { createSignIn, isSameSecret } from './sign-in.ts'
import type { StaffAccounts, StaffSession, StaffSessions } from './accounts.ts'

export type StaffRoutesPorts = Omit<DossierRoutesPorts, 'staffOf'> &
  FileRoutesPorts &
  Pick<SignInRoutesPorts, 'secureCookies'> & { accounts: StaffAccounts; sessions: StaffSessions }

export const COOKIE = 'mot_cua_staff'

/** No script anywhere, nothing from elsewhere, in nobody's frame. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/** Everything under `/staff`. Signing in and the style sheet are open; the rest wants a session, and forms its token. */
export const staffRoutes =
  (ports: StaffRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const css = await readFile(new URL('./pages/staff.css', import.meta.url), 'utf8')
    const etag = `"${createHash('sha256').update(css).digest('base64url').slice(0, 16)}"`
    const signIn = createSignIn(ports)

    // Beside the request, not on it: no route outside this plugin can mistake itself for signed in.
    const signedIn = new WeakMap<FastifyRequest, StaffSession>()
    const staffOf = (request: FastifyRequest) => signedIn.get(request)

    await app.register(cookie)
    await app.register(formbody, { bodyLimit: 64 * 1024 })
    app.addHook('onRequest', async (request, reply) => {
      reply.headers({
        'content-security-policy': CONTENT_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      const session = await signIn.find(request.cookies[COOKIE])
      if (session) signedIn.set(request, session)
    })

    app.get('/staff/staff.css', async (request, reply) => {
      reply.header('cache-control', 'public, max-age=300').header('etag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('text/css; charset=utf-8').send(css)
    })
    await app.register(signInRoutes({ signIn, staffOf, secureCookies: ports.secureCookies }))

    await app.register(async (guarded) => {
      guarded.addHook('preHandler', async (request, reply) => {
        const staff = staffOf(request)
        if (!staff) return reply.redirect('/staff/login', 303)
        if (request.method === 'GET') return
        const given = (request.body as Record<string, unknown> | undefined)?.['csrf']
        if (isSameSecret(given, staff.csrf) && isOwnForm(request.headers['sec-fetch-site'])) return
        const page = MessagePage({
          title: 'Biểu mẫu đã cũ',
          text: 'Phiên làm việc đã đổi từ lúc mở trang này, nên chưa có gì được thực hiện. Xin mở lại hồ sơ và làm lại.',
          back: { href: '/staff', label: 'Về danh sách' },
        })
        return reply.code(403).type('text/html; charset=utf-8').send(toPage(page))
      })
      await guarded.register(dossierRoutes({ ...ports, staffOf }))
      await guarded.register(fileRoutes(ports))
    })
  }

/** Browsers say where a form was sent from; an old one that does not is judged by its token alone. */
const isOwnForm = (site: string | string[] | undefined): boolean => site === undefined || site === 'same-origin'
