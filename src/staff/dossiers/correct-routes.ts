import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { ActOutcome, ActRequest, PreviewOutcome } from '../../casework/act-by-officer.ts'
import { type Correctable, correctableIn, type Correction, readCorrection } from '../../casework/read-correction.ts'
import type { CompiledFlow } from '../../conversation/flow/compiled-flow.ts'
import type { Standing } from '../../dossiers/acts/act.ts'
import { LONGEST_REASON, SHORTEST_REASON } from '../../dossiers/apply.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import { tidy } from '../../kernel/text.ts'
import { OWN_SCRIPTS } from '../frame/content-policy.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage, MESSAGES } from '../frame/message-page.tsx'
import type { StaffSession } from '../accounts/accounts.ts'
import { type CorrectForm, CorrectPage } from './pages/correct-page.tsx'
import { correctable } from './correctable.ts'
import type { See } from './see.ts'
import type { FastifyRequest } from 'fastify'

interface CorrectRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  see: See
  pinned: (flow: string, version: number) => CompiledFlow | undefined
  act: (request: ActRequest) => Promise<ActOutcome>
  preview: (request: ActRequest) => Promise<PreviewOutcome>
  procedureName: (flow: string) => string
  now: Clock
}

type OneAnswer = { Params: { id: DossierId; key: string } }

/** More than anybody types is cut and not forgotten. */
const kept = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 4_000))

const form = z.object({
  revision: z.coerce.number().int().catch(-1),
  typed: kept,
  reason: kept,
  step: z.enum(['ask', 'edit', 'do']).catch('ask'),
})

/** One answer is put right: typed, read as the chat would read it, shown with what the citizen will be told, done. */
export const correctRoutes =
  ({ staffOf, see, pinned, act, preview, procedureName, now }: CorrectRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const open = async (staff: StaffSession | undefined, { id, key }: OneAnswer['Params']) => {
      const standing = staff && (await see(staff.account, id))
      const flow = standing && pinned(standing.dossier.flow, standing.dossier.flowVersion)
      const step =
        standing?.dossier.answers.some((answer) => answer.key === key) && flow && correctableIn(flow).get(key)
      return standing && flow && step ? { standing, flow, step } : undefined
    }
    const unknown = (reply: FastifyReply) =>
      reply
        .code(404)
        .type(HTML)
        .send(toPage(MessagePage(MESSAGES.unknown)))
    const show = (reply: FastifyReply, staff: StaffSession, opened: Opened, key: string, shown: CorrectForm) => {
      reply.type(HTML).header('content-security-policy', OWN_SCRIPTS)
      const { dossier } = opened.standing
      const signedIn = { name: staff.account.name, csrf: staff.csrf }
      const page = CorrectPage({
        signedIn,
        dossier,
        answerKey: key,
        step: opened.step,
        ...shown,
        procedureName: procedureName(dossier.flow),
      })
      return reply.send(toPage(page))
    }

    app.get<OneAnswer>('/staff/dossiers/:id/correct/:key', async (request, reply) => {
      const staff = staffOf(request)
      const opened = await open(staff, request.params)
      const isOffered =
        staff && opened && correctable(staff.account, opened.standing, opened.flow, now()).has(request.params.key)
      return isOffered ? show(reply, staff, opened, request.params.key, {}) : unknown(reply)
    })

    app.post<OneAnswer>('/staff/dossiers/:id/correct/:key', async (request, reply) => {
      const { id, key } = request.params
      const staff = staffOf(request)
      const opened = await open(staff, request.params)
      if (!staff || !opened) return unknown(reply)
      const { revision, typed, reason, step } = form.parse(request.body ?? {})
      const again = (code: number, wrong: CorrectForm['wrong']) =>
        show(reply.code(code), staff, opened, key, { typed, reason, ...(wrong && { wrong }) })
      if (step === 'edit') return again(200, undefined)
      const read: Correction = readCorrection(opened.flow, opened.standing.dossier, { key, typed })
      if ('because' in read) return again(422, { typed: read.because })
      const wanted: ActRequest = {
        dossier: id,
        revision,
        act: { type: 'correct', given: read.given, reason },
        doer: staff.account,
      }
      if (step === 'ask') {
        const planned = await preview(wanted)
        if (planned.outcome === 'planned')
          return show(reply, staff, opened, key, {
            typed,
            reason,
            planned: { given: read.given, change: planned.change },
          })
        return refuse(planned)
      }
      const done = await act(wanted)
      return done.outcome === 'done'
        ? reply.redirect(`/staff/dossiers/${encodeURIComponent(id)}?done=correct`, 303)
        : refuse(done)

      function refuse(answer: Exclude<ActOutcome, { outcome: 'done' }>) {
        if (answer.outcome === 'unknown') return unknown(reply)
        if (answer.outcome === 'stale') return again(409, { page: STALE })
        // Whatever stands against it but the words themselves is said above the form, which keeps what was typed.
        const isOfWords = !isReason(reason)
        return again(answer.outcome === 'forbidden' ? 403 : 422, {
          [isOfWords ? 'reason' : 'page']: answer.because,
        })
      }
    })
  }

const isReason = (reason: string): boolean => {
  const { length } = tidy(reason)
  return length >= SHORTEST_REASON && length <= LONGEST_REASON
}

interface Opened {
  standing: Standing
  flow: CompiledFlow
  step: Correctable
}

const HTML = 'text/html; charset=utf-8'
const STALE = 'Hồ sơ vừa thay đổi. Chữ đã gõ còn ở dưới; xin xem lại rồi bấm lần nữa.'
