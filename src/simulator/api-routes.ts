import multipart from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from './answers.ts'
import type { FakeZalo } from './fake-zalo.ts'
import { renderConsentPage } from './pages/consent-page.tsx'
import type { UploadKind } from './uploads.ts'

const UPLOAD_KINDS: readonly UploadKind[] = ['image', 'gif', 'file']

/** Larger than every limit of Zalo's, so that the refusal is Zalo's and not ours. */
const LARGEST_UPLOAD = 12_000_000

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

const tokenOf = (request: FastifyRequest) => header(request, 'access_token')

/** Zalo's three hosts under one prefix: `ZALO_API_URL`, `ZALO_OAUTH_URL` and `ZALO_TEMPLATE_URL` all point here. */
export const apiRoutes =
  ({ zalo }: { zalo: FakeZalo }): FastifyPluginAsync =>
  async (app) => {
    const { api, oauth, faults, counters } = zalo

    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, parseJson(String(body))),
    )
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    if (!app.hasRequestDecorator('parts')) await app.register(multipart, { limits: { fileSize: LARGEST_UPLOAD } })

    async function answer(reply: FastifyReply, body: Answer): Promise<Answer> {
      const { slowMs } = faults.current()
      if (slowMs > 0) await pause(slowMs)
      const { limit, remain } = api.rate()
      if (Number.isFinite(limit)) {
        void reply.headers({ 'x-ratelimit-limit': String(limit), 'x-ratelimit-remain': String(remain) })
      }
      return body
    }

    function drop(request: FastifyRequest, reply: FastifyReply): void {
      counters.drops += 1
      reply.hijack()
      request.raw.socket.destroy()
    }

    app.post('/v3.0/oa/message/cs', async (request, reply) => {
      const dropped = faults.takeDrop()
      if (dropped === 'before') return drop(request, reply)
      const sent = api.sendMessage(tokenOf(request), request.body)
      if (dropped === 'after') return drop(request, reply)
      return answer(reply, sent)
    })

    for (const kind of UPLOAD_KINDS) {
      app.post(`/v2.0/oa/upload/${kind}`, async (request, reply) =>
        answer(reply, api.upload(tokenOf(request), kind, await readFilePart(request))),
      )
    }

    app.get<{ Querystring: { data?: string } }>('/v3.0/oa/user/detail', async (request, reply) =>
      answer(reply, api.userDetail(tokenOf(request), parseJson(request.query.data ?? ''))),
    )
    app.post('/v3.0/oa/quota/message', async (request, reply) =>
      answer(reply, api.quota(tokenOf(request), request.body)),
    )
    app.get('/v2.0/oa/getoa', async (request, reply) => answer(reply, api.account(tokenOf(request))))
    app.post('/v2.0/oa/message', async (request, reply) => answer(reply, api.sendOldMessage(tokenOf(request))))
    app.post('/message/template', async (request, reply) =>
      answer(reply, api.sendTemplate(tokenOf(request), request.body)),
    )

    app.post('/v4/oa/access_token', async (request) => {
      counters.refreshes += 1
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      const { slowMs } = faults.current()
      const tokens = oauth.token(header(request, 'secret_key'), form)
      if (slowMs > 0) await pause(slowMs)
      return tokens
    })

    app.get<{ Querystring: Record<string, string | undefined> }>('/v4/oa/permission', async (request, reply) => {
      const asked = oauth.consentRequest(request.query)
      if ('error_name' in asked) return asked
      if (request.query['consent'] === 'yes') return reply.redirect(oauth.consent(asked))
      const agreed = new URL(request.url, 'http://localhost')
      agreed.searchParams.set('consent', 'yes')
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'")
        .send(renderConsentPage({ oaName: zalo.oa.name, agree: agreed.search, redirectUri: asked.redirectUri }))
    })

    app.setNotFoundHandler(async (request, reply) => {
      void reply.code(200)
      return answer(reply, api.unknownCall(tokenOf(request)))
    })
  }

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: to Zalo that is a body without its fields.
    return undefined
  }
}

async function readFilePart(request: FastifyRequest): Promise<{ name: string; bytes: Buffer } | undefined> {
  if (!request.isMultipart()) return undefined
  const part = await request.file({ throwFileSizeLimit: false })
  return part?.fieldname === 'file' ? { name: part.filename, bytes: await part.toBuffer() } : undefined
}
