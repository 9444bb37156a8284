import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ActOutcome, NotDone } from '../../casework/act-by-officer.ts'
import type { ReplyRequest } from '../../casework/reply-with-files.ts'
import type { DossierId } from '../../kernel/ids.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { acceptFiles } from '../frame/upload-routes.ts'
import type { Trouble, Typed } from './pages/trouble.ts'
import { judgeFiles } from './reply-files.ts'

/** A form as it was filled in: with what is wrong with it, or with the canned reply that is to be put in. */
export type Again = Trouble | (Typed & { insert: string })

export interface ReplyRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  reply: (request: ReplyRequest) => Promise<ActOutcome>
  /** Shows the dossier with the form as it was filled in. */
  showAgain: (staff: StaffSession, reply: FastifyReply, id: DossierId, trouble: Again) => Promise<FastifyReply>
  notDone: (
    staff: StaffSession,
    reply: FastifyReply,
    asked: { id: DossierId; typed: Pick<Trouble, 'type' | 'words'> },
    answer: NotDone,
  ) => Promise<FastifyReply> | FastifyReply
}

const form = z.object({
  revision: z.coerce.number().int().catch(-1),
  words: z.string().catch(''),
  canned: z.string().max(40).catch(''),
  step: z.enum(['open', 'close', 'insert']).catch('open'),
})

/** Writing to the citizen: the one form of a dossier's page that carries files. */
export const replyRoutes =
  ({ staffOf, reply: send, showAgain, notDone }: ReplyRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const filesOf = await acceptFiles(app)

    app.post<{ Params: { id: DossierId } }>('/staff/dossiers/:id/reply', async (request, reply) => {
      const staff = staffOf(request)
      if (!staff) return reply.redirect('/staff/login', 303)
      const { id } = request.params
      const { revision, words, step, canned } = form.parse(request.body ?? {})
      const typed = { type: 'reply', words } as const
      if (step === 'insert') return showAgain(staff, reply, id, { ...typed, insert: canned })
      const judged = await judgeFiles(filesOf(request))
      if ('because' in judged)
        return showAgain(staff, reply.code(422), id, { ...typed, because: judged.because, at: 'files' })
      const type = step === 'close' ? 'answer' : 'reply'
      const answer = await send({
        ...{ dossier: id, revision, doer: staff.account, files: judged.files },
        act: { type, text: words },
      })
      return answer.outcome === 'done'
        ? reply.redirect(`/staff/dossiers/${encodeURIComponent(id)}?done=${type}`, 303)
        : notDone(staff, reply, { id, typed }, answer)
    })
  }
