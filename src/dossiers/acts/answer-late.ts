import { replyButton } from '../../conversation/words/buttons.ts'
import { phrases } from '../../conversation/words/phrases.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { openProposal } from '../visit.ts'
import type { Rule, Standing } from './act.ts'
import { push } from './push.ts'

/** It is done once, when its time has come, and only while the citizen has not answered. */
const barred =
  (isReminder: boolean) =>
  ({ dossier: { answerBy, wakeAt } }: Standing, at: number): string | undefined =>
    wakeAt !== null && wakeAt <= at && (wakeAt !== answerBy) === isReminder
      ? undefined
      : 'Chưa đến lúc, hoặc đã làm rồi.'

const choicesOf = ({ dossier }: Standing) => [replyButton(dossier.id, phrases.labels.answerOfficer)]

/** A few working days before what was asked should be answered. */
export const remindAnswer: Rule<{ type: 'remind-answer' }> = {
  recorded: 'answer reminded',
  by: 'program',
  from: ['supplement'],
  barred: barred(true),
  tells: (standing, _act, circumstances) => [
    push(
      standing,
      circumstances,
      `Cán bộ còn chờ ông/bà bổ sung hồ sơ. Xin ông/bà trả lời trước ${renderDue(standing.dossier.answerBy ?? 0)}.\n\nBấm nút bên dưới, tôi hỏi lại từng mục.`,
      choicesOf(standing),
    ),
  ],
}

/** The day has passed. Nothing is lost: an answer is taken for as long as the desk has not decided. */
export const answerOverdue: Rule<{ type: 'answer-overdue' }> = {
  recorded: 'answer overdue',
  by: 'program',
  from: ['supplement'],
  barred: barred(false),
  tells: (standing, _act, circumstances) => [
    push(
      standing,
      circumstances,
      openProposal(standing.history) ? TIMES_PASSED : lateText(standing),
      choicesOf(standing),
    ),
  ],
}

const TIMES_PASSED =
  'Các giờ hẹn cơ quan đề nghị đã qua mà ông/bà chưa chọn, nên lịch hẹn này chưa có giờ. Ông/bà bấm nút bên dưới để chọn ngày giờ khác, hoặc bỏ hẹn.'

const lateText = ({ dossier }: Standing): string =>
  `Đã qua ngày hẹn bổ sung (${renderDue(dossier.answerBy ?? 0)}). Ông/bà vẫn gửi được, khi cán bộ chưa quyết định.\n\nNếu chưa có phần bổ sung, cơ quan có thể trả lại hồ sơ theo quy định. Việc đó không phải lỗi của ông/bà; đủ giấy tờ, ông/bà nộp lại lúc nào cũng được. Cần hỏi, ông/bà nhắn “hỏi cán bộ”.`
