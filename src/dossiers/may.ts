import type { StaffId } from '../kernel/ids.ts'
import type { OfficerAct, Standing } from './acts/act.ts'
import { openOpinions } from './acts/consult.ts'
import type { Dossier, DossierAction } from './dossier.ts'
import { hasRole, type Posting, type Role, ROLE_NAMES } from './postings.ts'
import { lastDecision, standingAct } from './take-back.ts'

/** Who wants to do something. */
export interface Doer {
  id: StaffId
  name: string
  /** Those that hold now. */
  postings: readonly Posting[]
  /** Colleagues who are away today and whose work is theirs. */
  standsInFor?: readonly StaffId[]
}

/** `because` is Vietnamese, for whoever tried. */
type May = { may: true } | { may: false; because: string }

const DESK: readonly Role[] = ['reception', 'specialist', 'leader']
const OFFICE: readonly Role[] = ['specialist', 'leader']

/** Which roles may do an act to a dossier that lies at their agency. */
export const ACT_ROLES: Record<OfficerAct['type'], readonly Role[]> = {
  accept: ['reception'],
  decline: ['reception'],
  forward: DESK,
  ask: DESK,
  propose: ['reception'],
  correct: DESK,
  approve: OFFICE,
  refuse: OFFICE,
  return: DESK,
  revoke: OFFICE,
  'take-back': DESK,
  take: DESK,
  assign: DESK,
  'give-back': DESK,
  'hand-over': DESK,
  consult: DESK,
  advise: DESK,
  'put-aside': DESK,
  stop: OFFICE,
  apologise: OFFICE,
  longer: OFFICE,
  reopen: ['leader'],
  // Of these who may turn it away where it stands (`rolesFor`).
  duplicate: DESK,
  'tell-apart': DESK,
  reply: DESK,
  resend: DESK,
  answer: DESK,
  note: DESK,
}

/** Whether somebody has one of these roles where the dossier lies. */
const isAtHand = (doer: Doer, roles: readonly Role[], holder: string): boolean =>
  roles.some((role) => hasRole(doer.postings, role, holder))

/**
 * Whether this person may look at a dossier: it belongs to their agency, lies there, or was handed to it. What citizens say of
 * officials is for leaders alone.
 */
export function maySee(
  doer: Doer,
  { agency, holder, isReserved }: Pick<Dossier, 'agency' | 'holder' | 'isReserved'>,
  history: readonly Pick<DossierAction, 'move'>[] = [],
): boolean {
  const roles = isReserved ? (['leader'] as const) : DESK
  const concerned = new Set([agency, holder, ...history.flatMap(({ move }) => [move?.holder, move?.asked])])
  return [...concerned].some((code) => code !== undefined && isAtHand(doer, roles, code))
}

/** Where somebody's dossiers lie; what is reserved for leaders they see where they are one. */
export interface Scope {
  /** Codes of agencies, or the whole province. */
  agencies: readonly string[] | 'all'
  reserved: readonly string[] | 'all'
}

export function scopeOf({ postings }: Doer): Scope {
  const where = (roles: readonly Role[]): Scope['agencies'] => {
    const held = postings.filter(({ role }) => roles.includes(role))
    return held.some(({ agency }) => agency === undefined)
      ? 'all'
      : [...new Set(held.flatMap(({ agency }) => agency ?? []))]
  }
  return { agencies: where(DESK), reserved: where(['leader']) }
}

/**
 * Whether this person may do this to this dossier, whatever its state: their role, where it lies, and who did the earlier act.
 * Asked where the act is done, so that no page can forget it. `approval`: a leader decides, and not whoever took it in.
 */
export function may(doer: Doer, type: OfficerAct['type'], { dossier, history, approval }: Standing): May {
  if (!maySee(doer, dossier, history)) return { may: false, because: UNSEEN }
  const decides = type === 'approve' || type === 'refuse'
  const roles =
    dossier.isReserved || (decides && approval === 'leader') ? (['leader'] as const) : rolesFor(type, history)
  if (!roles.some((role) => hasRole(doer.postings, role))) return { may: false, because: needs(roles) }
  if (type === 'advise')
    return adviserFor(doer, { dossier, history }) === undefined ? { may: false, because: NOT_ASKED } : { may: true }
  if (!isAtHand(doer, roles, dossier.holder)) return { may: false, because: ELSEWHERE }
  if (HANDLERS_OWN.has(type)) return mayMove(doer, type, { dossier, history })
  if (type === 'approve' && approval === 'leader') {
    const by = standingAct(history, 'accepted')?.by
    if (by?.type === 'staff' && by.id === doer.id) return { may: false, because: ALONE }
  }
  if (type !== 'take-back' || isAtHand(doer, ['leader'], dossier.holder)) return { may: true }
  const by = lastDecision(history)?.action.by
  if (by === undefined || (by.type === 'staff' && by.id === doer.id)) return { may: true }
  const who = by.type === 'staff' ? by.name : 'người đã quyết định'
  return { may: false, because: `Chỉ ${who} hoặc lãnh đạo cơ quan được thu lại quyết định này.` }
}

/** A duplicate is closed by who could turn the dossier away where it stands: reception before it was accepted, the office after. */
const rolesFor = (type: OfficerAct['type'], history: readonly DossierAction[]): readonly Role[] => {
  if (type !== 'duplicate') return ACT_ROLES[type]
  return ACT_ROLES[standingAct(history, 'accepted') ? 'refuse' : 'decline']
}

/** Work that somebody has taken is theirs: nobody takes it from them, puts it back or aside but they or a leader. */
const HANDLERS_OWN: ReadonlySet<OfficerAct['type']> = new Set(['take', 'give-back', 'put-aside'])

function mayMove(doer: Doer, type: OfficerAct['type'], { dossier, history }: Standing): May {
  const isFree = dossier.handler === null || dossier.handler === doer.id
  const isStandIn = dossier.handler !== null && (doer.standsInFor ?? []).includes(dossier.handler)
  if (isFree || isStandIn || isAtHand(doer, ['leader'], dossier.holder)) return { may: true }
  const who = history.findLast(({ move }) => move?.handler !== undefined)?.move?.handler?.name ?? 'người khác'
  const instead = type === 'take' ? 'xin người đó trả về hàng chờ' : 'việc này do người đó làm'
  return { may: false, because: `Hồ sơ đang do ${who} xử lý; ${instead}, hoặc báo lãnh đạo cơ quan.` }
}

/** The agency for which this person may answer an opinion that is awaited: their own leaders', or their agency's. */
export function adviserFor(
  doer: Doer,
  { dossier, history }: Pick<Standing, 'dossier' | 'history'>,
): string | undefined {
  const roles = (code: string) => (code === dossier.holder || dossier.isReserved ? (['leader'] as const) : DESK)
  return [...openOpinions(history).keys()].find((code) => isAtHand(doer, roles(code), code))
}

const needs = (roles: readonly Role[]): string =>
  `Việc này do ${roles.map((role) => ROLE_NAMES[role].toLowerCase()).join(' hoặc ')} làm. Ông/bà chưa có vai trò đó, xin báo quản trị viên.`
const UNSEEN = 'Hồ sơ này của cơ quan khác. Cần xem, xin báo cơ quan đó.'
const NOT_ASKED = 'Hồ sơ này không có câu xin ý kiến nào chờ ông/bà trả lời.'
const ELSEWHERE =
  'Hồ sơ này đang ở cơ quan khác, nên ông/bà xem được mà không quyết định được. Cần xử lý, xin báo cơ quan đó.'
const ALONE = 'Ông/bà đã tiếp nhận hồ sơ này. Thủ tục này cần một lãnh đạo khác duyệt.'
