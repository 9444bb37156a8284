import type { FastifyPluginAsync } from 'fastify'
import { toVietnamDay } from '../../kernel/clock.ts'
import type { MakeId, StaffId } from '../../kernel/ids.ts'
import type { Log } from '../../kernel/log.ts'
import { toPage } from '../frame/layout.tsx'
import type { PeopleListPorts } from './list-routes.ts'
import { makeLink } from './make-link.ts'
import { isProvincial, maySeePerson } from './may-administer.ts'
import type { OfficeStaff } from './pages/frame.tsx'
import { InvitePage } from './pages/invite-page.tsx'
import { LinkPage } from './pages/link-page.tsx'
import { agenciesOf, staffOn } from './person-view.ts'
import type { Passwords, Person } from './ports.ts'
import { type InvitationForm, type InvitationTroubles, parseInvitation, troublesOf } from './read-invitation.ts'
import { parsePostingForm, type PostingForm, type PostingTroubles, readPostings } from './read-postings.ts'

export interface InvitePorts extends PeopleListPorts {
  passwords: Passwords
  /** `https://mot-cua.example.vn`, without a slash at its end. */
  publicUrl: string
  makeId: MakeId
  log: Log
}

/** An account for somebody new, and the link with which they open it. */
export const inviteRoutes =
  ({ staffOf, people, passwords, agencies, publicUrl, makeId, now, log }: InvitePorts): FastifyPluginAsync =>
  async (app) => {
    const form = async (
      staff: OfficeStaff,
      id: string,
      trouble?: { typed: InvitationForm & PostingForm; at: InvitationTroubles; postings: PostingTroubles },
    ) => {
      const today = toVietnamDay(now())
      const fields = {
        agencies: agenciesOf(staff, await agencies.all(), today),
        hasProvince: isProvincial(staff),
        ...{ today, typed: trouble?.typed, troubles: trouble?.postings },
      }
      return toPage(InvitePage({ staff, id, fields, ...(trouble && { trouble }) }))
    }

    app.get('/staff/people/new', async (request) => form(staffOn(staffOf(request)), makeId()))

    app.post('/staff/people/new', async (request, reply) => {
      const staff = staffOn(staffOf(request))
      const typed = { ...parseInvitation(request.body), ...parsePostingForm(request.body) }
      const id = (typed.id === '' ? makeId() : typed.id) as StaffId
      const today = toVietnamDay(now())
      const at = troublesOf(typed)
      const read = readPostings(typed, {
        ...{ by: staff, to: { id, postings: [] }, agencies: await agencies.all(), today },
      })
      if (Object.keys(at).length > 0 || !read.ok) {
        const postings = read.ok ? {} : read.troubles
        return reply.code(422).send(await form(staff, id, { typed, at, postings }))
      }
      const { link, address } = makeLink(publicUrl, now())
      const person = { id, name: typed.name, email: typed.email.toLowerCase(), postings: read.postings }
      const invited = await people.invite(person, link, now())
      if (invited === 'known') {
        const known = (await people.all()).find(({ email }) => email === person.email)
        // The button was pressed twice: the first link was never seen.
        const isAgain = known?.id === id && !known.hasPassword && (await passwords.makeLink(id, link))
        if (!isAgain) {
          const taken = { email: alreadyThere(known && maySeePerson(staff, known) ? known : undefined) }
          return reply.code(422).send(await form(staff, makeId(), { typed, at: taken, postings: {} }))
        }
      }
      log.info({ by: staff.id, account: id, deed: 'invite' }, 'an account was administered')
      return toPage(LinkPage({ staff, person, link: address, expiresAt: link.expiresAt }))
    })
  }

const alreadyThere = (known: Person | undefined): string =>
  known
    ? `Địa chỉ này đã có tài khoản của ${known.name}. Xin mở tài khoản đó trong danh sách cán bộ.`
    : 'Địa chỉ này đã có tài khoản ở nơi khác. Xin báo quản trị cấp tỉnh, hoặc dùng địa chỉ khác.'
