import { unfinished } from '../status.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { Rule } from './act.ts'

/** Work is given to somebody of the agency where the dossier lies. */
export const assign: Rule<{ type: 'assign'; to: StaffId; note: string }> = {
  recorded: 'assigned',
  by: 'staff',
  from: unfinished,
  elsewhere: 'Hồ sơ đã kết thúc, không còn việc để phân công.',
  objection: ({ to }, { colleagues = [] }) =>
    colleagues.some(({ id }) => id === to) ? undefined : 'Xin chọn một người đang làm việc ở cơ quan này.',
  moves: (_standing, { to }, { colleagues = [] }) => {
    const handler = colleagues.find(({ id }) => id === to)
    return handler && { handler, aside: null }
  },
}
