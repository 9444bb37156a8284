import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { createThrottle } from '../kernel/throttle.ts'
import { judge } from '../permits/judge.ts'
import type { PermitKinds } from '../permits/kinds.ts'
import type { Permits } from '../permits/ports.ts'
import type { Opened } from '../permits/seal.ts'
import { renderPermitPage } from './permit-page.tsx'
import type { Shown } from './verdict-words.ts'

export interface CheckpointPorts {
  open(digits: string): Promise<Opened>
  permits: Pick<Permits, 'find'>
  limits: ScanLimits
  kinds: PermitKinds
  now: Clock
  log: Log
}

/**
 * Answers for one address in a minute. A whole checkpoint may sit behind one, so what is genuine counts only towards
 * the first; a stranger who tries codes soon meets the second.
 */
export interface ScanLimits {
  all: number
  notGenuine: number
}

export const SCAN_LIMITS: ScanLimits = { all: 1_200, notGenuine: 60 }

/** The style travels inside the page, so that one answer over a weak signal is enough. */
const css = ['./verdict.css', './permit.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('')
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
  ({ open, permits, limits, kinds, now, log }: CheckpointPorts): FastifyPluginAsync =>
  async (app) => {
    const all = createThrottle({ tries: limits.all, within: MINUTE, now })
    const notGenuine = createThrottle({ tries: limits.notGenuine, within: MINUTE, now })

    const show = (reply: FastifyReply, shown: Shown, at: number) =>
      reply.headers(HEADERS).send(renderPermitPage(shown, at, css, kinds))

    app.setErrorHandler((error: { code?: unknown }, _request, reply) => {
      log.error({ code: error.code }, 'a permit could not be checked')
      return show(reply.code(503), { verdict: 'unknown', why: 'unchecked' }, now())
    })

    app.get<{ Params: { '*': string } }>('/p/*', { logLevel: 'silent' }, async (request, reply) => {
      const address = networkOf(request.ip)
      if (!all.take(address) || !notGenuine.take(address))
        return show(reply.code(429).header('retry-after', '60'), { verdict: 'unknown', why: 'too many' }, now())
      const opened = await open(request.params['*'])
      if (opened.outcome === 'genuine') notGenuine.giveBack(address)
      // Asked also for nobody, so that the time an answer takes tells nothing.
      const kept = await permits.find(opened.outcome === 'genuine' ? opened.claims.id : NOBODY)
      const at = now()
      return show(reply, judge(opened, kept, at), at)
    })
  }

const NOBODY = '0000000000000000' as PermitId

/** Of an IPv6 address its first 64 bits, which one household or one post has to itself. */
function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [head = ''] = ip.split('::')
  return [...head.split(':'), '0', '0', '0', '0'].slice(0, 4).join(':')
}
