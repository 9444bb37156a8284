import type { VietnamDay } from '../kernel/clock.ts'

/**
 * What somebody is there for: to take dossiers in (tiếp nhận), to work on them (chuyên viên), to decide (lãnh đạo), to edit
 * procedures (biên tập), to look after accounts and agencies (quản trị).
 */
export const ROLES = ['reception', 'specialist', 'leader', 'editor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** How people read them. */
export const ROLE_NAMES: Record<Role, string> = {
  reception: 'Tiếp nhận',
  specialist: 'Chuyên viên',
  leader: 'Lãnh đạo',
  editor: 'Biên tập',
  administrator: 'Quản trị',
}

/** One task of one person at one agency, from a day on. */
export interface Posting {
  role: Role
  /** Code of the agency; absent for who works for the whole province. */
  agency?: string
  since: VietnamDay
  /** The last day, when one is set. */
  until?: VietnamDay
}

export const holdsOn = ({ since, until }: Pick<Posting, 'since' | 'until'>, day: VietnamDay): boolean =>
  since <= day && (until === undefined || day <= until)

/** Whether one of these is this role, at this agency where one is named. */
export const hasRole = (postings: readonly Posting[], role: Role, agency?: string): boolean =>
  postings.some((it) => it.role === role && (agency === undefined || it.agency === undefined || it.agency === agency))

/** Whether one of these is this role for the whole province. */
export const isOfProvince = (postings: readonly Posting[], role: Role): boolean =>
  postings.some((it) => it.role === role && it.agency === undefined)

/** Everything there is to do, everywhere: of the first account, and of who was an administrator before there were roles. */
export const everyRole = (since: VietnamDay): Posting[] => ROLES.map((role) => ({ role, since }))
