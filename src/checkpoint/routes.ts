import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { networkOf } from '../kernel/networks.ts'
import { createThrottle } from '../kernel/throttle.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import { createQr } from '../permits/paper/qr.ts'
import type { Opened } from '../permits/code/seal.ts'
import { HOLDER_CLOCK, renderHolderPage } from './holder-page.tsx'
import { renderPermitPage } from './permit-page.tsx'
import { createScanGate, type ScanLimits } from './scan-gate.ts'
import type { Shown } from './verdict-words.ts'

interface CheckpointPorts {
  open(digits: string): Promise<Opened>
  permits: Pick<Permits, 'find'>
  limits: ScanLimits
  kinds: PermitKinds
  publicUrl: string
  /** The sheet to print, a PDF. */
  print(permit: Permit): Promise<Buffer>
  now: Clock
  log: Log
}

/** The style travels inside the page, so that one answer over a weak signal is enough. */
const read = (...files: string[]): string =>
  files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('')
const css = read('./verdict.css', './permit.css')
const holderCss = read('./verdict.css', './permit.css', './holder.css')
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

const policyOf = (style: string, script?: string): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const VERDICT_POLICY = policyOf(css)
const HOLDER_POLICY = policyOf(holderCss, HOLDER_CLOCK)

/** Of one permit. A sheet weighs thirty times what a verdict does, and a household prints it once. */
const SHEETS_PER_MINUTE = 30

type Scanned = { Params: { '*': string } }

/**
 * `GET /p/<digits>`: whatever follows `/p/` is answered with the same page. `/p/h/<digits>` is the holder's own view and
 * `/p/pdf/<digits>` the sheet to print; both lead to the verdict unless the permit may be shown to somebody. The path is
 * personal data (qr §5.2), so these routes log nothing of a request. The wildcards are there because the router
 * refuses named parameters over a hundred characters.
 */
export const checkpointRoutes =
  ({ open, permits, limits, kinds, publicUrl, print, now, log }: CheckpointPorts): FastifyPluginAsync =>
  async (app) => {
    const look = createScanGate({ open, permits, limits, now })
    const sheets = createThrottle({ tries: SHEETS_PER_MINUTE, within: MINUTE, now })
    const silent = { logLevel: 'silent' } as const

    const html = (reply: FastifyReply, policy: string, page: string) =>
      reply
        .headers({ ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
        .send(page)
    const show = (reply: FastifyReply, shown: Shown, at: number, holderPath?: string) =>
      html(
        reply,
        VERDICT_POLICY,
        renderPermitPage({ shown, now: at, css, kinds, ...(holderPath !== undefined && { holderPath }) }),
      )
    const slowDown = (reply: FastifyReply, why: 'too many' | 'too many sheets' = 'too many') =>
      show(reply.code(429).header('retry-after', '60'), { verdict: 'unknown', why }, now())

    app.setErrorHandler((error: { code?: unknown }, _request, reply) => {
      log.error({ code: error.code }, 'a permit could not be checked')
      return show(reply.code(503), { verdict: 'unknown', why: 'unchecked' }, now())
    })

    app.get<Scanned>('/p/*', silent, async (request, reply) => {
      const looked = await look(request.params['*'], request.ip)
      if (looked.outcome === 'too many') return slowDown(reply)
      const { verdict, permit, at } = looked
      const isOpen = permit && (verdict.verdict === 'valid' || verdict.verdict === 'early')
      return show(reply, verdict, at, isOpen ? `/p/h/${permit.digits}` : undefined)
    })

    app.get<Scanned>('/p/h/*', silent, async (request, reply) => {
      const looked = await look(request.params['*'], request.ip)
      if (looked.outcome === 'too many') return slowDown(reply)
      const { verdict, permit, at } = looked
      const mayShow = permit && (verdict.verdict === 'valid' || verdict.verdict === 'early')
      if (!mayShow) return show(reply, verdict, at)
      const qr = createQr(publicUrl, permit.digits)
      return html(
        reply,
        HOLDER_POLICY,
        renderHolderPage({ permit, shown: verdict, qr, kinds, now: at, css: holderCss }),
      )
    })

    app.get<Scanned>('/p/pdf/*', silent, async (request, reply) => {
      const looked = await look(request.params['*'], request.ip)
      if (looked.outcome === 'too many') return slowDown(reply)
      const { verdict, permit, at } = looked
      const mayPrint = permit && (verdict.verdict === 'valid' || verdict.verdict === 'early')
      if (!mayPrint) return show(reply, verdict, at)
      if (!sheets.take(`${permit.id} from ${networkOf(request.ip)}`)) return slowDown(reply, 'too many sheets')
      return reply
        .headers({ ...HEADERS, 'content-disposition': `inline; filename="${permit.number}.pdf"` })
        .type('application/pdf')
        .send(await print(permit))
    })
  }
