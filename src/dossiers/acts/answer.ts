import { beginButton } from '../../conversation/words/buttons.ts'
import { TALK } from '../outlook.ts'
import { standingAct } from '../take-back.ts'
import type { Act, Circumstances, Rule, Standing } from './act.ts'
import { filesIn, idsIn, renderReply } from './answer-text.ts'
import { letter } from './push.ts'

/**
 * A question or a petition is answered, which ends it. In the national statuses the answer is the result (9, "đã xử lý xong"),
 * and the message that carries it hands the result over (10, "đã trả kết quả"): nobody has to record that by hand. Nobody
 * accepts a question by itself either, so the answer does, and lifts a question that the desk had asked.
 */
export const answer: Rule<Extract<Act, { type: 'answer' }>> = {
  recorded: 'answered',
  by: 'staff',
  from: ['registered', 'accepted', 'processing', 'supplement', 'payment'],
  to: 'done',
  barred: ({ asking }) =>
    asking === undefined ? 'Thủ tục này kết thúc khi có kết quả, không kết thúc bằng một câu trả lời.' : undefined,
  attachments: idsIn,
  besides: (standing, { by }) => ({
    before: wayTo(standing).map((one) => ({ ...one, by })),
    after: [{ type: 'returned', status: 'returned' }],
  }),
  tells: (standing, act, circumstances) => [
    letter(
      standing,
      circumstances,
      renderReply(standing, act.text, circumstances, `Việc này đã được trả lời xong. Cần hỏi thêm, ông/bà ${TALK}.`),
      ratingIn(circumstances),
    ),
    ...filesIn(standing, act),
  ],
}

function wayTo(standing: Standing): { type: 'accepted' | 'forwarded'; status: 'accepted' | 'processing' }[] {
  if (!standingAct(standing.history, 'accepted')) return [{ type: 'accepted', status: 'accepted' }]
  return standing.dossier.status === 'supplement' ? [{ type: 'forwarded', status: 'processing' }] : []
}

const ratingIn = ({ rateFlow }: Circumstances) =>
  rateFlow === undefined ? [] : [beginButton(rateFlow, 'Đánh giá phục vụ')]
