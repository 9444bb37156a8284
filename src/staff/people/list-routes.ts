import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { standInFor } from '../../dossiers/absences.ts'
import { toVietnamDay } from '../../kernel/clock.ts'
import type { StaffId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { stateOf } from './account-state.ts'
import { maySeePerson } from './may-administer.ts'
import { PeoplePage, type ShownPerson } from './pages/people-page.tsx'
import { agenciesOf, createPersonView, type PersonViewPorts, staffOn } from './person-view.ts'
import type { Person } from './ports.ts'

export interface PeopleListPorts extends PersonViewPorts {
  staffOf: (request: FastifyRequest) => StaffSession
}

const query = z.object({
  agency: z.string().max(40).catch(''),
  name: z.string().max(80).catch(''),
})

/** More are not read at once; an agency or a name leads to the rest. */
const MOST_SHOWN = 150

export const NO_PERSON = {
  title: 'Không tìm thấy',
  text: 'Không có cán bộ này trong danh sách ông/bà quản trị.',
  back: { href: '/staff/people', label: 'Về danh sách cán bộ' },
}

const DONE: Readonly<Record<string, string>> = {
  disable: 'Đã khóa tài khoản. Người này không đăng nhập được nữa.',
  enable: 'Đã mở khóa tài khoản.',
  sessions: 'Đã đăng xuất người này ở mọi nơi.',
  postings: 'Đã giao vai trò.',
  end: 'Đã ghi ngày làm việc cuối.',
  drop: 'Đã bỏ vai trò chưa bắt đầu.',
  absence: 'Đã ghi lần nghỉ.',
  back: 'Đã cập nhật lần nghỉ.',
}

/** The people that an administrator looks after, all and one by one. */
export const peopleListRoutes =
  (ports: PeopleListPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, people, absences, agencies, now } = ports
    const view = createPersonView(ports)

    app.get('/staff/people', async (request) => {
      const staff = staffOn(staffOf(request))
      const asked = query.parse(request.query ?? {})
      const today = toVietnamDay(now())
      const [everybody, list, away] = await Promise.all([people.all(), agencies.all(), absences.on(today)])
      const names = new Map(list.map(({ code, name }) => [code, name]))
      const wanted = fold(asked.name)
      const found = everybody
        .filter((person) => maySeePerson(staff, person))
        .filter(({ name, email }) => fold(name).includes(wanted) || fold(email).includes(wanted))
        .filter((person) => asked.agency === '' || liveOf(person, today).some((it) => it.agency === asked.agency))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
      const shown = found.slice(0, MOST_SHOWN).map((person): ShownPerson & { person: Person } => ({
        person,
        postings: liveOf(person, today),
        state: stateOf(person, { now: now(), isAway: standInFor(person.id, today, away) !== person.id }),
      }))
      const places = ['province', ...list.map(({ code }) => code), 'none']
      const groups = places
        .filter((place) => asked.agency === '' || place === asked.agency)
        .map((place) => ({
          agency: place === 'province' ? undefined : place === 'none' ? '' : place,
          people: shown.flatMap((one) => at(one, place)),
        }))
        .filter((group) => group.people.length > 0)
      return toPage(
        PeoplePage({
          ...{ staff, groups, asked, more: found.length - shown.length },
          agencies: agenciesOf(staff, list, today),
          nameOf: (code) => names.get(code) ?? code,
        }),
      )
    })

    app.get<{ Params: { id: StaffId }; Querystring: { done?: unknown } }>(
      '/staff/people/:id',
      async (request, reply) => {
        const staff = staffOn(staffOf(request))
        const person = await view.find(staff, request.params.id)
        if (!person) return reply.code(404).send(toPage(MessagePage(NO_PERSON)))
        const { done } = request.query
        return view.render(staff, person, {
          ...(typeof done === 'string' && Object.hasOwn(DONE, done) && { done: DONE[done] }),
        })
      },
    )
  }

const liveOf = ({ postings }: Person, today: string) =>
  postings.filter(({ until }) => until === undefined || until >= today)

/** Somebody as they stand in the group of a place, with what they are there for there. */
function at(one: ShownPerson, place: string): ShownPerson[] {
  if (place === 'none') return one.postings.length === 0 ? [one] : []
  const here = one.postings.filter(({ agency = 'province' }) => agency === place)
  return here.length > 0 ? [{ ...one, postings: here }] : []
}
