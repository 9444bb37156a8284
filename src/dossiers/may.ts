import type { StaffId } from '../kernel/ids.ts'
import type { OfficerAct, Standing } from './acts/act.ts'
import { lastDecision } from './take-back.ts'

/** A `clerk` also edits and publishes procedures; an `administrator` may do everything. */
export type StaffRole = 'officer' | 'clerk' | 'administrator'

/** Who wants to do something. */
export interface Doer {
  id: StaffId
  name: string
  role: StaffRole
  /** Code of the agency they work for; absent for who works for the whole province. */
  agency?: string
}

/** `because` is Vietnamese, for whoever tried. */
type May = { may: true } | { may: false; because: string }

/** Which roles may do an act to a dossier. Every role has every act today; a role that is to have fewer is named here. */
const ROLES: Record<OfficerAct['type'], readonly StaffRole[]> = {
  accept: ['officer', 'clerk', 'administrator'],
  decline: ['officer', 'clerk', 'administrator'],
  forward: ['officer', 'clerk', 'administrator'],
  ask: ['officer', 'clerk', 'administrator'],
  approve: ['officer', 'clerk', 'administrator'],
  refuse: ['officer', 'clerk', 'administrator'],
  return: ['officer', 'clerk', 'administrator'],
  revoke: ['officer', 'clerk', 'administrator'],
  'take-back': ['officer', 'clerk', 'administrator'],
}

/**
 * Whether this person may do this to this dossier, whatever its state: their role, whose dossier it is, and who did the
 * earlier act. Asked where the act is done, so that no page can forget it.
 */
export function may(doer: Doer, type: OfficerAct['type'], { dossier, history }: Standing): May {
  if (!ROLES[type].includes(doer.role))
    return { may: false, because: 'Việc này cần quyền khác, xin báo quản trị viên.' }
  if (doer.agency !== undefined && doer.agency !== dossier.agency) return { may: false, because: ELSEWHERE }
  if (type !== 'take-back' || doer.role === 'administrator') return { may: true }
  const by = lastDecision(history)?.action.by
  if (by === undefined || (by.type === 'staff' && by.id === doer.id)) return { may: true }
  const who = by.type === 'staff' ? by.name : 'người đã quyết định'
  return { may: false, because: `Chỉ ${who} hoặc quản trị viên được thu lại quyết định này.` }
}

const ELSEWHERE =
  'Hồ sơ này của cơ quan khác, nên ông/bà xem được mà không quyết định được. Cần xử lý, xin báo cơ quan đó.'
