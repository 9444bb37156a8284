import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Posting, ROLES } from '../../dossiers/postings.ts'
import { daysAfter, renderDay, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { Log } from '../../kernel/log.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { NO_PERSON, type PeopleListPorts } from './list-routes.ts'
import { mayEnd } from './may-administer.ts'
import { createPersonView, staffOn } from './person-view.ts'
import type { Person } from './ports.ts'
import { readDay } from './read-day.ts'
import { parsePostingForm, readPostings } from './read-postings.ts'

interface PostingRoutesPorts extends PeopleListPorts {
  log: Log
}

type OnePerson = { Params: { id: StaffId } }

const day = z.string().max(20).catch('')
/** The posting that a form was shown for, `shown` its last day at that time. */
const which = z.object({ role: z.enum(ROLES), agency: z.string().max(40), since: day, shown: day })

function postingIn(body: unknown, { postings }: Person): Posting | undefined {
  const { data } = which.safeParse(body)
  return postings.find(
    (it) =>
      it.role === data?.role &&
      (it.agency ?? '') === data.agency &&
      it.since === data.since &&
      (it.until ?? '') === data.shown,
  )
}

/** What somebody is there for: handed out from a day on, ended on a day, and never erased once it has begun. */
export const postingRoutes =
  (ports: PostingRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, people, agencies, now, log } = ports
    const view = createPersonView(ports)
    const unknown = (reply: FastifyReply) => reply.code(404).send(toPage(MessagePage(NO_PERSON)))
    const stale = (reply: FastifyReply, { id }: Person) =>
      reply.code(409).send(
        toPage(
          MessagePage({
            title: 'Vai trò này vừa được người khác đổi',
            text: 'Chưa có gì được ghi. Xin mở lại trang của người này, xem vai trò hiện tại rồi làm lại.',
            back: { href: `/staff/people/${id}`, label: 'Mở lại trang' },
          }),
        ),
      )
    const finish = (reply: FastifyReply, by: StaffId, { id }: Person, deed: string) => {
      log.info({ by, account: id, deed }, 'an account was administered')
      return reply.redirect(`/staff/people/${id}?done=${deed}`, 303)
    }

    app.post<OnePerson>('/staff/people/:id/postings', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      const person = await view.find(staff, request.params.id)
      if (!person) return unknown(reply)
      const typed = parsePostingForm(request.body)
      const today = toVietnamDay(now())
      const read = readPostings(typed, { by: staff, to: person, agencies: await agencies.all(), today })
      if (!read.ok) {
        const failed = { what: 'Chưa giao vai trò.', at: read.troubles }
        const page = await view.render(staff, person, { failed, posting: { typed, troubles: read.troubles } })
        return reply.code(422).send(page)
      }
      await people.addPostings(person.id, read.postings)
      return finish(reply, staff.id, person, 'postings')
    })

    app.post<OnePerson>('/staff/people/:id/postings/end', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      const person = await view.find(staff, request.params.id)
      if (!person) return unknown(reply)
      const typed = day.parse((request.body as { until?: unknown } | undefined)?.until)
      const today = toVietnamDay(now())
      const posting = postingIn(request.body, person)
      if (!posting)
        return isEnded(request.body, person, typed) ? finish(reply, staff.id, person, 'end') : stale(reply, person)
      const refuse = async (status: number, wrong: string) => {
        const i = person.postings.filter(({ until }) => until === undefined || until >= today).indexOf(posting)
        const failed = { what: 'Chưa ghi ngày cuối.', at: { [`end-${i}`]: wrong } }
        const page = await view.render(staff, person, { failed, ending: { posting, until: typed, wrong } })
        return reply.code(status).send(page)
      }
      const may = mayEnd(staff, person, posting, today)
      if (!may.may) return refuse(403, may.because)
      const until = readDay(typed)
      const earliest = earliestEnd(posting, today)
      if (until === undefined || until < earliest)
        return refuse(422, `Ngày làm việc cuối tính từ ${renderDay(earliest)} trở đi; ngày đã qua không sửa lại.`)
      const ended = await people.endPosting(person.id, posting, until, today)
      if (ended === 'last') return refuse(409, LAST)
      return ended === 'gone' ? stale(reply, person) : finish(reply, staff.id, person, 'end')
    })

    app.post<OnePerson>('/staff/people/:id/postings/drop', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      const person = await view.find(staff, request.params.id)
      if (!person) return unknown(reply)
      const posting = postingIn(request.body, person)
      const today = toVietnamDay(now())
      if (!posting || posting.since <= today || !mayEnd(staff, person, posting, today).may) return stale(reply, person)
      await people.dropPosting(person.id, posting)
      return finish(reply, staff.id, person, 'drop')
    })
  }

/** The button was pressed twice. */
const isEnded = (body: unknown, person: Person, until: string): boolean =>
  postingIn({ ...(body as object), shown: until }, person) !== undefined

/** Yesterday, for who is not to come back today; never before the first day. */
const earliestEnd = ({ since }: Posting, today: VietnamDay): VietnamDay => {
  const yesterday = daysAfter(today, -1)
  return since > yesterday ? since : yesterday
}

const LAST = 'Đây là quản trị viên cấp tỉnh cuối cùng. Xin giao vai trò đó cho một người khác trước.'
