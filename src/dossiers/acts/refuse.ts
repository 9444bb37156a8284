import { tidy } from '../../kernel/text.ts'
import { TALK } from '../outlook.ts'
import type { Rule } from './act.ts'
import { notAccepted } from './not-accepted.ts'
import { push } from './push.ts'

/**
 * Refused after acceptance: status 8, "dừng xử lý" (Mẫu 05 of TT 03/2025). The national list has no "refused" of its own,
 * and status 3 means that the desk never took the dossier in.
 */
export const refuse: Rule<{ type: 'refuse'; reason: string }> = {
  recorded: 'refused',
  by: 'staff',
  from: ['accepted', 'processing', 'supplement', 'payment'],
  to: 'stopped',
  barred: notAccepted,
  tells: (standing, { reason }, circumstances) => [
    push(
      standing,
      circumstances,
      `Rất tiếc, hồ sơ đã dừng xử lý.\nLý do: ${tidy(reason)}\n\nNếu chưa đồng ý hoặc cần hỏi thêm, ông/bà ${TALK}. Khi đủ điều kiện, ông/bà có thể nộp hồ sơ mới.`,
    ),
  ],
}
