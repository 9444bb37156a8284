import type { OutgoingMessage } from '../conversation/messages.ts'
import type { ActionType, Actor, Dossier, DossierAction } from '../dossiers/dossier.ts'
import { canMove, STATUSES, type Status } from '../dossiers/status.ts'
import { renderInstant } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import { tidy } from '../kernel/text.ts'
import type { Permit } from '../permits/permit.ts'
import type { Decided } from './ports.ts'

/** What an officer may decide. Reasons and questions are shown to the citizen as they are. */
export type StaffDecision =
  | { type: 'accept' }
  | { type: 'decline'; reason: string }
  | { type: 'forward' }
  | { type: 'ask'; question: string }
  | { type: 'approve' }
  | { type: 'refuse'; reason: string }
  | { type: 'return' }
  | { type: 'revoke'; permit: PermitId; reason: string }

export interface DecisionContext {
  dossier: Dossier
  decision: StaffDecision
  officer: Extract<Actor, { type: 'staff' }>
  procedureName: string
  agencyName: string
  now: number
  /** Granted beforehand, when the decision grants one; or the one to revoke. */
  permit?: Permit
}

export type PlannedDecision = { outcome: 'planned'; decided: Decided } | { outcome: 'refused'; because: string }

const SHORTEST = 5
const LONGEST = 1_000

/** Where each decision leads. A refusal after acceptance is status 8, "dừng xử lý", with its reason. */
const TO: Record<StaffDecision['type'], { status?: Status; action: ActionType }> = {
  accept: { status: 'accepted', action: 'accepted' },
  decline: { status: 'declined', action: 'declined' },
  forward: { status: 'processing', action: 'forwarded' },
  ask: { status: 'supplement', action: 'supplement asked' },
  approve: { status: 'done', action: 'approved' },
  refuse: { status: 'stopped', action: 'refused' },
  return: { status: 'returned', action: 'returned' },
  revoke: { action: 'permit revoked' },
}

/** A staff decision → the rows of one commit, or why it cannot be made. Pure. */
export function planDecision(context: DecisionContext): PlannedDecision {
  const { dossier, decision, officer, now, permit } = context
  const words = wordsOf(decision)
  if (words !== undefined && words.length < SHORTEST) return refuse(TOO_SHORT)
  if (words !== undefined && words.length > LONGEST) return refuse(`Nội dung dài quá ${LONGEST} chữ, xin viết gọn lại.`)
  const { status = dossier.status, action } = TO[decision.type]
  if (decision.type !== 'revoke' && !canMove(dossier.status, status)) {
    return refuse(
      `Hồ sơ đang ở trạng thái "${STATUSES[dossier.status].label}" nên không thể chuyển sang "${STATUSES[status].label}".`,
    )
  }
  if (decision.type === 'revoke' && !permit) return refuse('Hồ sơ này không có giấy đi đường đó.')
  if (decision.type === 'revoke' && permit?.revokedAt !== undefined)
    return refuse('Giấy đi đường này đã bị thu hồi trước đó.')

  const done = (type: ActionType, note?: string): DossierAction => ({
    type,
    by: officer,
    at: now,
    status,
    ...(note !== undefined && { note }),
  })
  const grants = decision.type === 'approve' && permit
  const asks = decision.type === 'ask'
  return {
    outcome: 'planned',
    decided: {
      dossier: dossier.id,
      revision: dossier.revision,
      citizen: dossier.citizen,
      status,
      actions: [done(action, words), ...(grants ? [done('permit granted', `Số giấy: ${permit.number}`)] : [])],
      messages: messagesOf(context, words ?? ''),
      at: now,
      ...(grants && { granted: permit }),
      ...(decision.type === 'revoke' && { revoked: { permit: decision.permit, at: now, because: words ?? '' } }),
      ...(asks && {
        event: {
          key: `supplement:${dossier.id}:${dossier.revision}`,
          event: { type: 'SUPPLEMENT_ASKED', dossier: dossier.id, code: dossier.code, question: words ?? '' },
        },
      }),
    },
  }
}

const TOO_SHORT =
  'Xin ghi rõ nội dung để người dân hiểu và làm theo, ví dụ: "Ảnh giấy chứng sinh bị mờ, xin chụp lại rõ bốn góc".'

const refuse = (because: string): PlannedDecision => ({ outcome: 'refused', because })

function wordsOf(decision: StaffDecision): string | undefined {
  if ('reason' in decision) return tidy(decision.reason)
  return 'question' in decision ? tidy(decision.question) : undefined
}

/** One push for each change of status, complete in itself: what happened, to which dossier, why, what comes next. */
function messagesOf(
  { dossier, decision, procedureName, agencyName, permit }: DecisionContext,
  words: string,
): OutgoingMessage[] {
  const head = `Hồ sơ ${dossier.code}\n${procedureName}`
  const text = (body: string): OutgoingMessage => ({ type: 'text', text: `${head}\n\n${body}` })
  switch (decision.type) {
    case 'accept':
      return [
        text(
          `✅ ${agencyName} đã tiếp nhận hồ sơ của ông/bà. Khi có kết quả hoặc cần thêm giấy tờ, chúng tôi sẽ nhắn ngay tại đây.`,
        ),
      ]
    case 'decline':
      return [
        text(
          `⛔ Hồ sơ không được tiếp nhận.\nLý do: ${words}\n\nÔng/bà có thể chuẩn bị lại và nộp hồ sơ mới, hoặc nhắn "gặp cán bộ" để được hướng dẫn.`,
        ),
      ]
    case 'forward':
      return [text('🔎 Hồ sơ đang được bộ phận chuyên môn xử lý. Ông/bà chưa cần làm gì thêm.')]
    case 'ask':
      return [
        text(`📝 Cán bộ cần ông/bà bổ sung:\n${words}\n\nThời gian giải quyết tạm dừng cho đến khi ông/bà trả lời.`),
      ]
    case 'approve':
      if (!permit) return [text('✅ Hồ sơ đã được giải quyết xong. Chúng tôi sẽ nhắn khi kết quả được trả.')]
      return [
        text(
          `✅ Hồ sơ đã được duyệt. Giấy đi đường số ${permit.number} có hiệu lực từ ${renderInstant(permit.validFrom * 1000)} đến ${renderInstant(permit.validUntil * 1000)}.\n\nẢnh giấy ở tin nhắn tiếp theo. Ông/bà lưu ảnh vào điện thoại để dùng khi không có mạng.`,
        ),
        {
          type: 'picture',
          of: { permit: permit.id },
          caption: `Giấy đi đường số ${permit.number}. Đưa mã QR này cho cán bộ tại chốt, kèm căn cước.`,
        },
      ]
    case 'refuse':
      return [
        text(
          `⛔ Hồ sơ đã dừng xử lý.\nLý do: ${words}\n\nNếu chưa đồng ý, ông/bà nhắn "gặp cán bộ" để được giải thích.`,
        ),
      ]
    case 'return':
      return [text('📬 Kết quả hồ sơ đã được trả. Cảm ơn ông/bà đã sử dụng dịch vụ.')]
    case 'revoke':
      return [
        text(
          `⛔ Giấy đi đường số ${permit?.number ?? ''} đã bị thu hồi và không còn giá trị.\nLý do: ${words}\n\nÔng/bà nhắn "gặp cán bộ" nếu cần giải thích.`,
        ),
      ]
  }
}
