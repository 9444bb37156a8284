import { tidy } from '../../kernel/text.ts'
import { givenBeside } from '../answers-now.ts'
import { maskedAnswer } from '../masked.ts'
import { openAsk } from '../take-back.ts'
import type { Act, Rule } from './act.ts'
import { push } from './push.ts'

/**
 * One answer is put right by the desk: a slip that needs no question. What was filed stays, the new answer is laid over it, and
 * the citizen reads both.
 */
export const correct: Rule<Extract<Act, { type: 'correct' }>> = {
  recorded: 'corrected',
  by: 'staff',
  from: ['registered', 'accepted', 'processing', 'supplement', 'payment', 'stopped'],
  elsewhere: 'Hồ sơ đã kết thúc nên không sửa thông tin được nữa.',
  objection: ({ given }, _circumstances, { dossier, history }) => {
    const before = dossier.answers.find(({ key }) => key === given.key)
    if (!before) return 'Hồ sơ này không có mục đó. Xin tải lại trang.'
    if (before.attachments) return 'Giấy tờ thì không sửa được. Xin chọn “Yêu cầu bổ sung” để người dân gửi lại.'
    if (before.value === given.value && before.shown === given.shown) return 'Câu trả lời đang đúng như vậy rồi.'
    return dossier.status === 'supplement' && openAsk(history)?.move?.wanted?.some(({ key }) => key === given.key)
      ? 'Người dân đang được hỏi lại mục này. Xin chờ họ trả lời.'
      : undefined
  },
  moves: ({ dossier }, { given }) => ({ given: givenBeside(dossier.answers, [given]) }),
  tells: (standing, { given, reason }, circumstances) => {
    const before = standing.dossier.answers.find(({ key }) => key === given.key)
    const change = `${before ? maskedAnswer(before) : ''} → ${maskedAnswer(given)}`
    return [
      push(
        standing,
        circumstances,
        `${circumstances.agencyName} đã sửa một mục trong hồ sơ của ông/bà.\n\n${given.label}: ${change}\nLý do: ${tidy(reason)}\n\nÔng/bà chưa cần làm gì thêm. Thấy chưa đúng, ông/bà nhắn “hỏi cán bộ” giúp.`,
      ),
    ]
  },
}
