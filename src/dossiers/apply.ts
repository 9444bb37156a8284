import type { ProgramEvent } from '../conversation/words/events.ts'
import { type Act, type Circumstances, type OfficerAct, type Rule, type Rules, type Standing } from './acts/act.ts'
import { assign } from './acts/assign.ts'
import { advise, consult } from './acts/consult.ts'
import { giveWorkBack } from './acts/give-back.ts'
import { handOver } from './acts/hand-over.ts'
import { putAside } from './acts/put-aside.ts'
import { take } from './acts/take.ts'
import { accept } from './acts/accept.ts'
import { apologise } from './acts/apologise.ts'
import { answer } from './acts/answer.ts'
import { answerOverdue, remindAnswer } from './acts/answer-late.ts'
import { approve } from './acts/approve.ts'
import { wordsOf } from './acts/written-with.ts'
import { correct } from './acts/correct.ts'
import { offeredTimes, propose } from './acts/propose.ts'
import { beginClock } from './acts/begin-clock.ts'
import { ask } from './acts/ask.ts'
import { decline } from './acts/decline.ts'
import { duplicate, tellApart } from './acts/duplicate.ts'
import { deliver } from './acts/deliver.ts'
import { endPermit } from './acts/end-permit.ts'
import { forward } from './acts/forward.ts'
import { letGo } from './acts/let-go.ts'
import { lengthen } from './acts/lengthen.ts'
import { note } from './acts/note.ts'
import { reIssue } from './acts/re-issue.ts'
import { reopen } from './acts/reopen.ts'
import { refuse } from './acts/refuse.ts'
import { reply } from './acts/reply.ts'
import { giveBack } from './acts/return.ts'
import { resend } from './acts/resend.ts'
import { revivePermit } from './acts/revive-permit.ts'
import { revoke } from './acts/revoke.ts'
import { stop } from './acts/stop.ts'
import { supplement } from './acts/supplement.ts'
import { takeBack } from './acts/take-back.ts'
import { withdraw } from './acts/withdraw.ts'
import type { DossierChange } from './change.ts'
import { dueAfter } from './deadlines/due-after.ts'
import type { Actor, DossierAction, FiledAnswer } from './dossier.ts'
import { foldActs } from './fold.ts'
import { STATUSES, type Status } from './status.ts'
import { openAsk } from './take-back.ts'
import { mendableOf } from './wanted.ts'

/** Every act there is. One that is not in this table cannot be done. */
export const RULES: Rules = {
  accept,
  decline,
  forward,
  ask,
  propose,
  correct,
  approve,
  refuse,
  return: giveBack,
  revoke,
  'take-back': takeBack,
  take,
  assign,
  'give-back': giveWorkBack,
  'hand-over': handOver,
  consult,
  advise,
  'put-aside': putAside,
  stop,
  apologise,
  longer: lengthen,
  reopen,
  duplicate,
  'tell-apart': tellApart,
  reply,
  resend,
  answer,
  note,
  supplement,
  withdraw,
  deliver,
  'remind-answer': remindAnswer,
  'answer-overdue': answerOverdue,
  'let-go': letGo,
  'begin-clock': beginClock,
  'end-permit': endPermit,
  're-issue': reIssue,
  'revive-permit': revivePermit,
}

/** `because` is Vietnamese, for whoever tried. */
export type Applied = { outcome: 'changed'; change: DossierChange } | { outcome: 'refused'; because: string }

/** Of what a citizen reads as the reason for a decision, in UTF-16 units. */
export const SHORTEST_REASON = 5
export const LONGEST_REASON = 1_000
/** Of a reply: with what stands around it, it fits one message. */
const LONGEST_REPLY = 1_300

/** The rule of this act. The table pairs each type with its own rule, which TypeScript cannot follow through an index. */
const ruleOf = <A extends Act>(act: A): Rule<A> => RULES[act.type] as unknown as Rule<A>

/** What an act makes of a dossier, or why it may not be done. The one place where this is judged; pure. */
export function apply(standing: Standing, act: Act, circumstances: Circumstances): Applied {
  const rule = ruleOf(act)
  const { dossier, history } = standing
  const { by, at } = circumstances
  const because = obstacleTo(standing, act, circumstances)
  if (because !== undefined) return { outcome: 'refused', because }
  const to = statusAfter(rule, standing, act)
  const note = by.type === 'staff' ? wordsOf(act) : rule.words?.(act, circumstances)
  const attachments = rule.attachments?.(act)
  const move = rule.moves?.(standing, act, circumstances)
  const { before = [], after = [] } = rule.besides?.(standing, circumstances, act) ?? {}
  const made: DossierAction = {
    ...{ type: rule.recorded, by, at, status: to },
    ...(note !== undefined && { note }),
    ...(attachments && { attachments }),
    ...(move && { move }),
  }
  const beside = (rest: (typeof before)[number]): DossierAction => ({
    ...{ by: { type: 'program' }, status: to, ...rest, at },
  })
  const actions = datedIn(standing, [...before.map(beside), made, ...after.map(beside)], circumstances.termAt)
  const { status, dueAt } = actions.at(-1) ?? made
  const due = dueAt === undefined ? {} : { dueAt }
  const event = newsOf(standing, status, actions, circumstances)
  const ended = rule.ends?.(standing, act, circumstances)
  const { id, citizen, revision } = dossier
  return {
    outcome: 'changed',
    change: {
      ...{ dossier: id, citizen, revision, actions, at },
      row: foldActs([...history, ...actions], dossier.agency),
      messages: rule.tells?.(standing, act, { ...circumstances, ...due }) ?? [],
      files: attachments ?? [],
      ...(event && { event: { key: `${KEYS[event.type]}:${id}:${revision}`, event } }),
      ...(ended && { ended: { permits: ended.papers.map((paper) => paper.id), because: ended.because } }),
    },
  }
}

/** Each with when the desk's next word is due after it. */
function datedIn(from: Standing, acts: readonly DossierAction[], termAt: Circumstances['termAt']): DossierAction[] {
  let standing = from
  return acts.map((act) => {
    const dueAt = dueAfter(standing, act, termAt)
    const dated = dueAt === undefined ? act : { ...act, dueAt }
    const { dossier, history } = standing
    standing = { ...standing, dossier: { ...dossier, dueAt: dueAt ?? null }, history: [...history, dated] }
    return dated
  })
}

const statusAfter = <A extends Act>({ to }: Rule<A>, standing: Standing, act?: A): Status =>
  typeof to === 'function' ? to(standing, act) : (to ?? standing.dossier.status)

function obstacleTo(standing: Standing, act: Act, circumstances: Circumstances): string | undefined {
  const rule = ruleOf(act)
  if (circumstances.by.type !== rule.by) return 'Việc này không do ông/bà làm được.'
  if (rule.by === 'staff') {
    const length = wordsOf(act)?.length
    const most = 'text' in act || ('wanted' in act && act.wanted?.length) ? LONGEST_REPLY : LONGEST_REASON
    if (length !== undefined && length < SHORTEST_REASON && !('note' in act))
      return 'text' in act ? SAY_MORE[act.type] : TOO_SHORT
    if (length !== undefined && length > most) return `Nội dung dài quá ${most} chữ, xin viết gọn lại.`
  }
  return barTo(standing, act.type, circumstances.at, circumstances.by) ?? rule.objection?.(act, circumstances, standing)
}

/** What about the dossier itself stands in the way of an act of this type, whatever is written with it. */
export function barTo(standing: Standing, type: Act['type'], at: number, by?: Actor): string | undefined {
  const rule: Rule<never> = RULES[type]
  const { status } = standing.dossier
  if (rule.from.includes(status)) return rule.barred?.(standing, at, by)
  if (rule.elsewhere !== undefined) return rule.elsewhere
  const where = `Hồ sơ đang ở trạng thái “${STATUSES[status].label}”`
  const to = statusAfter(rule, standing)
  return to === status ? `${where} từ trước.` : `${where} nên không chuyển sang “${STATUSES[to].label}” được.`
}

const TOO_SHORT =
  'Xin ghi rõ nội dung để người dân hiểu và làm theo. Ví dụ: “Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc”.'

const SAY_REPLY =
  'Xin viết rõ câu trả lời. Ví dụ: “Ông/bà làm khai sinh cho cháu ở phường An Xuyên được, mang theo giấy chứng sinh”.'
const SAY_MORE = {
  reply: SAY_REPLY,
  answer: SAY_REPLY,
  note: 'Xin ghi rõ để đồng nghiệp hiểu. Ví dụ: “Đã gọi điện, người dân hẹn chiều thứ Năm mang bản chính”.',
} as const

const KEYS = { SUPPLEMENT_ASKED: 'supplement', SUPPLEMENT_CLOSED: 'supplement closed' } as const

/** What the conversation must know besides the push: there is a question to answer, or there is none any more. */
function newsOf(
  standing: Standing,
  status: Status,
  made: readonly DossierAction[],
  circumstances: Circumstances,
): Extract<ProgramEvent, { type: keyof typeof KEYS }> | undefined {
  const { dossier } = standing
  const history = [...standing.history, ...made]
  const asked = status === 'supplement' ? openAsk(history) : undefined
  const isNew = asked !== undefined && (status !== dossier.status || made.includes(asked))
  if (circumstances.by.type !== 'staff' || (status === dossier.status && !isNew)) return undefined
  const { id, code } = dossier
  if (dossier.status === 'supplement' && !isNew) return { type: 'SUPPLEMENT_CLOSED', dossier: id, code }
  if (asked?.note === undefined) return undefined
  const mend = mendableOf(dossier, asked)
  const times = asked.move?.proposed && offeredTimes({ ...standing, history }, circumstances, asked)
  return {
    ...{ type: 'SUPPLEMENT_ASKED', dossier: id, code, question: asked.note },
    ...(mend && { mend: { ...mend, ...(times && { times }) } }),
  }
}

/** Whether the newest thing done is this very act by this very officer: a button pressed twice. */
export function isRepeat(act: OfficerAct, officer: string, history: readonly DossierAction[]): boolean {
  const made = history.findLast(({ type, by }) => type !== 'permit granted' && by.type !== 'program')
  if (made?.by.type !== 'staff' || made.by.id !== officer) return false
  const files = 'files' in act ? act.files?.length : undefined
  return (
    made.type === RULES[act.type].recorded &&
    made.note === wordsOf(act) &&
    (act.type !== 'hand-over' || made.move?.holder === act.to) &&
    (act.type !== 'resend' || made.move?.resent === act.message) &&
    (act.type !== 'correct' || isGiven(act.given, made.move)) &&
    (made.attachments?.length ?? 0) === (files ?? 0)
  )
}

const isGiven = ({ key, value }: FiledAnswer, move: DossierAction['move']): boolean =>
  move?.given?.some((it) => it.key === key && it.value === value) === true
