import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { render } from 'preact-render-to-string'
import { MENDED } from '../../procedures/clean-text.ts'
import { compareTexts } from '../../procedures/compare.ts'
import { stepLines } from '../../procedures/step-lines.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parseDraftForm, parsePlace } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { EDITED } from './pages/editor-notices.tsx'
import { EditorPage, type EditorProps } from './pages/editor-page.tsx'
import { Verdict } from './pages/verdict.tsx'
import { mayEdit } from './roles.ts'
import type { ProcedureRoutesPorts } from './ports.ts'
import { type Subject, subjectOf } from './subject.ts'

type OneFlow = { Params: { flow: string } }

/** The editor is the one page of staff with a script: ours, and nobody else's. */
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/** The longest text a procedure may have, when every letter of it takes nine characters in a form. */
const LARGEST_FORM = 4 * 1024 * 1024

export const editorRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing } = ports

    type Shown = Pick<EditorProps, 'done' | 'mended' | 'isStale'> & { typed?: { source: string; cases: string } }
    const show = async (request: FastifyRequest, reply: FastifyReply, subject: Subject, shown: Shown = {}) => {
      const { typed, ...rest } = shown
      const { flow, newest, draft } = subject
      const staff = staffOf(request)
      const source = typed?.source ?? draft?.source ?? newest?.source ?? ''
      const cases = typed?.cases ?? draft?.cases ?? newest?.cases ?? ''
      const page = EditorPage({
        signedIn: { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' },
        mayEdit: mayEdit(staff?.account),
        ...subject,
        ...{ source, cases },
        examined:
          !typed && draft
            ? await publishing.examineDraft(draft)
            : await publishing.examine(source, cases, flow, staff?.account.id),
        difference: compareTexts(newest?.source ?? '', source),
        ...rest,
      })
      return reply.header('content-security-policy', CONTENT_POLICY).send(toPage(page))
    }

    app.get<OneFlow & { Querystring: { done?: unknown; mended?: unknown } }>(
      '/staff/procedures/:flow',
      async (request, reply) => {
        const subject = await subjectOf(ports, request.params.flow)
        if (!subject) return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.unknown)))
        const { done, mended } = request.query
        const kinds = typeof mended === 'string' ? mended.split('.') : []
        return show(request, reply, subject, {
          done: EDITED.find((it) => it === done),
          mended: MENDED.filter((kind) => kinds.includes(kind)),
        })
      },
    )

    app.post<OneFlow>('/staff/procedures/:flow/draft', { bodyLimit: LARGEST_FORM }, async (request, reply) => {
      const { flow } = request.params
      const { revision, mended, ...typed } = parseDraftForm(request.body)
      const before = await subjectOf(ports, flow)
      if (!before) return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.unknown)))
      const savedBy = staffOf(request)?.account.name ?? ''
      const saved = await publishing.saveDraft({ flow, ...typed, revision, savedBy })
      if (saved === 'saved')
        return reply.redirect(
          `/staff/procedures/${flow}?${new URLSearchParams({ done: 'saved', ...(mended.length > 0 && { mended: mended.join('.') }) }).toString()}`,
          303,
        )
      // Published or dropped in the meantime: what was typed is the next draft, and says so before it is one.
      const now = (await subjectOf(ports, flow)) ?? before
      return show(request, reply.code(409), now, { typed, isStale: true })
    })

    app.post<OneFlow>('/staff/procedures/:flow/examine', { bodyLimit: LARGEST_FORM }, async (request) => {
      const { flow } = request.params
      const { source, cases, mended } = parseDraftForm(request.body)
      const lane = staffOf(request)?.account.id
      const [examined, [newest], draft] = await Promise.all([
        publishing.examine(source, cases, flow, lane),
        publishing.history(flow),
        publishing.draftOf(flow),
      ])
      const isSaved = draft?.source === source && draft.cases === cases
      return render(Verdict({ flow, examined, newest, mended, steps: stepLines(source), isSaved, mayEdit: true }))
    })

    app.post<OneFlow>('/staff/procedures/:flow/discard', async (request, reply) => {
      const { flow } = request.params
      const subject = await subjectOf(ports, flow)
      if (!subject?.draft) return reply.code(409).send(toPage(MessagePage(PROCEDURE_MESSAGES.noDraft)))
      const { revision } = parsePlace(request.body)
      if (revision !== subject.draft.revision)
        return show(request, reply.code(409), subject, { isStale: true, typed: subject.draft })
      await publishing.discardDraft(flow, revision)
      return reply.redirect(subject.newest ? `/staff/procedures/${flow}?done=discarded` : '/staff/procedures', 303)
    })
  }
