import { renderInstant } from '../../kernel/clock.ts'
import { clockStart } from '../deadlines/clock-start.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { undecided } from '../status.ts'
import type { Rule } from './act.ts'
import { push } from './push.ts'

/**
 * The agency that has it was not competent when it took it in, and is now: its competence was recorded, or began. Then the competent
 * agency has it, and the time runs from here (NĐ 309/2026, Điều 17.3), as if it had been handed to one.
 */
export const beginClock: Rule<{ type: 'begin-clock' }> = {
  recorded: 'clock begun',
  by: 'program',
  from: undecided,
  elsewhere: 'Hồ sơ đã kết thúc.',
  barred: ({ history }) =>
    clockStart(history) === 'not yet' ? undefined : 'Thời hạn của hồ sơ này không còn chờ cơ quan khác.',
  objection: (_act, { isOutside }) => (isOutside ? 'Cơ quan đang giữ hồ sơ chưa có thẩm quyền.' : undefined),
  moves: () => ({ begins: true }),
  words: (_act, { agencyName }) => `${agencyName} có thẩm quyền giải quyết từ nay.`,
  tells: (standing, _act, circumstances) => {
    const { agencyName, at, dueAt } = circumstances
    const due = dueAt === undefined ? '' : ` Hạn trả kết quả: ${renderDue(dueAt)}.`
    const body = `${agencyName} nay có thẩm quyền giải quyết hồ sơ này, nên không phải chuyển đi nữa. Thời hạn tính từ ${renderInstant(at)}.${due}\n\nÔng/bà không cần nộp lại và chưa cần làm gì thêm.`
    return [push(standing, circumstances, body)]
  },
}
