import { capitalised, tidy } from '../../kernel/text.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { decisionsOf } from '../take-back.ts'
import type { Circumstances, Paper, Rule } from './act.ts'
import { push } from './push.ts'

/**
 * A finished dossier is worked on again because its result has to be corrected, by a leader, with the reason. What it granted
 * is revoked: a permit that is being corrected must open no post.
 */
export const reopen: Rule<{ type: 'reopen'; reason: string }> = {
  recorded: 'reopened',
  by: 'staff',
  from: ['done', 'returned', 'stopped'],
  to: 'processing',
  barred: ({ history }) =>
    decisionsOf(history).standing.at(-1)?.action.type === 'paused'
      ? 'Hồ sơ đang tạm dừng: ông/bà chọn “Xử lý tiếp”.'
      : undefined,
  ends: (_standing, { reason }, { inForce = [] }) => ({ papers: inForce, because: tidy(reason) }),
  besides: (_standing, { inForce = [] }) => ({
    before: inForce.map((paper) => ({
      type: 'permit revoked',
      note: `Số giấy: ${paper.number}. Hồ sơ được mở lại để sửa kết quả.`,
    })),
  }),
  tells: (standing, { reason }, circumstances) => [push(standing, circumstances, bodyOf(tidy(reason), circumstances))],
}

function bodyOf(reason: string, { agencyName, inForce = [], permitName, dueAt }: Circumstances): string {
  const lost = (paper: Paper): string =>
    `${capitalised(permitName)} số ${paper.number} không còn giá trị, xin ông/bà không dùng.`
  const due = dueAt === undefined ? '' : ` Hạn trả kết quả: ${renderDue(dueAt)}.`
  return [
    `${agencyName} mở lại hồ sơ để sửa kết quả.\nLý do: ${reason}`,
    ...inForce.map(lost),
    `Ông/bà không cần nộp lại. Có kết quả mới, tôi nhắn ngay tại đây.${due}`,
  ].join('\n\n')
}
