import { toVietnamDay } from '../../kernel/clock.ts'
import { renderTelephone } from '../../province/desk-hours.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { endOfWork, workDayAfter } from '../deadlines/work-time.ts'
import type { Circumstances, Rule, Standing } from './act.ts'
import { push } from './push.ts'

type HandOver = { type: 'hand-over'; to: string; days: number; note: string }

/** Most working days that one agency can be given. */
const LONGEST_STEP = 60

/**
 * Another agency has it from now on (liên thông), and nobody there works on it yet. The due day stays as it was: a hop never
 * restarts the clock, and a step's own time never goes beyond the law's (domain §3.1).
 */
export const handOver: Rule<HandOver> = {
  recorded: 'handed over',
  by: 'staff',
  from: ['registered', 'accepted', 'processing', 'stopped'],
  to: ({ dossier }) => (dossier.status === 'accepted' ? 'processing' : dossier.status),
  elsewhere: 'Chỉ chuyển được hồ sơ đang chờ cơ quan xử lý.',
  objection: ({ to, days }, { other }, { dossier }) => {
    if (!other) return 'Xin chọn cơ quan nhận trong danh sách.'
    if (to === dossier.holder) return 'Hồ sơ đang ở chính cơ quan này.'
    if (other.closed)
      return `${other.name} không còn hoạt động${other.closed.successor === undefined ? '' : `; ${other.closed.successor} tiếp nhận việc của cơ quan đó`}.`
    return Number.isInteger(days) && days >= 0 && days <= LONGEST_STEP
      ? undefined
      : `Số ngày là từ 0 đến ${LONGEST_STEP}, ví dụ 3.`
  },
  moves: (standing, { to, days }, { at }) => {
    const until = days === 0 ? undefined : stepEnd(standing, to, days, at)
    return { holder: to, handler: null, aside: null, ...(until !== undefined && { until }) }
  },
  tells: (standing, _act, circumstances) => [push(standing, circumstances, bodyOf(standing, circumstances))],
}

function stepEnd({ dossier: { dueAt } }: Standing, to: string, days: number, at: number): number {
  const calendar = workCalendarFor(to)
  const end = endOfWork(calendar, workDayAfter(calendar, toVietnamDay(at), days))
  return dueAt === null ? end : Math.min(end, dueAt)
}

function bodyOf({ dossier }: Standing, { agencyName, other, dueAt }: Circumstances): string {
  const due =
    dueAt === undefined || dossier.status === 'registered' ? '' : ` Hạn trả kết quả không đổi: ${renderDue(dueAt)}.`
  return `${agencyName} đã chuyển hồ sơ đến ${other?.name ?? 'cơ quan khác'} để xử lý.${due} Cần hỏi cơ quan đó: gọi ${renderTelephone(other?.telephone)}.\n\nÔng/bà không cần nộp lại và chưa cần làm gì thêm.`
}
