import type { Choice, OutgoingMessage } from '../conversation/words/messages.ts'
import type { ActionType, Dossier, DossierAction, Officer } from '../dossiers/dossier.ts'
import { canMove, STATUSES, type Status } from '../dossiers/status.ts'
import { renderInstant } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import { tidy } from '../kernel/text.ts'
import type { Permit } from '../permits/code/permit.ts'
import { planTakeBack, type TakeBackContext } from './plan-take-back.ts'
import type { Decided, PlannedDecision } from './ports.ts'
import { firstValid, limitsOf, titled } from './show-permit.ts'

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
  /** Undoes the last one. */
  | { type: 'take-back'; reason: string }

export interface DecisionContext {
  dossier: Dossier
  decision: StaffDecision
  officer: Officer
  procedureName: string
  /** What the flow grants, in running text: `giấy đi đường`. */
  permitName: string
  agencyName: string
  now: number
  /** Granted beforehand, when the decision grants one; or the one to revoke. */
  permit?: Permit
  /** Of a decision to take back. */
  takingBack?: Pick<TakeBackContext, 'may' | 'actions' | 'inForce' | 'anew'>
  /** The flow in which a finished dossier can be rated. */
  rateFlow?: string
}

/** Whatever does not undo. */
type Ordinary = DecisionContext & { decision: Exclude<StaffDecision, { type: 'take-back' }> }

/** Of what a citizen reads as the reason for a decision, in UTF-16 units. */
export const SHORTEST_REASON = 5
export const LONGEST_REASON = 1_000

/**
 * Where each decision leads. A refusal after acceptance is status 8, "dừng xử lý" (Mẫu 05 of TT 03/2025): the national
 * list has no "refused" of its own, and status 3 means that the desk never took the dossier in.
 */
const TO: Record<StaffDecision['type'], { status?: Status; action: ActionType }> = {
  accept: { status: 'accepted', action: 'accepted' },
  decline: { status: 'declined', action: 'declined' },
  forward: { status: 'processing', action: 'forwarded' },
  ask: { status: 'supplement', action: 'supplement asked' },
  approve: { status: 'done', action: 'approved' },
  refuse: { status: 'stopped', action: 'refused' },
  return: { status: 'returned', action: 'returned' },
  revoke: { action: 'permit revoked' },
  'take-back': { action: 'taken back' },
}

/** The likeliest first, as a page offers them. */
const ORDER = ['accept', 'approve', 'return', 'forward', 'ask', 'refuse', 'decline'] as const

export type DossierMove = (typeof ORDER)[number]

/**
 * The moves an officer may choose from. Narrower than the national table in two places: a hop within "đang xử lý" would
 * push a message that says nothing new, and a finished dossier is only reopened by a recorded correction.
 */
export const movesOffered = (from: Status): readonly DossierMove[] =>
  ORDER.filter((type) => {
    const to = TO[type].status
    if (type === 'forward' && (from === 'processing' || from === 'done')) return false
    return to !== undefined && canMove(from, to)
  })

/** Whether the newest thing done is this very decision by this very officer: a button pressed twice. */
export function isRepeat(decision: StaffDecision, officer: Officer, actions: readonly DossierAction[]): boolean {
  const made = actions.findLast((action) => action.type !== 'permit granted')
  if (made?.by.type !== 'staff' || made.by.id !== officer.id) return false
  return made.type === TO[decision.type].action && made.note === wordsOf(decision)
}

/** A staff decision → the rows of one commit, or why it cannot be made. Pure. */
export function planDecision(context: DecisionContext): PlannedDecision {
  const { dossier, decision, officer, now, permit } = context
  const words = wordsOf(decision)
  if (words !== undefined && words.length < SHORTEST_REASON) return refuse(TOO_SHORT)
  if (words !== undefined && words.length > LONGEST_REASON)
    return refuse(`Nội dung dài quá ${LONGEST_REASON} chữ, xin viết gọn lại.`)
  if (decision.type === 'take-back') {
    const { takingBack = NOTHING_DONE } = context
    return planTakeBack({ ...context, ...takingBack, reason: words ?? '' })
  }
  const { status = dossier.status, action } = TO[decision.type]
  if (decision.type !== 'revoke' && !movesOffered(dossier.status).includes(decision.type)) {
    return refuse(
      `Hồ sơ đang ở trạng thái “${STATUSES[dossier.status].label}” nên không chuyển sang “${STATUSES[status].label}” được.`,
    )
  }
  if (decision.type === 'revoke' && !permit) return refuse('Hồ sơ này không có giấy đó.')
  if (decision.type === 'revoke' && permit?.revokedAt !== undefined) return refuse('Giấy này đã được thu hồi trước đó.')

  const done = (type: ActionType, note?: string): DossierAction => ({
    type,
    by: officer,
    at: now,
    status,
    ...(note !== undefined && { note }),
  })
  const grants = decision.type === 'approve' && permit
  const ordinary = { ...context, decision }
  const event = eventOf(ordinary, words ?? '')
  return {
    outcome: 'planned',
    decided: {
      dossier: dossier.id,
      revision: dossier.revision,
      citizen: dossier.citizen,
      status,
      actions: [done(action, words), ...(grants ? [done('permit granted', `Số giấy: ${permit.number}`)] : [])],
      messages: messagesOf(ordinary, words ?? ''),
      at: now,
      ...(grants && { granted: permit }),
      ...(decision.type === 'revoke' && { revoked: { permits: [decision.permit], at: now, because: words ?? '' } }),
      ...(event && { event }),
    },
  }
}

/** What the conversation must know besides the push: there is a question to answer, or there is none any more. */
function eventOf({ dossier, decision }: Ordinary, words: string): Decided['event'] {
  const { id, code, revision, status } = dossier
  if (decision.type === 'ask')
    return {
      key: `supplement:${id}:${revision}`,
      event: { type: 'SUPPLEMENT_ASKED', dossier: id, code, question: words },
    }
  if (status !== 'supplement' || decision.type === 'revoke') return undefined
  return { key: `supplement closed:${id}:${revision}`, event: { type: 'SUPPLEMENT_CLOSED', dossier: id, code } }
}

const TOO_SHORT =
  'Xin ghi rõ nội dung để người dân hiểu và làm theo. Ví dụ: “Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc”.'

const NOTHING_DONE = { may: { outcome: 'nothing' }, actions: [], inForce: [] } as const

const refuse = (because: string): PlannedDecision => ({ outcome: 'refused', because })

function wordsOf(decision: StaffDecision): string | undefined {
  if ('reason' in decision) return tidy(decision.reason)
  return 'question' in decision ? tidy(decision.question) : undefined
}

/** What is finished may be rated: asked once, in the message that tells the result. */
function choicesOf({ decision, dossier, rateFlow }: Ordinary): Choice[] {
  const isFinished = decision.type === 'return' && dossier.status !== 'stopped'
  return rateFlow !== undefined && isFinished ? [{ key: `lam:${rateFlow}`, label: 'Đánh giá phục vụ' }] : []
}

function toPush(text: string, choices: readonly Choice[]): OutgoingMessage {
  return { type: 'text', text, ...(choices.length > 0 && { choices }) }
}

/** One push for each change of status, complete in itself: what happened, to which dossier, why, what comes next. */
function messagesOf(context: Ordinary, words: string): OutgoingMessage[] {
  const { dossier, decision, procedureName, permit } = context
  const push = toPush(`Hồ sơ ${dossier.code}\n${procedureName}\n\n${bodyOf(context, words)}`, choicesOf(context))
  if (decision.type !== 'approve' || !permit) return [push]
  const caption = `${titled(context.permitName)} số ${permit.number}. Đưa mã QR này cho cán bộ tại chốt, kèm căn cước.`
  return [push, { type: 'picture', of: { permit: permit.id }, caption }]
}

const TALK = 'nhắn “gặp cán bộ”'

function bodyOf({ dossier, decision, agencyName, permitName, now, permit }: Ordinary, words: string): string {
  switch (decision.type) {
    case 'accept':
      // Mẫu 01 of TT 03/2025, the receipt, in words.
      return `${agencyName} đã tiếp nhận hồ sơ của ông/bà lúc ${renderInstant(now)}.\n\nÔng/bà chưa cần làm gì thêm. Khi có kết quả hoặc cần thêm giấy tờ, chúng tôi nhắn ngay tại đây.`
    case 'decline':
      return `Rất tiếc, hồ sơ chưa được tiếp nhận.\nLý do: ${words}\n\nÔng/bà có thể chuẩn bị lại theo lý do trên và nộp hồ sơ mới, hoặc ${TALK} để được hướng dẫn.`
    case 'forward':
      return `${agencyName} đang xử lý hồ sơ.\n\nÔng/bà chưa cần làm gì thêm. Khi có kết quả, chúng tôi nhắn ngay tại đây.`
    case 'ask':
      // The question comes once more with the SUPPLEMENT_ASKED event, but later when the citizen is busy with something.
      return `Cán bộ cần ông/bà bổ sung:\n“${words}”\n\nThời gian giải quyết tạm dừng đến khi ông/bà trả lời. Tin nhắn tiếp theo hướng dẫn cách trả lời.`
    case 'approve':
      if (!permit) return 'Hồ sơ đã được giải quyết xong.\n\nChúng tôi nhắn ông/bà ngay khi kết quả được trả.'
      return `Hồ sơ đã được duyệt.\n${titled(permitName)} số ${permit.number} có hiệu lực từ ${renderInstant(firstValid(permit))} đến ${renderInstant(permit.validUntil * 1000)}.${limitsOf(permit)}\n\nẢnh giấy ở tin nhắn tiếp theo. Ông/bà lưu ảnh vào điện thoại để dùng khi không có mạng.`
    case 'refuse':
      return `Rất tiếc, hồ sơ đã dừng xử lý.\nLý do: ${words}\n\nNếu chưa đồng ý hoặc cần hỏi thêm, ông/bà ${TALK}. Khi đủ điều kiện, ông/bà có thể nộp hồ sơ mới.`
    case 'return':
      if (dossier.status === 'stopped') return `Hồ sơ đã được trả lại cho ông/bà.\n\nCần hỏi thêm, ông/bà ${TALK}.`
      return `Kết quả hồ sơ đã được trả.\n\nCảm ơn ông/bà đã sử dụng dịch vụ. Nếu kết quả có sai sót, ông/bà ${TALK}.`
    case 'revoke':
      return `${titled(permitName)} số ${permit?.number ?? ''} đã được thu hồi và không còn giá trị.\nLý do: ${words}\n\nXin ông/bà không dùng giấy này nữa. Nếu vẫn cần đi, ông/bà nộp hồ sơ mới hoặc ${TALK}.`
  }
}
