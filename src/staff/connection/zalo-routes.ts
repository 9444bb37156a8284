import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { hasRole } from '../../dossiers/postings.ts'
import { MINUTE, SECOND } from '../../kernel/clock.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { ZaloPage } from './pages/zalo-page.tsx'

export interface ZaloConsent {
  /** Where Zalo asks an administrator of the account, and what the browser must show when it comes back. */
  begin(): { url: string; browser: string }
  /** Of Zalo's own page. */
  origin: string
  cookieName: string
  /** The only address that the cookie is for. */
  callback: string
}

interface ZaloRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  consent: ZaloConsent
  secureCookies: boolean
}

const NOT_YOURS = {
  title: 'Không được mở trang này',
  text: 'Trang này chỉ dành cho người quản trị. Nếu công việc cần đến, ông/bà đề nghị người quản trị mở giúp.',
}

/** As long as Zalo's own code lives. */
const CONSENT_TIME = 10 * MINUTE

/** `/staff/zalo`: an administrator connects the program with the Official Account. */
export const zaloRoutes =
  ({ staffOf, consent, secureCookies }: ZaloRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.addHook('preHandler', async (request, reply) => {
      reply.type('text/html; charset=utf-8')
      if (hasRole(staffOf(request)?.account.postings ?? [], 'administrator')) return
      return reply.code(403).send(toPage(MessagePage(NOT_YOURS)))
    })

    app.get('/staff/zalo', async (request, reply) => {
      const { account, csrf } = staffOf(request)!
      // The form leads on to Zalo, which a browser otherwise refuses.
      const policy = String(reply.getHeader('content-security-policy')).replace(
        "form-action 'self'",
        `$& ${consent.origin}`,
      )
      return reply.header('content-security-policy', policy).send(toPage(ZaloPage({ name: account.name, csrf })))
    })

    app.post('/staff/zalo', async (_request, reply) => {
      const { url, browser } = consent.begin()
      return reply
        .setCookie(consent.cookieName, browser, {
          ...{ path: consent.callback, httpOnly: true, sameSite: 'lax', secure: secureCookies },
          maxAge: CONSENT_TIME / SECOND,
        })
        .redirect(url, 303)
    })
  }
