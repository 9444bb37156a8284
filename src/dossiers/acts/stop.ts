import { renderInstant } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { TALK } from '../outlook.ts'
import type { Rule } from './act.ts'
import { push } from './push.ts'

/**
 * Work stands still for a reason that the citizen cannot mend: another authority has to answer, a dispute is open. The clock
 * stands still with it, and `forward` lets both go on. Mẫu 05 of TT 03/2025, in words.
 */
export const stop: Rule<{ type: 'stop'; reason: string }> = {
  recorded: 'paused',
  by: 'staff',
  from: ['accepted', 'processing', 'payment'],
  to: 'stopped',
  tells: (standing, { reason }, circumstances) => [
    push(
      standing,
      circumstances,
      `${circumstances.agencyName} tạm dừng giải quyết hồ sơ từ ${renderInstant(circumstances.at)}.\nLý do: ${tidy(reason)}\n\nThời hạn giải quyết cũng tạm dừng. Khi xử lý tiếp, tôi nhắn ngay tại đây, kèm hạn trả mới. Ông/bà chưa cần làm gì thêm; cần hỏi, ông/bà ${TALK}.`,
    ),
  ],
}
