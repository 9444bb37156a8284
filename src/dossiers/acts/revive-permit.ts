import { renderInstant } from '../../kernel/clock.ts'
import { statuses } from '../status.ts'
import type { ProgramAct, Rule } from './act.ts'
import { tellReplaced } from './tell-replaced.ts'

/** A permit that had ended with its order is granted anew, because the order is applied again. Its old code stays revoked. */
export const revivePermit: Rule<Extract<ProgramAct, { type: 'revive-permit' }>> = {
  recorded: 'permit granted',
  by: 'program',
  from: statuses,
  objection: (_act, { named, granted }) => (named && granted ? undefined : 'Giấy không cấp lại được.'),
  words: ({ title, because }, { named, granted }) =>
    `Số giấy: ${granted?.number ?? ''}, thay giấy số ${named?.number ?? ''}. Áp dụng lại ${title}: ${because}`,
  tells: (standing, { title, since, because }, circumstances) =>
    tellReplaced(
      standing,
      circumstances,
      (replaced) =>
        `Từ ${renderInstant(since)} cơ quan áp dụng lại ${title}, sau khi đã báo là hết áp dụng.\nLý do: ${because}\n\n${replaced} Mã QR cũ không qua chốt được nữa. Ảnh giấy mới ở tin nhắn tiếp theo; ông/bà lưu lại và xóa ảnh cũ giúp.`,
    ),
}
