import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Recorded } from '../../casework/agency-book.ts'
import type { Agency } from '../../dossiers/agencies.ts'
import { type AgencyChange, changedFields, closing, rowsOf, withdrawing } from '../../dossiers/agency-changes.ts'
import { agenciesOn, isOpenOn, standing } from '../../dossiers/agency-days.ts'
import type { AgencyProblem } from '../../dossiers/agency-problems.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { isProvincial } from '../people/may-administer.ts'
import type { OfficeStaff } from '../people/pages/frame.tsx'
import { staffOn } from '../people/person-view.ts'
import { createAgencyView } from './agency-view.ts'
import { NO_AGENCY } from './list-routes.ts'
import { mayChange } from './may-change.ts'
import { NewAgencyPage } from './pages/new-agency-page.tsx'
import type { AgencyRoutesPorts } from './ports.ts'
import {
  type AgencyForm,
  type AgencyTroubles,
  codeTrouble,
  formOf,
  parseAgencyForm,
  readAgency,
  readOccasion,
} from './read-agency.ts'

type OneAgency = { Params: { code: string } }

const BACK = NO_AGENCY.back
const which = z.object({ place: z.coerce.number().int() })

/** Adding, changing, closing an agency from a day on, and taking a planned change back. */
export const agencyChangeRoutes =
  (ports: AgencyRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, agencyBook, procedures, log } = ports
    const view = createAgencyView(ports)
    const known = () => ({
      ...{ today: view.today(), calendars: view.choices().calendars.map(({ id }) => id) },
      flows: procedures().map(({ flow }) => flow),
    })
    const message = (reply: FastifyReply, status: number, title: string, text: string) =>
      reply.code(status).send(toPage(MessagePage({ title, text, back: BACK })))
    const unknown = (reply: FastifyReply) => reply.code(404).send(toPage(MessagePage(NO_AGENCY)))
    const forbidden = (reply: FastifyReply, because: string) => message(reply, 403, 'Chưa thực hiện', because)
    const finish = (reply: FastifyReply, { id }: OfficeStaff, code: string, deed: string) => {
      log.info({ by: id, agency: code, deed }, 'an agency was administered')
      return reply.redirect(`/staff/agencies/${code}?done=${deed}`, 303)
    }
    /** Writes it, or answers with what stands against it. */
    const settle = async (
      reply: FastifyReply,
      recorded: Recorded,
      done: () => FastifyReply,
      refuse: (troubles: AgencyTroubles) => FastifyReply,
      code: string,
    ): Promise<FastifyReply> => {
      if (recorded.outcome === 'stale') return message(reply, 409, STALE.title, STALE.text)
      return recorded.outcome === 'refused' ? refuse(atFields(recorded.problems, code)) : done()
    }
    const blank = (): AgencyForm => ({
      ...formOf({ code: '', name: '', level: 'commune', validFrom: view.today() }, view.today(), 0),
    })
    const newPage = (staff: OfficeStaff, typed: AgencyForm, wrong: AgencyTroubles = {}): string =>
      toPage(
        NewAgencyPage({
          ...{ staff, typed, wrong, choices: view.choices() },
          ...(Object.keys(wrong).length > 0 && { failed: { what: 'Chưa thêm cơ quan.', at: wrong } }),
        }),
      )

    app.get('/staff/agencies/new', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      return isProvincial(staff) ? newPage(staff, blank()) : forbidden(reply, ONLY_PROVINCE)
    })

    app.post('/staff/agencies', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      if (!isProvincial(staff)) return forbidden(reply, ONLY_PROVINCE)
      const typed = parseAgencyForm(request.body)
      const { code, since, why } = typed
      const { entry, troubles } = readAgency(typed, { code, validFrom: since }, known())
      const { seeds, versions } = agencyBook.known()
      const isSame = versions.some(
        (row) => row.code === code && row.since === since && changedFields(row.entry, entry).length === 0,
      )
      // The same button pressed twice.
      if (isSame) return finish(reply, staff, code, 'added')
      const taken = new Set([...seeds, ...versions].map((it) => it.code))
      const unfit = codeTrouble(code, taken)
      const wrong = { ...(unfit && { code: unfit }), ...troubles, ...readOccasion(typed, '2000-01-01', view.today()) }
      const refuse = (at: AgencyTroubles) => reply.code(422).send(newPage(staff, typed, at))
      if (Object.keys(wrong).length > 0) return refuse(wrong)
      const recorded = await agencyBook.record({ code, since, entry, why }, 0, staff.name)
      return settle(reply, recorded, () => finish(reply, staff, code, 'added'), refuse, code)
    })

    app.post<OneAgency>('/staff/agencies/:code', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      const agency = view.find(request.params.code)
      if (!agency) return unknown(reply)
      const { code } = agency
      const typed = { ...formOf(agency, view.today(), 0), ...given(request.body, staff, agency) }
      const before = agenciesOn(agencyBook.known().seeds, agencyBook.known().versions, typed.since).get(code) ?? agency
      const { entry, troubles } = readAgency(typed, before, known())
      const may = mayChange(staff, code, changedFields(agency, { ...entry, ...endOf(agency) }))
      if (!may.may) return forbidden(reply, may.because)
      const refuse = (wrong: AgencyTroubles) =>
        reply
          .code(422)
          .send(view.render(staff, agency, { typed, wrong, failed: { what: 'Chưa ghi thay đổi.', at: wrong } }))
      const wrong = { ...troubles, ...readOccasion(typed, agency.validFrom, view.today()) }
      if (Object.keys(wrong).length > 0) return refuse(wrong)
      const change: AgencyChange = { code, since: typed.since, entry, why: typed.why }
      const recorded = await agencyBook.record(change, typed.seen, staff.name)
      return settle(reply, recorded, () => finish(reply, staff, code, 'changed'), refuse, code)
    })

    app.post<OneAgency>('/staff/agencies/:code/close', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      if (!isProvincial(staff)) return forbidden(reply, ONLY_PROVINCE)
      const agency = view.find(request.params.code)
      if (!agency) return unknown(reply)
      const { code } = agency
      const typed = { ...parseAgencyForm(request.body), code }
      const { since, why, successor } = typed
      const refuse = (wrong: AgencyTroubles) => {
        const at = { ...wrong, ...(wrong.since && { since: undefined, 'close-since': wrong.since }) }
        const failed = {
          what: 'Chưa ghi thôi hoạt động.',
          at: Object.fromEntries(Object.entries(at).filter(([, it]) => it)),
          isClosing: true,
        }
        return reply.code(422).send(view.render(staff, agency, { close: typed, wrong, failed }))
      }
      const wrong = readOccasion(typed, agency.validFrom, view.today())
      if (Object.keys(wrong).length > 0) return refuse(wrong)
      const { seeds, versions } = agencyBook.known()
      const then = agenciesOn(seeds, versions, since)
      const before = then.get(code)
      if (!before) return unknown(reply)
      const below = [...then.values()].filter((it) => it.parent === code && isOpenOn(it, since))
      if (below.length > 0)
        return refuse({
          successor: `Còn ${below.length} cơ quan trực thuộc đang hoạt động. Xin chuyển cấp trên của chúng trước.`,
        })
      // Closed for good: plans that were made for later days close too.
      const recorded = await agencyBook.record(
        { code, since, entry: closing(before, since, successor), why },
        typed.seen,
        staff.name,
      )
      return settle(reply, recorded, () => finish(reply, staff, code, 'closed'), refuse, code)
    })

    app.post<OneAgency>('/staff/agencies/:code/withdraw', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      if (!isProvincial(staff)) return forbidden(reply, ONLY_PROVINCE)
      const { code } = request.params
      const { data } = which.safeParse(request.body)
      const planned = agencyBook.known().versions.find((row) => row.code === code && row.place === data?.place)
      if (!planned || planned.since <= view.today()) return message(reply, 409, STALE.title, STALE.text)
      const recorded = await agencyBook.recordPlan(({ seeds, versions }) => {
        // Overruled already, be it by the same button pressed twice.
        if (!standing(versions).some(({ place }) => place === planned.place)) return []
        return rowsOf(seeds, versions, withdrawing(seeds, versions, planned, `Rút lại: ${planned.why}`))
      }, staff.name)
      const refuse = () => message(reply, 409, 'Chưa rút lại được', TIED)
      return settle(reply, recorded, () => finish(reply, staff, code, 'withdrawn'), refuse, code)
    })
  }

/** What was sent; of the fields that an agency's own administrators do not see it stays as it is. */
function given(body: unknown, staff: OfficeStaff, agency: Agency): Partial<AgencyForm> {
  const typed = parseAgencyForm(body)
  if (isProvincial(staff)) return { ...typed, code: agency.code }
  const sent = new Set(Object.keys(body ?? {}))
  const own = Object.entries(typed).filter(([field]) => sent.has(field))
  return { ...Object.fromEntries(own), since: typed.since, why: typed.why, seen: typed.seen, code: agency.code }
}

const endOf = ({ validTo, successor }: Agency): Partial<Agency> => ({
  ...(validTo !== undefined && { validTo }),
  ...(successor !== undefined && { successor }),
})

/** Of this agency at the field, of another one with its code at the day. */
function atFields(problems: readonly AgencyProblem[], code: string): AgencyTroubles {
  const own = problems.filter((it) => it.code === code)
  const others = problems.filter((it) => it.code !== code)
  return {
    ...(others.length > 0 && { since: others.map((it) => `${it.code}: ${it.text}`).join(' ') }),
    ...Object.fromEntries(own.map(({ field, text }) => [field, text])),
  }
}

const STALE = {
  title: 'Cơ quan này vừa được người khác đổi',
  text: 'Chưa có gì được ghi. Xin mở lại trang của cơ quan, xem thay đổi mới rồi làm lại.',
}
const ONLY_PROVINCE = 'Thêm, đóng cơ quan và rút lại thay đổi do quản trị cấp tỉnh làm.'
const TIED = 'Thay đổi khác đã dựa vào lần ghi này. Xin rút lại hoặc sửa thay đổi đó trước.'
