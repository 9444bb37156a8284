import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { ActOutcome, ActRequest, NotDone } from '../../casework/act-by-officer.ts'
import { troubleOfAnswerDay } from '../../dossiers/deadlines/answer-by.ts'
import type { Standing } from '../../dossiers/acts/act.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import type { Question } from '../../procedures/question-kinds.ts'
import type { StaffAccount, StaffSession } from '../accounts/accounts.ts'
import { askableOf, parseAskForm } from './ask-form.ts'
import type { Trouble } from './pages/trouble.ts'

export interface AskRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  see: (account: StaffAccount, id: DossierId) => Promise<Standing | undefined>
  questionsOf: (flow: string, version: number) => ReadonlyMap<string, Question>
  act: (request: ActRequest) => Promise<ActOutcome>
  unknown: (reply: FastifyReply) => FastifyReply
  showAgain: (staff: StaffSession, reply: FastifyReply, id: DossierId, trouble: Trouble) => Promise<FastifyReply>
  notDone: (
    staff: StaffSession,
    reply: FastifyReply,
    asked: { id: DossierId; typed: Trouble },
    answer: NotDone,
  ) => Promise<FastifyReply> | FastifyReply
  now: Clock
}

/** Asking the citizen back for single answers and papers: a form with more fields than words. */
export const askRoutes =
  ({ staffOf, see, questionsOf, act, unknown, showAgain, notDone, now }: AskRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.post<{ Params: { id: DossierId } }>('/staff/dossiers/:id/ask', async (request, reply) => {
      const { id } = request.params
      const staff = staffOf(request)
      const standing = staff && (await see(staff.account, id))
      if (!staff || !standing) return unknown(reply.code(404))
      const { dossier } = standing
      const askable = askableOf(dossier, questionsOf(dossier.flow, dossier.flowVersion))
      const { revision, act: wanted, kept, wrong } = parseAskForm(request.body, askable)
      const day = troubleOfAnswerDay(workCalendarFor(dossier.agency), wanted.until ?? '', now())
      if (day !== undefined) wrong['until'] = day
      const typed: Trouble = { type: 'ask', words: wanted.question, asked: { kept, wrong } }
      const [first] = Object.values(wrong)
      if (first !== undefined && revision === dossier.revision)
        return showAgain(staff, reply.code(422), id, { ...typed, because: first })
      const answer = await act({ dossier: id, revision, act: wanted, doer: staff.account })
      return answer.outcome === 'done'
        ? reply.redirect(`/staff/dossiers/${encodeURIComponent(id)}?done=ask`, 303)
        : notDone(staff, reply, { id, typed }, answer)
    })
  }
