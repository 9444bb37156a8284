import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { toVietnamDay } from '../../kernel/clock.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { StaffSessions } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import type { InvitePorts } from './invite-routes.ts'
import { NO_PERSON } from './list-routes.ts'
import { makeLink } from './make-link.ts'
import { mayRunAccount } from './may-administer.ts'
import type { OfficeStaff } from './pages/frame.tsx'
import { LinkPage } from './pages/link-page.tsx'
import { createPersonView, staffOn } from './person-view.ts'
import type { Person } from './ports.ts'

export interface AccountDeedPorts extends InvitePorts {
  sessions: Pick<StaffSessions, 'ofAccount' | 'end'>
}

type OnePerson = { Params: { id: StaffId } }

/** What is done to an account wherever its person works: a new link, disabling, opening again, ending its sessions. */
export const accountDeedRoutes =
  (ports: AccountDeedPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, people, passwords, sessions, publicUrl, now, log } = ports
    const view = createPersonView(ports)

    const deed = (
      name: 'link' | 'disable' | 'enable' | 'sessions',
      work: (staff: OfficeStaff, person: Person, reply: FastifyReply) => Promise<unknown>,
    ) =>
      app.post<OnePerson>(`/staff/people/:id/${name}`, async (request: FastifyRequest<OnePerson>, reply) => {
        const staff = staffOn(staffOf(request))
        const person = await view.find(staff, request.params.id)
        if (!person) return reply.code(404).send(toPage(MessagePage(NO_PERSON)))
        const may = mayRunAccount(staff, person, toVietnamDay(now()))
        if (!may.may) return refuse(reply, 403, staff, person, may.because)
        const answer = await work(staff, person, reply)
        if (reply.statusCode < 400)
          log.info({ by: staff.id, account: person.id, deed: name }, 'an account was administered')
        return answer ?? reply.redirect(`/staff/people/${person.id}?done=${name}`, 303)
      })

    const refuse = async (reply: FastifyReply, status: number, staff: OfficeStaff, person: Person, because: string) =>
      reply
        .code(status)
        .send(
          await view.render(staff, person, { failed: { what: 'Chưa thực hiện.', at: { 'account-title': because } } }),
        )

    deed('link', async (staff, person, reply) => {
      const { link, address } = makeLink(publicUrl, now())
      return (await passwords.makeLink(person.id, link))
        ? toPage(LinkPage({ staff, person, link: address, expiresAt: link.expiresAt }))
        : refuse(reply, 409, staff, (await people.find(person.id)) ?? person, LOCKED)
    })

    deed('disable', async (staff, person, reply) =>
      (await people.disable(person.id, now())) === 'last' ? refuse(reply, 409, staff, person, LAST) : undefined,
    )

    deed('enable', async (_staff, person) => {
      if (person.disabledAt !== undefined) await people.enable(person.id, now())
    })

    deed('sessions', (_staff, person) => sessions.end(person.id))
  }

const LAST = 'Đây là quản trị viên cấp tỉnh cuối cùng. Xin giao vai trò đó cho một người khác trước.'
const LOCKED = 'Tài khoản vừa bị khóa. Xin mở khóa trước rồi cấp liên kết.'
