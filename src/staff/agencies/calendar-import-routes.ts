import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { toVietnamDay } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { calendarProblems } from '../../province/calendar-problems.ts'
import { unreviewedYears } from '../../province/work-calendar.ts'
import { toPage } from '../frame/layout.tsx'
import { staffOn } from '../people/person-view.ts'
import { readCalendars, writeCalendars } from './calendar-table.ts'
import { offerTable, saidOf } from './table-routes.ts'
import { type Imported, ImportPage } from './pages/import-page.tsx'
import type { AgencyRoutesPorts } from './ports.ts'
import { LARGEST, renderRowTrouble } from './table-text.ts'

const form = z.object({
  text: z.string().max(1_000_000).catch(''),
  why: z.string().max(300).catch(''),
  step: z.literal('do').optional().catch(undefined),
})

const CALENDARS: Imported = {
  ...{ title: 'Nhập lịch làm việc', at: '/staff/calendars', back: 'Về lịch làm việc' },
  hint: 'Tải bản hiện có về, sửa, rồi dán cả vào đây. Dòng bỏ đi là bỏ lịch đó; ngày đã qua giữ nguyên.',
  same: 'Lịch này giống hệt những gì đang có, không có gì để nhập.',
}
const WHY = 'Xin ghi lý do từ 5 đến 300 chữ. Ví dụ: Quyết định 123/QĐ-UBND.'

/** All calendars as a text, out and in: seen row by row first, and taken in as a whole or not at all. */
export const calendarImportRoutes =
  ({ staffOf, calendarBook, now, log }: AgencyRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    offerTable(
      app,
      { staffOf },
      {
        ...{ of: CALENDARS, file: 'lich-lam-viec', onlyProvince: ONLY_PROVINCE, isReasoned: true },
        write: (format) => writeCalendars(calendarBook.calendars(), format),
      },
    )

    app.post('/staff/calendars/import', { bodyLimit: LARGEST }, async (request, reply) => {
      const staff = staffOn(staffOf(request))
      const { text, step, ...typed } = form.parse(request.body ?? {})
      const why = tidy(typed.why)
      const today = toVietnamDay(now())
      const shown = { staff, of: CALENDARS, text }
      const refuse = (troubles: readonly string[]) =>
        reply.code(422).send(toPage(ImportPage({ ...shown, troubles, why: { typed: why } })))
      const [before, seen] = [calendarBook.calendars(), calendarBook.place()]
      const read = readCalendars(text, before, today)
      if (!read.ok) return refuse(read.troubles.map(renderRowTrouble))
      const problems = read.changes.length === 0 ? [] : calendarProblems(read.calendars, today)
      if (problems.length > 0) return refuse(problems)
      const isSame = read.changes.length === 0
      const wrong = isSame || why.length >= 5 ? undefined : WHY
      if (isSame || wrong !== undefined || step !== 'do') {
        const planned = read.changes.map((it) => `${it.is === 'new' ? 'Thêm' : 'Bỏ'}: ${it.text}`)
        const years = unreviewedYears(now(), read.calendars)
        const warned = years.map(
          (year) => `Chưa ai đối chiếu ngày nghỉ lễ năm ${year}, nên hạn tính vào năm đó có thể sai.`,
        )
        const page = ImportPage({
          ...shown,
          ...(wrong === undefined && { planned, warned }),
          why: { typed: why, wrong },
        })
        return reply.code(wrong === undefined ? 200 : 422).send(toPage(page))
      }
      const recorded = await calendarBook.record(() => read.calendars, { seen, why, by: staff.name })
      if (recorded.outcome === 'refused') return refuse(recorded.problems)
      if (recorded.outcome === 'stale') return reply.code(409).send(saidOf(CALENDARS, 'Chưa nhập', STALE))
      log.info({ by: staff.id, rows: read.changes.length }, 'the calendars were imported')
      return reply.redirect('/staff/calendars?done=yes', 303)
    })
  }

const STALE = 'Lịch làm việc vừa được người khác đổi. Chưa có gì được ghi, xin xem trước lại.'
const ONLY_PROVINCE = 'Nhập và tải lịch làm việc do quản trị cấp tỉnh làm.'
