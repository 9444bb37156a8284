import { renderInstant } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { standingAct } from '../take-back.ts'
import { TALK } from '../outlook.ts'
import type { Rule } from './act.ts'
import { push } from './push.ts'

/** The desk does not take a dossier in (status 3). */
export const decline: Rule<{ type: 'decline'; reason: string }> = {
  recorded: 'declined',
  by: 'staff',
  from: ['registered', 'supplement'],
  to: 'declined',
  barred: ({ history }) => {
    const accepted = standingAct(history, 'accepted')
    return (
      accepted &&
      `Hồ sơ đã được tiếp nhận lúc ${renderInstant(accepted.at)}. Nếu không giải quyết được, ông/bà chọn “Từ chối giải quyết”.`
    )
  },
  tells: (standing, { reason }, circumstances) => [
    push(
      standing,
      circumstances,
      `Rất tiếc, hồ sơ chưa được tiếp nhận.\nLý do: ${tidy(reason)}\n\nÔng/bà có thể chuẩn bị lại theo lý do trên và nộp hồ sơ mới, hoặc ${TALK} để được hướng dẫn.`,
    ),
  ],
}
