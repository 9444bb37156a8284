import type { Prospect } from '../conversation/flow/prospect.ts'
import { renderInstant } from '../kernel/clock.ts'
import { deskLine } from '../province/desk-hours.ts'
import { renderDue } from './deadlines/render-due.ts'
import type { Status } from './status.ts'

/** How a citizen reaches a person, as every refusal says it. */
export const TALK = 'nhắn “gặp cán bộ”'
const FROM_ACCEPTANCE = 'Thời hạn tính từ lúc tiếp nhận đủ giấy tờ.'
const FROM_COMPETENT = 'Thời hạn tính từ lúc cơ quan có thẩm quyền nhận hồ sơ.'
const BRING = 'Khi đến nhận, ông/bà mang theo căn cước và mã hồ sơ này.'
const VISIT = 'Lịch hẹn được giữ: ông/bà đến đúng ngày giờ đã hẹn, mang theo căn cước và mã hẹn này.'

/**
 * What comes next for who filed it, a line each, in the order in which it is needed. `began`: from when a term that the law
 * counts runs, where that is known; `clock`: when it is due, and now (epoch milliseconds); `telephone`: of the agency that has it.
 */
export function outlookOf(
  status: Status,
  prospect: Prospect,
  began?: number | 'not yet',
  clock?: { dueAt: number; now: number },
  telephone?: string,
): string[] {
  const { term, isCounted, fee, where, afterwards } = prospect
  const since =
    began === undefined
      ? FROM_ACCEPTANCE
      : began === 'not yet'
        ? FROM_COMPETENT
        : `Tính từ lúc tiếp nhận, ${renderInstant(began)}.`
  const due = term !== undefined && isCounted ? `${term} ${since}` : term
  const told = (...lines: (string | undefined)[]): string[] => lines.flatMap((line) => line ?? [])
  switch (status) {
    case 'registered':
      return told(afterwards ?? 'Cán bộ xem và tiếp nhận hồ sơ trong giờ làm việc.', due, fee, where)
    case 'accepted':
    case 'processing':
      return prospect.isVisit ? [VISIT, deskLine(telephone)] : told(clock ? renderPromise(clock) : due, fee)
    case 'supplement':
      return ['Tiếp theo: ông/bà trả lời câu hỏi của cán bộ; thời hạn tạm dừng đến lúc đó.']
    case 'payment':
      return told('Tiếp theo: ông/bà đóng khoản tiền cán bộ đã báo; thời hạn tạm dừng đến lúc đó.', fee)
    case 'done':
      return where === undefined ? [] : [where, deskLine(telephone), BRING]
    case 'declined':
    case 'stopped':
      return ['Tiếp theo: ông/bà chuẩn bị lại theo lý do đã ghi rồi nộp hồ sơ mới, hoặc nhắn “gặp cán bộ”.']
    case 'withdrawn':
    case 'returned':
      return []
  }
}

/** Who is late says so: a citizen who looks it up need not count. */
const renderPromise = ({ dueAt, now }: { dueAt: number; now: number }): string =>
  now > dueAt
    ? `Hạn trả kết quả là ${renderDue(dueAt)}, nay đã quá hạn; cơ quan xin lỗi ông/bà. Cần hỏi, ông/bà ${TALK}.`
    : `Hạn trả kết quả: ${renderDue(dueAt)}.`
