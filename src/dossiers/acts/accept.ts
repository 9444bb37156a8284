import { visitButtons } from '../../conversation/words/visit-buttons.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { standingAct } from '../take-back.ts'
import type { Rule } from './act.ts'
import { nextLines, push } from './push.ts'

/** The desk takes a dossier in: the legal clock begins, once. */
export const accept: Rule<{ type: 'accept' }> = {
  recorded: 'accepted',
  by: 'staff',
  from: ['registered', 'supplement'],
  to: 'accepted',
  barred: ({ history }) => {
    const accepted = standingAct(history, 'accepted')
    return accepted && `Hồ sơ đã được tiếp nhận lúc ${renderInstant(accepted.at)} nên không tiếp nhận lần nữa.`
  },
  // Mẫu 01 of TT 03/2025, the receipt, in words.
  tells: (standing, _act, circumstances) => [
    push(
      standing,
      circumstances,
      `${circumstances.agencyName} đã tiếp nhận hồ sơ của ông/bà lúc ${renderInstant(circumstances.at)}.\n\n${nextLines('accepted', circumstances)}Ông/bà chưa cần làm gì thêm. Khi có kết quả hoặc cần thêm giấy tờ, tôi nhắn ngay tại đây.`,
      circumstances.prospect?.isVisit ? visitButtons(standing.dossier.code) : [],
    ),
  ],
}
