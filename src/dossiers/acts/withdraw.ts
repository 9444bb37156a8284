import { menuButton } from '../../conversation/words/buttons.ts'
import { canMove, statuses } from '../status.ts'
import type { CitizenAct, Rule } from './act.ts'
import { push } from './push.ts'

const choices = [menuButton]
const WITHDRAWN = 'Đã rút hồ sơ theo yêu cầu của ông/bà. Cơ quan không giải quyết hồ sơ này nữa.'
const NO_VISIT = 'Đã hủy lịch hẹn theo yêu cầu của ông/bà. Cần thì ông/bà đặt hẹn mới lúc nào cũng được.'

/** The citizen takes a dossier of their own back (status 7), if it has not come too far. */
export const withdraw: Rule<Extract<CitizenAct, { type: 'withdraw' }>> = {
  recorded: 'withdrawn',
  by: 'citizen',
  from: statuses.filter((status) => canMove(status, 'withdrawn')),
  to: 'withdrawn',
  elsewhere:
    'Hồ sơ này không rút được nữa: cơ quan vừa giải quyết xong hoặc hồ sơ đã kết thúc. Ông/bà nhắn “tra cứu” để xem kết quả, hoặc “hỏi cán bộ”.',
  words: ({ because }) => because,
  tells: (standing, _act, circumstances) => [
    push(standing, circumstances, circumstances.prospect?.isVisit ? NO_VISIT : WITHDRAWN, choices),
  ],
}
