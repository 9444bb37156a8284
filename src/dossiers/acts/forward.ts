import { renderDue } from '../deadlines/render-due.ts'
import type { Circumstances, Rule, Standing } from './act.ts'
import { notAccepted } from './not-accepted.ts'
import { push } from './push.ts'
import { takenByDoer } from './taken-by-doer.ts'

/**
 * Work on it begins, or goes on: from a supplement that nobody waits for any more, or after it was stopped. A hop within
 * "đang xử lý" would push a message that says nothing new.
 */
export const forward: Rule<{ type: 'forward' }> = {
  recorded: 'forwarded',
  by: 'staff',
  from: ['accepted', 'supplement', 'payment', 'stopped'],
  to: 'processing',
  barred: notAccepted,
  moves: takenByDoer,
  tells: (standing, _act, circumstances) => [
    push(
      standing,
      circumstances,
      `${circumstances.agencyName} đang xử lý hồ sơ.${againDue(standing, circumstances)}\n\nÔng/bà chưa cần làm gì thêm. Khi có kết quả, tôi nhắn ngay tại đây.`,
    ),
  ],
}

/** Whoever was told that the time stands still is told when it ends now. */
const againDue = ({ dossier }: Standing, { dueAt }: Circumstances): string =>
  dossier.dueAt === null && dueAt !== undefined ? `\nHạn trả kết quả: ${renderDue(dueAt)}.` : ''
