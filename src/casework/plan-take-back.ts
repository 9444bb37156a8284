import type { OutgoingMessage } from '../conversation/words/messages.ts'
import { ACTION_LABELS } from '../dossiers/action-labels.ts'
import type { Dossier, DossierAction, Officer } from '../dossiers/dossier.ts'
import { STATUSES, type Status } from '../dossiers/status.ts'
import { type Decision, type MayTakeBack, openQuestion, TAKE_BACK_WITHIN } from '../dossiers/take-back.ts'
import { HOUR, renderInstant } from '../kernel/clock.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Decided, PlannedDecision } from './ports.ts'
import { showPermit, titled } from './show-permit.ts'

export interface TakeBackContext {
  dossier: Dossier
  officer: Officer
  /** What the officer wrote, tidied. */
  reason: string
  may: MayTakeBack
  /** Oldest first. */
  actions: readonly DossierAction[]
  /** Those of the dossier that are not revoked. */
  inForce: readonly Permit[]
  /** Stands in for the one whose revocation is taken back. */
  anew?: Permit
  procedureName: string
  permitName: string
  now: number
}

/**
 * A decision undone, as an act of its own: the dossier goes back to where it stood, what was granted is revoked, and the
 * citizen is told. A revoked code stays revoked, because telephones at checkpoints may hold it: a new permit replaces it.
 */
export function planTakeBack(context: TakeBackContext): PlannedDecision {
  const { dossier, officer, reason, may, actions, inForce, anew, now } = context
  if (may.outcome !== 'may') return { outcome: 'refused', because: objectionTo(may) }
  const { action, before } = may.decision
  const ends = action.type === 'approved' ? inForce : []
  const note = (permit: Permit) => `Số giấy: ${permit.number}. Quyết định duyệt được thu lại.`
  const question = before === 'supplement' ? openQuestion(actions) : undefined
  const { id, code, revision, citizen } = dossier
  return {
    outcome: 'planned',
    decided: {
      ...{ dossier: id, revision, citizen, status: before, at: now },
      actions: [
        ...ends.map((permit) => byProgram('permit revoked', before, now, note(permit))),
        { type: 'taken back', by: officer, at: now, status: before, note: reason },
        ...(anew ? [byProgram('permit granted', before, now, `Số giấy: ${anew.number}, thay giấy đã thu hồi.`)] : []),
      ],
      messages: messagesOf(context, { decision: may.decision, ends, isAskedAgain: question !== undefined }),
      ...(ends.length > 0 && { revoked: { permits: ends.map((permit) => permit.id), at: now, because: reason } }),
      ...(anew && { granted: anew }),
      ...(question !== undefined && askedAgain(id, code, revision, question)),
    },
  }
}

const byProgram = (type: DossierAction['type'], status: DossierAction['status'], at: number, note: string) =>
  ({ type, by: { type: 'program' }, at, status, note }) satisfies DossierAction

const askedAgain = (
  dossier: Dossier['id'],
  code: string,
  revision: number,
  question: string,
): Pick<Decided, 'event'> => ({
  event: { key: `supplement:${dossier}:${revision}`, event: { type: 'SUPPLEMENT_ASKED', dossier, code, question } },
})

function objectionTo(may: Exclude<MayTakeBack, { outcome: 'may' }>): string {
  if (may.outcome === 'nothing')
    return 'Không có quyết định nào để thu lại. Chỉ thu lại được quyết định mới nhất, ví dụ: duyệt, từ chối, trả kết quả.'
  const { by, at } = may.decision.action
  if (may.outcome === 'too late')
    return `Chỉ thu lại được trong ${TAKE_BACK_WITHIN / HOUR} giờ; quyết định này từ lúc ${renderInstant(at)}. Nếu giấy đã cấp có sai sót, ông/bà thu hồi giấy đó.`
  return `Chỉ ${by.type === 'staff' ? by.name : 'người đã quyết định'} hoặc quản trị viên được thu lại quyết định này.`
}

function messagesOf(
  context: TakeBackContext,
  {
    decision: { action, before },
    ends,
    isAskedAgain,
  }: { decision: Decision; ends: readonly Permit[]; isAskedAgain: boolean },
): OutgoingMessage[] {
  const { dossier, reason, anew, permitName, procedureName, now } = context
  const head = `Hồ sơ ${dossier.code}\n${procedureName}\n\nCơ quan thu lại quyết định “${ACTION_LABELS[action.type]}” lúc ${renderInstant(action.at)}.\nLý do: ${reason}`
  const lost = ends.map(({ number }) => `${titled(permitName)} số ${number} không còn giá trị, xin ông/bà không dùng.`)
  const parts = [head, ...lost, anew ? replaced(anew, permitName) : standsAt(before, isAskedAgain)]
  const text: OutgoingMessage = { type: 'text', text: parts.join('\n\n') }
  return anew ? [text, showPermit(anew, permitName, now)] : [text]
}

const replaced = (anew: Permit, permitName: string): string =>
  `Ông/bà dùng ${permitName} mới số ${anew.number}, nội dung như giấy trước. Mã QR cũ không qua chốt được nữa; ảnh giấy mới ở tin nhắn tiếp theo.`

const standsAt = (before: Status, isAskedAgain: boolean): string =>
  `Hồ sơ trở lại trạng thái “${STATUSES[before].label}”. ${isAskedAgain ? ANSWER_NEXT : NOTHING_TO_DO}`
const ANSWER_NEXT = 'Tin nhắn tiếp theo hướng dẫn ông/bà trả lời câu hỏi của cán bộ.'
const NOTHING_TO_DO = 'Ông/bà chưa cần làm gì thêm; có quyết định mới, chúng tôi nhắn ngay tại đây.'
