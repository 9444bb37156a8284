import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ActOutcome, ActRequest, PreviewOutcome } from '../../casework/act-by-officer.ts'
import { createActMany, type Weighed } from '../../casework/act-many.ts'
import type { Ticked } from '../../casework/each-alone.ts'
import type { DecidedHow } from '../../casework/load-standing.ts'
import type { Other } from '../../dossiers/acts/act.ts'
import type { Colleagues, Dossiers } from '../../dossiers/ports.ts'
import { type Clock, DAY, toVietnamDay } from '../../kernel/clock.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { type DecisionForm, parseDecisionForm } from '../dossiers/decision-form.ts'
import { OWN_SCRIPTS } from '../frame/content-policy.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { readTicked } from '../frame/ticked.ts'
import { listAddress } from './list-query.ts'
import { MANY_ACTS, type ManyAct } from './many-acts.ts'
import { ManyConfirmPage } from './pages/many-confirm-page.tsx'
import { ManyDonePage } from './pages/many-done-page.tsx'

export interface ManyRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Dossiers
  decidedHow: DecidedHow
  colleagues: Pick<Colleagues, 'at'>
  act: (request: ActRequest) => Promise<ActOutcome>
  preview: (request: ActRequest) => Promise<PreviewOutcome>
  procedureName: (flow: string) => string
  agencyCodes: () => readonly string[]
  agencyNow: (code: string) => Other | undefined
  now: Clock
}

const form = z.object({
  act: z.enum(MANY_ACTS).catch('take'),
  back: z.string().max(1_000).catch(''),
  ticked: z.unknown().optional(),
  step: z.unknown().optional(),
})

interface Asked {
  act: ManyAct
  back: string
  ticked: readonly Ticked[]
  chosen?: DecisionForm['chosen'] & { words: string }
  because?: string
}

/** What is done to the ticked rows of a list: shown once more, then done to each alone. */
export const manyRoutes =
  (ports: ManyRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const many = createActMany(ports)

    /** Who works where one of these lies. */
    const choicesFor = async (weighed: readonly Weighed[]) => {
      const holders = [...new Set(weighed.flatMap((one) => (one.can ? [one.dossier.holder] : [])))]
      const today = toVietnamDay(ports.now())
      const found = (await Promise.all(holders.map((holder) => ports.colleagues.at(holder, today)))).flat()
      return [...new Map(found.map(({ id, name }) => [id, name]))].map(([value, label]) => ({ value, label }))
    }

    const openAgencies = () =>
      ports.agencyCodes().flatMap((code) => {
        const agency = ports.agencyNow(code)
        return agency && !agency.closed ? [{ value: code, label: agency.name }] : []
      })

    const confirm = async (reply: FastifyReply, { account, csrf }: StaffSession, asked: Asked) => {
      const { act, back, ticked, chosen, because } = asked
      const weighed = await many.weigh(ticked, act, account)
      const now = ports.now()
      const page = ManyConfirmPage({
        signedIn: { name: account.name, csrf },
        ...{ act, weighed, back, list: listAddress(back), now, procedureName: ports.procedureName },
        choices: act === 'assign' ? await choicesFor(weighed) : act === 'hand-over' ? openAgencies() : [],
        days: { from: toVietnamDay(now + DAY), to: toVietnamDay(now + 60 * DAY) },
        ...(chosen && { typed: { type: act, ...chosen, ...(because !== undefined && { because }) } }),
      })
      reply.header('content-security-policy', OWN_SCRIPTS)
      return reply
        .code(because === undefined ? 200 : 422)
        .type('text/html; charset=utf-8')
        .send(toPage(page))
    }

    app.post('/staff/many', async (request, reply) => {
      const staff = ports.staffOf(request)
      if (!staff) return reply.redirect('/staff/login', 303)
      const signedIn = { name: staff.account.name, csrf: staff.csrf }
      const { act, back, ticked: boxes, step } = form.parse(request.body ?? {})
      const list = listAddress(back)
      const ticked = readTicked(boxes)
      if (ticked.length === 0) {
        const page = MessagePage({ ...NOTHING_TICKED, signedIn, back: { href: list, label: 'Về danh sách' } })
        return reply.code(422).type('text/html; charset=utf-8').send(toPage(page))
      }
      if (step !== 'do') return confirm(reply, staff, { act, back, ticked })
      const { act: wanted, words, chosen } = parseDecisionForm(act, request.body)
      const because =
        act === 'put-aside' && chosen.until === '' ? NO_DAY : await many.objection(ticked, wanted, staff.account)
      if (because !== undefined)
        return confirm(reply, staff, { act, back, ticked, chosen: { ...chosen, words }, because })
      const outcomes = await many.act(ticked, wanted, staff.account)
      return reply.type('text/html; charset=utf-8').send(toPage(ManyDonePage({ signedIn, act, outcomes, list })))
    })
  }

const NOTHING_TICKED = {
  title: 'Chưa chọn hồ sơ nào',
  text: 'Xin đánh dấu ô ở đầu mỗi hàng muốn làm, ví dụ hàng đầu tiên, rồi bấm “Xem trước”.',
}
const NO_DAY = 'Xin chọn một ngày từ ngày mai, trong 60 ngày tới.'
