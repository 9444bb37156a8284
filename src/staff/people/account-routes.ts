import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SECOND, toVietnamDay } from '../../kernel/clock.ts'
import type { StaffSession, StaffSessions } from '../accounts/accounts.ts'
import { hashPassword } from '../accounts/passwords.ts'
import type { createSignIn } from '../accounts/sign-in.ts'
import { toPage } from '../frame/layout.tsx'
import { atFields, createAbsenceRecording } from './absence-routes.ts'
import type { PeopleListPorts } from './list-routes.ts'
import { AccountPage, type AccountPageProps } from './pages/account-page.tsx'
import { createPersonView, staffOn } from './person-view.ts'
import type { Passwords, Person } from './ports.ts'
import { parsePasswordForm, passwordTroubles } from './read-new-password.ts'

export interface AccountRoutesPorts extends PeopleListPorts {
  passwords: Pick<Passwords, 'change'>
  sessions: Pick<StaffSessions, 'ofAccount' | 'end'>
  signIn: Pick<ReturnType<typeof createSignIn>, 'confirm'>
}

const DONE: Readonly<Record<string, string>> = {
  password: 'Đã đổi mật khẩu. Mọi phiên khác đã bị đăng xuất.',
  sessions: 'Đã đăng xuất.',
  absence: 'Đã ghi lần nghỉ.',
  back: 'Đã cập nhật lần nghỉ.',
}

type Trouble = Pick<AccountPageProps, 'wrong' | 'failed'> & { absence?: AccountPageProps['absence']['trouble'] }

/** Somebody's own account: their password, their sessions, their days away. */
export const accountRoutes =
  (ports: AccountRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, people, passwords, sessions, agencies, signIn, now } = ports
    const view = createPersonView(ports)
    const recording = createAbsenceRecording(ports)

    const self = async ({ account }: StaffSession): Promise<Person> => {
      const person = await people.find(account.id)
      // The guard of staff has just read it.
      if (!person) throw new Error('an account that is signed in is gone')
      return person
    }
    const page = async (request: FastifyRequest, shown: Trouble & { done?: string | undefined } = {}) => {
      const session = staffOf(request)
      const person = await self(session)
      const [open, list, absence] = await Promise.all([
        sessions.ofAccount(person.id, now()),
        agencies.all(),
        view.absenceOf(person, shown.absence),
      ])
      const names = new Map(list.map(({ code, name }) => [code, name]))
      return toPage(
        AccountPage({
          ...{ staff: staffOn(session), person, absence, today: toVietnamDay(now()) },
          ...{ done: shown.done, wrong: shown.wrong, failed: shown.failed },
          standsInFor: session.account.standsInFor.map(absence.nameOfPerson),
          sessions: open.map(({ id, openedAt }) => ({ id, openedAt, isThis: id === session.id })),
          nameOf: (code) => names.get(code) ?? code,
        }),
      )
    }

    app.get<{ Querystring: { done?: unknown } }>('/staff/account', async (request) => {
      const { done } = request.query
      return page(request, { ...(typeof done === 'string' && Object.hasOwn(DONE, done) && { done: DONE[done] }) })
    })

    app.post('/staff/account/password', async (request, reply) => {
      const session = staffOf(request)
      const typed = parsePasswordForm(request.body)
      const refuse = async (status: number, wrong: NonNullable<AccountPageProps['wrong']>) =>
        reply.code(status).send(await page(request, { wrong, failed: { what: 'Chưa đổi mật khẩu.', at: wrong } }))
      const troubles = passwordTroubles(typed, session.account.email)
      if (Object.keys(troubles).length > 0) return refuse(422, troubles)
      const confirmed = await signIn.confirm(session, typed.password, { address: request.ip })
      if (confirmed.outcome === 'wrong')
        return refuse(422, { password: 'Mật khẩu đang dùng chưa đúng. Xin nhập lại cả ba ô.' })
      if (confirmed.outcome !== 'right') {
        const seconds = Math.max(1, Math.ceil(confirmed.for / SECOND))
        reply.header('retry-after', seconds)
        return refuse(429, { password: `Vừa có nhiều lần nhập sai. Xin đợi ${seconds} giây rồi thử lại.` })
      }
      await passwords.change(session.account.id, await hashPassword(typed.newPassword), session)
      return reply.redirect('/staff/account?done=password', 303)
    })

    app.post('/staff/account/sessions', async (request, reply) => {
      const { id, account } = staffOf(request)
      const { session } = z.object({ session: z.string().max(40).optional().catch('') }).parse(request.body ?? {})
      if (session !== id) await sessions.end(account.id, session === undefined ? { but: id } : { only: session })
      return reply.redirect('/staff/account?done=sessions', 303)
    })

    app.post('/staff/account/absences', async (request, reply) => {
      const recorded = await recording.record(await self(staffOf(request)), request.body)
      if (recorded.ok) return reply.redirect('/staff/account?done=absence', 303)
      const failed = { what: 'Chưa ghi lần nghỉ.', at: atFields(recorded.at) }
      return reply.code(422).send(await page(request, { failed, absence: recorded }))
    })

    app.post('/staff/account/absences/end', async (request, reply) => {
      await recording.end(await self(staffOf(request)), request.body)
      return reply.redirect('/staff/account?done=back', 303)
    })
  }
