import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../kernel/log.ts'
import { isSameSecret } from '../kernel/secrets.ts'
import type { StaffSession } from './accounts/accounts.ts'
import { type AgencyDeskPorts, agencyRoutes } from './agencies/routes.ts'
import { assetRoutes } from './asset-routes.ts'
import { type CannedRoutesPorts, cannedRoutes } from './replies/canned-routes.ts'
import { type DossierRoutesPorts, dossierRoutes } from './dossiers/dossier-routes.ts'
import { type FileRoutesPorts, fileRoutes } from './dossiers/file-routes.ts'
import { listAddress } from './lists/list-query.ts'
import { type ListRoutesPorts, listRoutes } from './lists/list-routes.ts'
import { type ManyRoutesPorts, manyRoutes } from './lists/many-routes.ts'
import { type SavedRoutesPorts, savedRoutes } from './lists/saved-routes.ts'
import { keepForm, MOST_KEPT, packForm } from './frame/kept-form.ts'
import { isOwnForm } from './frame/same-origin.ts'
import { KeptFormPage } from './frame/kept-form-page.tsx'
import { toPage } from './frame/layout.tsx'
import { withCount } from './notices/bell.ts'
import { type NoticeRoutesPorts, noticeRoutes } from './notices/notice-routes.ts'
import { LoginPage } from './accounts/pages/login-page.tsx'
import { MessagePage, MESSAGES } from './frame/message-page.tsx'
import { passwordRoutes } from './people/password-routes.ts'
import { peopleRoutes, type PeopleRoutesPorts } from './people/routes.ts'
import { permitRoutes, type PermitRoutesPorts } from './permits/routes.ts'
import type { ProcedureRoutesPorts } from './procedures/ports.ts'
import { procedureRoutes } from './procedures/routes.ts'
import { cookieName, signInRoutes } from './accounts/sign-in-routes.ts'
import { createSignIn, type SignInPorts } from './accounts/sign-in.ts'
import { searchRoutes } from './dossiers/search-routes.ts'
import { viewsRoutes, type ViewsRoutesPorts } from './dossiers/views-routes.ts'
import { viewerRoutes } from './dossiers/viewer-routes.ts'
import { type ZaloConsent, zaloRoutes } from './connection/zalo-routes.ts'

type StaffRoutesPorts = Omit<
  DossierRoutesPorts &
    CannedRoutesPorts &
    ListRoutesPorts &
    ManyRoutesPorts &
    SavedRoutesPorts &
    FileRoutesPorts &
    ViewsRoutesPorts &
    NoticeRoutesPorts &
    ProcedureRoutesPorts &
    PermitRoutesPorts &
    AgencyDeskPorts &
    Omit<PeopleRoutesPorts, 'signIn'>,
  'staffOf' | 'listAddress'
> &
  SignInPorts & { secureCookies: boolean; consent: ZaloConsent; log: Log }

/** No script, nothing from elsewhere, in nobody's frame. The editor of procedures and the viewer of pictures ask for their own script. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** Everything under `/staff`. Signing in and the style sheet are open; the rest wants a session, and forms its token. */
export const staffRoutes =
  (ports: StaffRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { secureCookies, log } = ports
    const signIn = createSignIn(ports)

    // Beside the request, not on it: no route outside this plugin can mistake itself for signed in.
    const signedIn = new WeakMap<FastifyRequest, StaffSession>()
    const staffOf = (request: FastifyRequest) => signedIn.get(request)

    await app.register(cookie)
    await app.register(formbody, { bodyLimit: 64 * 1024 })
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(HEADERS)
      const session = await signIn.find(request.cookies[cookieName(secureCookies)])
      if (session) signedIn.set(request, session)
    })
    app.setErrorHandler((cause, request, reply) => {
      const status = cause instanceof Error && 'statusCode' in cause ? Number(cause.statusCode) : 500
      if (status >= 500) {
        const { url: route = 'unknown' } = request.routeOptions
        log.error({ route, code: cause instanceof Error ? cause.name : 'unknown' }, 'request failed')
      }
      const page = MessagePage(status >= 500 ? MESSAGES.failed : MESSAGES.unreadable)
      return reply.code(status).type('text/html; charset=utf-8').send(toPage(page))
    })

    await app.register(assetRoutes)
    await app.register(signInRoutes({ signIn, staffOf, secureCookies }))
    await app.register(passwordRoutes(ports))

    await app.register(async (guarded) => {
      const html = (reply: FastifyReply, page: preact.JSX.Element) =>
        reply.type('text/html; charset=utf-8').send(toPage(page))

      // Before the body is read: a stranger's upload is not worth parsing, unless it is what somebody has just typed here.
      guarded.addHook('onRequest', async (request, reply) => {
        if (staffOf(request)) return
        const reads = request.method === 'GET' || request.method === 'HEAD'
        if (!reads && isOwnForm(request.headers, request.host) && isForm(request)) {
          if (Number(request.headers['content-length']) <= MOST_KEPT) return
          return html(reply.code(401), LoginPage({ next: '/staff', isTooLong: true }))
        }
        const next = reads ? `?${new URLSearchParams({ next: request.url }).toString()}` : ''
        return reply.redirect(`/staff/login${next}`, 303)
      })
      guarded.addHook('preHandler', async (request, reply) => {
        const staff = staffOf(request)
        if (staff && (request.method === 'GET' || request.method === 'HEAD')) return
        const isOwn = isOwnForm(request.headers, request.host)
        const given = (request.body as Record<string, unknown> | undefined)?.['csrf']
        if (staff && isOwn && isSameSecret(given, staff.csrf)) return
        const kept = isOwn ? keepForm(request.url.replace(/\?.*/, ''), request.body) : undefined
        if (!staff) {
          if (!kept) return reply.redirect('/staff/login', 303)
          return html(reply.code(401), LoginPage({ next: '/staff', kept: packForm(kept) }))
        }
        // Signed out and in again in another tab: the token is another, what was typed is the same.
        const signedIn = { name: staff.account.name, csrf: staff.csrf }
        return html(reply.code(403), kept ? KeptFormPage({ signedIn, kept }) : MessagePage(MESSAGES.oldForm))
      })
      guarded.addHook('onSend', async (request, _reply, page) => {
        const staff = staffOf(request)
        return staff ? withCount(page, () => ports.notices.unseen(staff.account.id)) : page
      })
      await guarded.register(listRoutes({ ...ports, staffOf }))
      await guarded.register(manyRoutes({ ...ports, staffOf }))
      await guarded.register(savedRoutes({ ...ports, staffOf }))
      await guarded.register(dossierRoutes({ ...ports, staffOf, listAddress }))
      await guarded.register(searchRoutes({ staffOf }))
      await guarded.register(viewerRoutes({ ...ports, staffOf }))
      await guarded.register(fileRoutes({ ...ports, staffOf }))
      await guarded.register(viewsRoutes({ ...ports, staffOf }))
      await guarded.register(noticeRoutes({ ...ports, staffOf }))
      await guarded.register(cannedRoutes({ ...ports, staffOf }))
      await guarded.register(procedureRoutes({ ...ports, staffOf }))
      await guarded.register(permitRoutes({ ...ports, staffOf }))
      await guarded.register(peopleRoutes({ ...ports, staffOf, signIn }))
      await guarded.register(agencyRoutes({ ...ports, staffOf }))
      await guarded.register(zaloRoutes({ ...ports, staffOf }))
      guarded.get('/staff/*', async (_request, reply) =>
        reply
          .code(404)
          .type('text/html; charset=utf-8')
          .send(toPage(MessagePage(MESSAGES.unknown))),
      )
    })
  }

const isForm = (request: FastifyRequest): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers['content-type'] ?? '')
