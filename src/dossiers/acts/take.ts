import { unfinished } from '../status.ts'
import type { Rule } from './act.ts'

/** Somebody says: I work on this. In another agency's hands before, it is also the receipt of the hand-over. */
export const take: Rule<{ type: 'take' }> = {
  recorded: 'taken',
  by: 'staff',
  from: unfinished,
  elsewhere: 'Hồ sơ đã kết thúc, không còn việc để nhận.',
  barred: ({ dossier }, _at, by) =>
    by?.type === 'staff' && dossier.handler === by.id ? 'Hồ sơ này ông/bà đang xử lý.' : undefined,
  moves: (_standing, _act, { by }) =>
    by.type === 'staff' ? { handler: { id: by.id, name: by.name }, aside: null } : {},
}
