import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { toVietnamDay } from '../../kernel/clock.ts'
import type { StaffId } from '../../kernel/ids.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { NO_PERSON, type PeopleListPorts } from './list-routes.ts'
import { mayRunAccount } from './may-administer.ts'
import type { OfficeStaff } from './pages/frame.tsx'
import { createPersonView, staffOn } from './person-view.ts'
import type { Absences, People, Person } from './ports.ts'
import { type AbsenceForm, type AbsenceTroubles, parseAbsenceForm, readAbsence } from './read-absence.ts'

interface RecordingPorts {
  people: Pick<People, 'all'>
  absences: Absences
  now: () => number
}

const which = z.object({ since: z.string().regex(/^20\d\d-\d\d-\d\d$/) })

/** Recording and ending absences of one person, whoever does it. */
export function createAbsenceRecording({ people, absences, now }: RecordingPorts) {
  return {
    record: async (
      person: Person,
      body: unknown,
    ): Promise<{ ok: true } | { ok: false; typed: AbsenceForm; at: AbsenceTroubles }> => {
      const typed = parseAbsenceForm(body)
      const today = toVietnamDay(now())
      const [everybody, known] = await Promise.all([people.all(), absences.since(today)])
      const read = readAbsence(typed, { person, people: everybody, absences: known, today })
      if (!read.ok) return { ok: false, typed, at: read.troubles }
      if (!read.isKnown) await absences.add(read.absence)
      return { ok: true }
    },
    end: async ({ id }: Person, body: unknown): Promise<void> => {
      const { data } = which.safeParse(body)
      if (data) await absences.end(id, data.since, toVietnamDay(now()))
    },
  }
}

/** Each trouble at the field of its card. */
export const atFields = (at: AbsenceTroubles): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(at).map(([name, text]) => [`absence-${name}`, text]))

/** Absences of others, by who looks after their accounts. */
export const absenceRoutes =
  (ports: PeopleListPorts): FastifyPluginAsync =>
  async (app) => {
    const view = createPersonView(ports)
    const recording = createAbsenceRecording(ports)
    type OnePerson = { Params: { id: StaffId } }
    const found = async (request: FastifyRequest<OnePerson>) => {
      const staff = staffOn(ports.staffOf(request))
      return { staff, person: await view.find(staff, request.params.id) }
    }
    const mayRecord = (staff: OfficeStaff, person: Person) => mayRunAccount(staff, person, toVietnamDay(ports.now()))
    const refuse = (reply: FastifyReply, text: string) =>
      reply.code(403).send(toPage(MessagePage({ ...NO_PERSON, title: 'Chưa thực hiện', text })))
    const unknown = (reply: FastifyReply) => reply.code(404).send(toPage(MessagePage(NO_PERSON)))

    app.post<OnePerson>('/staff/people/:id/absences', async (request, reply) => {
      const { staff, person } = await found(request)
      if (!person) return unknown(reply)
      const may = mayRecord(staff, person)
      if (!may.may) return refuse(reply, may.because)
      const recorded = await recording.record(person, request.body)
      if (recorded.ok) return reply.redirect(`/staff/people/${person.id}?done=absence`, 303)
      const failed = { what: 'Chưa ghi lần nghỉ.', at: atFields(recorded.at) }
      return reply.code(422).send(await view.render(staff, person, { failed, absence: recorded }))
    })

    app.post<OnePerson>('/staff/people/:id/absences/end', async (request, reply) => {
      const { staff, person } = await found(request)
      if (!person) return unknown(reply)
      const may = mayRecord(staff, person)
      if (!may.may) return refuse(reply, may.because)
      await recording.end(person, request.body)
      return reply.redirect(`/staff/people/${person.id}?done=back`, 303)
    })
  }
