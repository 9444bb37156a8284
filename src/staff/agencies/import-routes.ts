import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { withRows } from '../../dossiers/agency-changes.ts'
import { agenciesOn } from '../../dossiers/agency-days.ts'
import { type AgencyProblem, problemsOfRows } from '../../dossiers/agency-problems.ts'
import { toPage } from '../frame/layout.tsx'
import { staffOn } from '../people/person-view.ts'
import { readAgencies, writeAgencies } from './agency-table.ts'
import { createAgencyView } from './agency-view.ts'
import { offerTable, saidOf } from './table-routes.ts'
import { AgencyChangeLine } from './pages/agency-change-line.tsx'
import { type Imported, ImportPage } from './pages/import-page.tsx'
import type { AgencyRoutesPorts } from './ports.ts'
import { LARGEST, renderRowTrouble } from './table-text.ts'

const form = z.object({ text: z.string().max(1_000_000).catch(''), step: z.literal('do').optional().catch(undefined) })

/** All agencies as a text, out and in: seen row by row first, and taken in as a whole or not at all. */
export const agencyImportRoutes =
  (ports: AgencyRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, agencyBook, procedures, log } = ports
    const view = createAgencyView(ports)
    offerTable(
      app,
      { staffOf },
      {
        ...{ of: LIST, file: 'co-quan', onlyProvince: ONLY_PROVINCE },
        write: (format) => writeAgencies(agencyBook.known(), format),
      },
    )

    app.post('/staff/agencies/import', { bodyLimit: LARGEST }, async (request, reply) => {
      const staff = staffOn(staffOf(request))
      const { text, step } = form.parse(request.body ?? {})
      const known = agencyBook.known()
      const names = {
        calendars: view.choices().calendars.map(({ id }) => id),
        flows: procedures().map(({ flow }) => flow),
      }
      const refuse = (troubles: readonly string[]) =>
        reply.code(422).send(toPage(ImportPage({ staff, of: LIST, text, troubles })))
      const read = readAgencies(text, known, names)
      if (!read.ok) return refuse(read.troubles.map(renderRowTrouble))
      const problems = problemsOfRows(known.seeds, known.versions, withRows(known.versions, read.changes))
      if (problems.length > 0) return refuse(problems.map(sentence))
      if (step !== 'do' || read.changes.length === 0) {
        const planned = read.changes.map((change) =>
          AgencyChangeLine({
            ...{ change, names: view.names },
            before: agenciesOn(known.seeds, known.versions, change.since).get(change.code),
          }),
        )
        return toPage(ImportPage({ staff, of: LIST, text, planned, kept: read.kept }))
      }
      const recorded = await agencyBook.recordPlan((now) => {
        // What somebody has recorded since the look is read with it.
        const again = readAgencies(text, now, names)
        return again.ok ? again.changes : 'stale'
      }, staff.name)
      if (recorded.outcome === 'refused') return refuse(recorded.problems.map(sentence))
      if (recorded.outcome === 'stale') return reply.code(409).send(saidOf(LIST, 'Chưa nhập', STALE))
      log.info({ by: staff.id, rows: read.changes.length }, 'agencies were imported')
      return reply.redirect('/staff/agencies?done=imported', 303)
    })
  }

const LIST: Imported = {
  ...{ title: 'Nhập danh sách cơ quan', at: '/staff/agencies', back: 'Về danh sách cơ quan' },
  hint: 'Tải bản hiện có về, sửa, rồi dán cả vào đây. Dòng thay đổi cần lý do ở cột why.',
  same: 'Danh sách này giống hệt những gì đang có, không có gì để nhập.',
}

const sentence = ({ code, text }: AgencyProblem): string => `${code}: ${text}`

const STALE = 'Danh sách vừa được người khác đổi nhiều lần. Chưa có gì được ghi, xin xem trước lại.'
const ONLY_PROVINCE = 'Nhập và tải danh sách cơ quan do quản trị cấp tỉnh làm.'
