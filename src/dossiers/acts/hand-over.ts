import { renderInstant, toVietnamDay } from '../../kernel/clock.ts'
import { renderTelephone } from '../../province/desk-hours.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import type { DossierAction, Move } from '../dossier.ts'
import { clockStart, transferDue } from '../deadlines/clock-start.ts'
import { dueAfter } from '../deadlines/due-after.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { endOfWork, workDayAfter } from '../deadlines/work-time.ts'
import type { Status } from '../status.ts'
import type { Circumstances, Rule, Standing } from './act.ts'
import { push } from './push.ts'

type HandOver = { type: 'hand-over'; to: string; days: number; note: string; anyway?: boolean }

/** Most working days that one agency can be given. */
const LONGEST_STEP = 60

/**
 * Another agency has it from now on (liên thông), and nobody there works on it yet. The due day stays as it was: a hop never
 * restarts the clock, and a step's own time never goes beyond the law's (domain §3.1). One that was taken in outside its area
 * begins its clock at the first competent agency (NĐ 309/2026, Điều 17.3), and never again.
 */
export const handOver: Rule<HandOver> = {
  recorded: 'handed over',
  by: 'staff',
  from: ['registered', 'accepted', 'processing', 'stopped'],
  to: statusAfter,
  elsewhere: 'Chỉ chuyển được hồ sơ đang chờ cơ quan xử lý.',
  objection: ({ to, days, anyway }, { other }, { dossier }) => {
    if (!other) return 'Xin chọn cơ quan nhận trong danh sách.'
    if (to === dossier.holder) return 'Hồ sơ đang ở chính cơ quan này.'
    if (other.closed)
      return `${other.name} không còn hoạt động${other.closed.successor === undefined ? '' : `; ${other.closed.successor} tiếp nhận việc của cơ quan đó`}.`
    // A step may be another's although the decision is not (liên thông), and what is recorded of competence may be old: so it is asked.
    if (other.isOutside && !anyway)
      return `${other.name} không có thẩm quyền giải quyết hồ sơ này (theo thủ tục hoặc địa bàn). Chọn cơ quan khác, hoặc nếu nơi đó chỉ làm một bước, xin đánh dấu “Vẫn chuyển” rồi gửi lại.`
    return Number.isInteger(days) && days >= 0 && days <= LONGEST_STEP
      ? undefined
      : `Số ngày là từ 0 đến ${LONGEST_STEP}, ví dụ 3.`
  },
  moves: (standing, { to, days }, circumstances) => {
    const begins = doesBegin(standing, circumstances)
    const move: Move = { holder: to, handler: null, aside: null, ...(begins && { begins }) }
    const until = untilOf(standing, move, days, circumstances)
    return { ...move, ...(until !== undefined && { until }) }
  },
  tells: (standing, _act, circumstances) => [push(standing, circumstances, bodyOf(standing, circumstances))],
}

function statusAfter({ dossier: { status } }: Standing): Status {
  return status === 'accepted' ? 'processing' : status
}

const isWaiting = ({ history }: Standing): boolean => clockStart(history) === 'not yet'

const doesBegin = (standing: Standing, { other }: Circumstances): boolean => isWaiting(standing) && !other?.isOutside

/** By when the agency that gets it should be done, or hand it on where it is not competent either. */
function untilOf(standing: Standing, move: Move, days: number, { by, at, termAt }: Circumstances): number | undefined {
  const calendar = workCalendarFor(move.holder ?? '')
  if (isWaiting(standing) && !move.begins) return transferDue(calendar, at)
  if (days === 0) return undefined
  const end = endOfWork(calendar, workDayAfter(calendar, toVietnamDay(at), days))
  const made: DossierAction = { type: 'handed over', by, at, status: statusAfter(standing), move }
  return Math.min(end, dueAfter(standing, made, termAt) ?? end)
}

function bodyOf(standing: Standing, circumstances: Circumstances): string {
  const { agencyName, other, dueAt, at } = circumstances
  const passed = `${agencyName} đã chuyển hồ sơ đến ${other?.name ?? 'cơ quan khác'}`
  return `${passed}${dueWords()} Cần hỏi cơ quan đó: gọi ${renderTelephone(other?.telephone)}.\n\nÔng/bà không cần nộp lại và chưa cần làm gì thêm.`

  function dueWords(): string {
    if (doesBegin(standing, circumstances)) {
      const due = dueAt === undefined ? '' : ` Hạn trả kết quả: ${renderDue(dueAt)}.`
      return `, là cơ quan có thẩm quyền giải quyết. Thời hạn tính từ lúc cơ quan này nhận hồ sơ, ${renderInstant(at)}.${due}`
    }
    if (isWaiting(standing)) return ' để chuyển tiếp. Thời hạn giải quyết tính từ lúc cơ quan có thẩm quyền nhận hồ sơ.'
    const isKept = dueAt !== undefined && standing.dossier.status !== 'registered'
    return ` để xử lý.${isKept ? ` Hạn trả kết quả không đổi: ${renderDue(dueAt)}.` : ''}`
  }
}
