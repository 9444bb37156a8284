import { beginButton } from '../../conversation/words/buttons.ts'
import type { Choice } from '../../conversation/words/messages.ts'
import { TALK } from '../outlook.ts'
import type { Circumstances, Rule, Standing } from './act.ts'
import { push } from './push.ts'

/** The result is in the citizen's hands, or the papers are after a refusal: the end. */
export const giveBack: Rule<{ type: 'return' }> = {
  recorded: 'returned',
  by: 'staff',
  from: ['done', 'stopped'],
  to: 'returned',
  tells: (standing, _act, circumstances) => [
    push(standing, circumstances, bodyOf(standing), choicesOf(standing, circumstances)),
  ],
}

const bodyOf = ({ dossier: { status } }: Standing): string =>
  status === 'stopped'
    ? `Hồ sơ đã được trả lại cho ông/bà.\n\nCần hỏi thêm, ông/bà ${TALK}.`
    : `Kết quả hồ sơ đã được trả.\n\nCảm ơn ông/bà đã sử dụng dịch vụ. Nếu kết quả có sai sót, ông/bà ${TALK}.`

/** What is finished may be rated: asked once, in the message that tells the result. */
const choicesOf = ({ dossier: { status } }: Standing, { rateFlow }: Circumstances): Choice[] =>
  rateFlow !== undefined && status !== 'stopped' ? [beginButton(rateFlow, 'Đánh giá phục vụ')] : []
