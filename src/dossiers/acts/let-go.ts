import { unfinished } from '../status.ts'
import type { Rule } from './act.ts'

/** Work on which nothing was done for long: anybody of the desk may take it again. The citizen has nothing to do, and is told nothing. */
export const letGo: Rule<{ type: 'let-go' }> = {
  recorded: 'given back',
  by: 'program',
  from: unfinished,
  elsewhere: 'Hồ sơ đã kết thúc.',
  barred: ({ dossier: { handler, queue, asideUntil } }, at) =>
    handler === null || queue === null || (asideUntil !== null && asideUntil > at)
      ? 'Không còn ai bỏ quên hồ sơ này.'
      : undefined,
  words: () => 'Đã lâu chưa có việc gì được ghi, nên hồ sơ về hàng chờ để người khác nhận.',
  moves: () => ({ handler: null, aside: null }),
}
