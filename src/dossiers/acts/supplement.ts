import { givenBeside } from '../answers-now.ts'
import { statuses } from '../status.ts'
import { openQuestion, standingAct } from '../take-back.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { beginOf, chosenOf, openProposal } from '../visit.ts'
import { DAY, startOfVietnamDay } from '../../kernel/clock.ts'
import type { CitizenAct, Rule, Standing } from './act.ts'
import { confirmVisit } from './propose.ts'
import { push } from './push.ts'

/**
 * The citizen's reply to an officer's question, once a question. A dossier that was accepted goes back to processing; one
 * asked about at reception stays where it is until an officer accepts it; a reply that comes when the dossier has gone on is
 * kept in its history.
 */
export const supplement: Rule<Extract<CitizenAct, { type: 'supplement' }>> = {
  recorded: 'supplemented',
  by: 'citizen',
  from: statuses,
  to: ({ dossier: { status }, history }, act) => {
    if (status !== 'supplement') return status
    const proposal = openProposal(history)
    // A wish of their own is looked at by the desk; a time that it proposed itself stands.
    if (proposal) return act && chosenOf(proposal, act.answers ?? []) ? 'accepted' : status
    return isAccepted({ history }) ? 'processing' : status
  },
  barred: ({ dossier: { status }, history }) => {
    if (openQuestion(history) === undefined) return ANSWERED
    return openProposal(history) && status !== 'supplement' ? NOT_OFFERED : undefined
  },
  objection: ({ answers = [] }, { at }, { history, visit }) => {
    const proposal = openProposal(history)
    const time = proposal && chosenOf(proposal, answers)
    if (!time) return undefined
    return (visit ? beginOf(time, visit) : startOfVietnamDay(time.day) + DAY) <= at ? LAPSED : undefined
  },
  words: ({ reply }) => reply,
  besides: ({ dossier, history }, { by }, { answers = [] }) => {
    const proposal = dossier.status === 'supplement' && answers.length > 0 && openProposal(history)
    return proposal ? { after: [{ type: chosenOf(proposal, answers) ? 'time chosen' : 'time wished', by }] } : {}
  },
  attachments: ({ attachments }) => attachments,
  // Where the desk has gone on without waiting, what it decides on stays as it was.
  moves: ({ dossier }, { answers = [], gone = [] }) => {
    if (dossier.status !== 'supplement' || answers.length + gone.length === 0) return undefined
    const left = dossier.answers.filter(({ key }) => gone.includes(key))
    return { given: givenBeside(dossier.answers, answers), ...(left.length > 0 && { gone: left }) }
  },
  // The clock that stood still runs again, to another end.
  tells: (standing, { answers = [] }, circumstances) => {
    const proposal = openProposal(standing.history)
    const time = proposal && chosenOf(proposal, answers)
    if (time) return [confirmVisit(standing, circumstances, time)]
    return circumstances.dueAt === undefined || standing.dossier.status !== 'supplement' || !isAccepted(standing)
      ? []
      : [
          push(
            standing,
            circumstances,
            `Cơ quan đã nhận phần bổ sung. Hạn trả kết quả: ${renderDue(circumstances.dueAt)}.`,
          ),
        ]
  },
}

const isAccepted = ({ history }: Pick<Standing, 'history'>): boolean => standingAct(history, 'accepted') !== undefined

const NOT_OFFERED =
  'Giờ này cán bộ không đề nghị nữa, nên lịch hẹn giữ như cũ. Ông/bà nhắn “tra cứu” để xem giờ hẹn, hoặc bấm “Dời hẹn” ở tin nhắn về lịch hẹn.'
const LAPSED =
  'Giờ này đã tới hoặc đã qua, nên chưa ghi vào lịch hẹn. Ông/bà nhắn “dời lịch hẹn” để chọn ngày giờ khác.'
const ANSWERED =
  'Câu hỏi của cán bộ đã có câu trả lời từ trước, nên phần vừa gửi chưa được ghi vào hồ sơ. Cần gửi thêm, ông/bà nhắn “hỏi cán bộ”.'
