import { statuses } from '../status.ts'
import { openQuestion, standingAct } from '../take-back.ts'
import type { CitizenAct, Rule } from './act.ts'

/**
 * The citizen's reply to an officer's question, once a question. A dossier that was accepted goes back to processing; one
 * asked about at reception stays where it is until an officer accepts it; a reply that comes when the dossier has gone on is
 * kept in its history.
 */
export const supplement: Rule<Extract<CitizenAct, { type: 'supplement' }>> = {
  recorded: 'supplemented',
  by: 'citizen',
  from: statuses,
  to: ({ dossier: { status }, history }) =>
    status === 'supplement' && standingAct(history, 'accepted') ? 'processing' : status,
  barred: ({ history }) => (openQuestion(history) === undefined ? ANSWERED : undefined),
  words: ({ reply }) => reply,
  attachments: ({ attachments }) => attachments,
}

const ANSWERED =
  'Câu hỏi của cán bộ đã có câu trả lời từ trước, nên phần vừa gửi chưa được ghi vào hồ sơ. Cần gửi thêm, ông/bà nhắn “hỏi cán bộ”.'
