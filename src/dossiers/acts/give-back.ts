import { unfinished } from '../status.ts'
import type { Rule } from './act.ts'

/** Nobody works on it from now on: it is in the agency's queue again. */
export const giveWorkBack: Rule<{ type: 'give-back'; note: string }> = {
  recorded: 'given back',
  by: 'staff',
  from: unfinished,
  elsewhere: 'Hồ sơ đã kết thúc.',
  barred: ({ dossier }) => (dossier.handler === null ? 'Hồ sơ chưa có ai nhận xử lý.' : undefined),
  moves: () => ({ handler: null, aside: null }),
}
