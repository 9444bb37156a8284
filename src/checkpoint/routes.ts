import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { judge } from '../permits/judge.ts'
import type { Permits } from '../permits/ports.ts'
import type { Opened } from '../permits/seal.ts'
import { renderPermitPage } from './permit-page.tsx'
import type { Shown } from './verdict-words.ts'

export interface CheckpointPorts {
  open(digits: string): Promise<Opened>
  permits: Pick<Permits, 'find'>
  now: Clock
  log: Log
}

/** The style travels inside the page, so that one answer over a weak signal is enough. */
const css = readFileSync(new URL('./permit.css', import.meta.url), 'utf8')
const cssHash = createHash('sha256').update(css).digest('base64')

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${cssHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
}

/**
 * `GET /p/<digits>`: whatever follows `/p/` is answered with the same page. The path is personal data (qr §5.2), so
 * these routes log nothing of a request. The wildcard is there because the router refuses named parameters over a
 * hundred characters.
 */
export const checkpointRoutes =
  ({ open, permits, now, log }: CheckpointPorts): FastifyPluginAsync =>
  async (app) => {
    app.setErrorHandler((error: { code?: unknown }, _request, reply) => {
      log.error({ code: error.code }, 'a permit could not be checked')
      return show(reply.code(503), { verdict: 'unknown', why: 'unchecked' }, now())
    })

    app.get<{ Params: { '*': string } }>('/p/*', { logLevel: 'silent' }, async (request, reply) => {
      const opened = await open(request.params['*'])
      const kept = opened.outcome === 'genuine' ? await permits.find(opened.claims.id) : undefined
      const at = now()
      return show(reply, judge(opened, kept, at), at)
    })
  }

const show = (reply: FastifyReply, shown: Shown, at: number) =>
  reply.headers(HEADERS).send(renderPermitPage(shown, at, css))
