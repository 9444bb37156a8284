import type { FastifyPluginAsync } from 'fastify'
import { toVietnamDay } from '../../kernel/clock.ts'
import { holidaysOf } from '../../province/days-off.ts'
import { unreviewedYears } from '../../province/work-calendar.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage } from '../frame/message-page.tsx'
import { isProvincial } from '../people/may-administer.ts'
import type { OfficeStaff } from '../people/pages/frame.tsx'
import { staffOn } from '../people/person-view.ts'
import { CalendarPage, type CalendarPageProps } from './pages/calendar-page.tsx'
import type { AgencyRoutesPorts } from './ports.ts'
import { DEEDS, parseCalendarForm, readCalendarForm } from './read-calendar.ts'

const PATH = '/staff/calendars'

/** When agencies work: read by administrators, changed by those of the province. */
export const calendarRoutes =
  ({ staffOf, calendarBook, now, log }: AgencyRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const render = async (staff: OfficeStaff, shown: Partial<CalendarPageProps> = {}): Promise<string> => {
      const today = toVietnamDay(now())
      const unreviewed = unreviewedYears(now(), calendarBook.calendars())
      const year = unreviewed.at(-1) ?? Number(today.slice(0, 4)) + 1
      return toPage(
        CalendarPage({
          ...{ staff, today, unreviewed, year, calendars: calendarBook.calendars(), seen: calendarBook.place() },
          ...{ holidays: holidaysOf(year), recent: await calendarBook.recent(), mayChange: isProvincial(staff) },
          ...shown,
        }),
      )
    }

    app.get<{ Querystring: { done?: unknown } }>(PATH, async (request) =>
      render(staffOn(staffOf(request)), { isDone: request.query.done === 'yes' }),
    )

    for (const deed of DEEDS)
      app.post(`${PATH}/${deed}`, async (request, reply) => {
        const staff = staffOn(staffOf(request))
        const message = (status: number, title: string, text: string) =>
          reply.code(status).send(toPage(MessagePage({ title, text, back: { href: PATH, label: 'Về lịch làm việc' } })))
        if (!isProvincial(staff)) return message(403, 'Chưa thực hiện', ONLY_PROVINCE)
        const typed = parseCalendarForm(request.body)
        const read = readCalendarForm(deed, typed, toVietnamDay(now()))
        if (!read.ok) return reply.code(422).send(await render(staff, { trouble: { deed, typed, at: read.troubles } }))
        const recorded = await calendarBook.record(read.edit, { seen: typed.seen, why: read.why, by: staff.name })
        if (recorded.outcome === 'refused')
          return reply
            .code(422)
            .send(await render(staff, { trouble: { deed, typed, at: {}, problems: recorded.problems } }))
        const [last] = await calendarBook.recent()
        // The same button pressed twice.
        const isTwice = recorded.outcome === 'stale' && last?.why === read.why && last.recordedBy === staff.name
        if (recorded.outcome === 'stale' && !isTwice) return message(409, STALE.title, STALE.text)
        log.info({ by: staff.id, deed }, 'the calendars were administered')
        return reply.redirect(`${PATH}?done=yes`, 303)
      })
  }

const STALE = {
  title: 'Lịch làm việc vừa được người khác đổi',
  text: 'Chưa có gì được ghi. Xin mở lại trang lịch, xem thay đổi mới rồi làm lại.',
}
const ONLY_PROVINCE =
  'Lịch làm việc chung do quản trị cấp tỉnh ghi. Quản trị của cơ quan chọn lịch ở trang cơ quan mình.'
