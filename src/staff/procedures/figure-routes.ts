import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { Finding } from '../../procedures/finding.ts'
import { stepAt, stepLines } from '../../procedures/step-lines.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { parseFiguresQuery } from './forms.ts'
import { PROCEDURE_MESSAGES } from './messages.ts'
import { FunnelPage } from './pages/funnel-page.tsx'
import type { ProcedureRoutesPorts } from './ports.ts'
import { type Subject, subjectOf } from './subject.ts'

type OneFlow = { Params: { flow: string } }

/** A drawing has its own small style sheet inside, and may do nothing else. */
const DRAWING = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }

/** The drawing of a procedure, and how many citizens came how far in it. */
export const figureRoutes =
  (ports: ProcedureRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, publishing, flows } = ports
    const draw = (reply: FastifyReply, svg: string | undefined) =>
      svg === undefined
        ? reply.code(404).type('text/plain; charset=utf-8').send('Không có hình này.')
        : reply.headers(DRAWING).type('image/svg+xml; charset=utf-8').send(svg)

    app.get<OneFlow & { Querystring: { of?: unknown } }>(
      '/staff/procedures/:flow/drawing.svg',
      async (request, reply) => {
        const { flow } = request.params
        const subject = await subjectOf(ports, flow)
        const text = request.query.of === 'draft' ? subject?.draft : subject?.newest
        if (!text) return draw(reply, undefined)
        // What is published had no mistakes.
        const findings = text === subject?.draft ? (await publishing.examineDraft(text)).findings : []
        const marks = { faulty: faultySteps(text.source, findings) }
        return draw(reply, await publishing.draw(text.source, marks, staffOf(request)?.account.id ?? ''))
      },
    )

    const choose = (subject: Subject, query: unknown) => {
      const versions = [...new Set(subject.rows.map((row) => row.version))]
      const asked = parseFiguresQuery(query)
      const version = versions.find((it) => it === asked.version) ?? versions[0] ?? 0
      return { versions, version, days: asked.days, steps: flows.pinned(subject.flow, version)?.steps }
    }

    app.get<OneFlow>('/staff/procedures/:flow/funnel', async (request, reply) => {
      const { flow } = request.params
      const subject = await subjectOf(ports, flow)
      if (!subject) return reply.code(404).send(toPage(MessagePage(PROCEDURE_MESSAGES.unknown)))
      const staff = staffOf(request)
      const chosen = choose(subject, request.query)
      const figures = await publishing.funnel(flow, chosen.version, chosen.days)
      const signedIn = { name: staff?.account.name ?? '', csrf: staff?.csrf ?? '' }
      return toPage(FunnelPage({ signedIn, ...subject, ...chosen, figures }))
    })

    app.get<OneFlow>('/staff/procedures/:flow/funnel.svg', async (request, reply) => {
      const { flow } = request.params
      const subject = await subjectOf(ports, flow)
      const chosen = subject && choose(subject, request.query)
      const row = subject?.rows.find((it) => it.version === chosen?.version)
      if (!chosen || !row) return draw(reply, undefined)
      const counts = await publishing.funnel(flow, chosen.version, chosen.days)
      return draw(reply, await publishing.draw(row.source, { counts }, staffOf(request)?.account.id ?? ''))
    })
  }

function faultySteps(source: string, findings: readonly Finding[]): ReadonlySet<string> {
  const steps = stepLines(source)
  return new Set(findings.flatMap(({ line }) => stepAt(steps, line) ?? []))
}
