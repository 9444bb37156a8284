import type { FastifyPluginAsync } from 'fastify'
import type { DecidedHow } from '../../casework/load-standing.ts'
import type { DossierId } from '../../kernel/ids.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import type { AskRoutesPorts } from './ask-routes.ts'
import type { Trouble } from './pages/trouble.ts'
import { parseProposeForm } from './propose-form.ts'

interface ProposeRoutesPorts extends Omit<AskRoutesPorts, 'questionsOf'> {
  decidedHow: DecidedHow
}

/** Another time for a visit: a form with days and sessions. */
export const proposeRoutes =
  ({ staffOf, see, act, unknown, showAgain, notDone, decidedHow, now }: ProposeRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    app.post<{ Params: { id: DossierId } }>('/staff/dossiers/:id/propose', async (request, reply) => {
      const { id } = request.params
      const staff = staffOf(request)
      const standing = staff && (await see(staff.account, id))
      if (!staff || !standing) return unknown(reply.code(404))
      const { dossier } = standing
      const { visit } = decidedHow(dossier)
      const calendar = workCalendarFor(dossier.holder)
      const { revision, act: wanted, kept, wrong } = parseProposeForm(request.body, visit ?? NO_VISIT, calendar, now())
      const typed: Trouble = { type: 'propose', words: wanted.reason, asked: { kept, wrong } }
      const [first] = Object.values(wrong)
      if (first !== undefined && visit && revision === dossier.revision)
        return showAgain(staff, reply.code(422), id, { ...typed, because: first })
      const answer = await act({ dossier: id, revision, act: wanted, doer: staff.account })
      return answer.outcome === 'done'
        ? reply.redirect(`/staff/dossiers/${encodeURIComponent(id)}?done=propose`, 303)
        : notDone(staff, reply, { id, typed }, answer)
    })
  }

/** Of what is no visit the act itself says that it cannot be moved. */
const NO_VISIT = { day: { key: '', label: '' }, slot: { key: '', label: '' }, sessions: [] }
