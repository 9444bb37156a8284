import type { OutgoingMessage } from '../../conversation/words/messages.ts'
import { HOUR, renderInstant } from '../../kernel/clock.ts'
import { capitalised, tidy } from '../../kernel/text.ts'
import { ACTION_LABELS } from '../action-labels.ts'
import { STATUSES, statuses, type Status } from '../status.ts'
import { lastDecision, openQuestion, TAKE_BACK_WITHIN } from '../take-back.ts'
import type { Circumstances, Paper, Rule, Standing } from './act.ts'
import { push } from './push.ts'

/**
 * A decision undone, as an act of its own: the dossier goes back to where it stood, what was granted is revoked, and the
 * citizen is told. A revoked code stays revoked, because telephones at checkpoints may hold it: a new permit replaces it.
 */
export const takeBack: Rule<{ type: 'take-back'; reason: string }> = {
  recorded: 'taken back',
  by: 'staff',
  from: statuses,
  to: ({ dossier, history }) => lastDecision(history)?.before ?? dossier.status,
  barred: ({ history }, at) => {
    const decision = lastDecision(history)
    if (!decision) return NOTHING
    const made = decision.action.at
    if (at < made + TAKE_BACK_WITHIN) return undefined
    return `Chỉ thu lại được trong ${TAKE_BACK_WITHIN / HOUR} giờ; quyết định này từ lúc ${renderInstant(made)}. Nếu giấy đã cấp có sai sót, ông/bà thu hồi giấy đó.`
  },
  ends: (standing, { reason }, circumstances) => ({ papers: endedBy(standing, circumstances), because: tidy(reason) }),
  besides: (standing, circumstances) => ({
    before: endedBy(standing, circumstances).map((paper) => ({
      type: 'permit revoked',
      note: `Số giấy: ${paper.number}. Quyết định duyệt được thu lại.`,
    })),
    after: circumstances.granted
      ? [{ type: 'permit granted', note: `Số giấy: ${circumstances.granted.number}, thay giấy đã thu hồi.` }]
      : [],
  }),
  tells: (standing, { reason }, circumstances) => messagesOf(standing, tidy(reason), circumstances),
}

const NOTHING =
  'Không có quyết định nào để thu lại. Chỉ thu lại được quyết định mới nhất, ví dụ: duyệt, từ chối, trả kết quả.'

/** With an approval goes what it granted. */
const endedBy = ({ history }: Standing, { inForce = [] }: Pick<Circumstances, 'inForce'>): readonly Paper[] =>
  lastDecision(history)?.action.type === 'approved' ? inForce : []

function messagesOf(standing: Standing, reason: string, circumstances: Circumstances): OutgoingMessage[] {
  const decision = lastDecision(standing.history)
  if (!decision) return []
  const { granted, permitName } = circumstances
  const head = `Cơ quan thu lại quyết định “${ACTION_LABELS[decision.action.type]}” lúc ${renderInstant(decision.action.at)}.\nLý do: ${reason}`
  const lost = endedBy(standing, circumstances).map(
    ({ number }) => `${capitalised(permitName)} số ${number} không còn giá trị, xin ông/bà không dùng.`,
  )
  const isAskedAgain = decision.before === 'supplement' && openQuestion(standing.history) !== undefined
  const last = granted ? replaced(granted, permitName) : standsAt(decision.before, isAskedAgain)
  const text = push(standing, circumstances, [head, ...lost, last].join('\n\n'))
  return granted ? [text, granted.shown] : [text]
}

const replaced = (anew: Paper, permitName: string): string =>
  `Ông/bà dùng ${permitName} mới số ${anew.number}, nội dung như giấy trước. Mã QR cũ không qua chốt được nữa; ảnh giấy mới ở tin nhắn tiếp theo.`

const standsAt = (before: Status, isAskedAgain: boolean): string =>
  `Hồ sơ trở lại trạng thái “${STATUSES[before].label}”. ${isAskedAgain ? ANSWER_NEXT : NOTHING_TO_DO}`
const ANSWER_NEXT = 'Tin nhắn tiếp theo hướng dẫn ông/bà trả lời câu hỏi của cán bộ.'
const NOTHING_TO_DO = 'Ông/bà chưa cần làm gì thêm; có quyết định mới, tôi nhắn ngay tại đây.'
