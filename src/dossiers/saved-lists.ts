import type { StaffId } from '../kernel/ids.ts'
import type { Doer, Scope } from './may.ts'
import { hasRole } from './postings.ts'

/** A list with its filters under a name. Whoever opens it sees of it what they may see. */
export interface SavedList {
  id: string
  /** Who saved it. */
  account: StaffId
  /** Code of the agency it is shared with; null for its owner alone. */
  agency: string | null
  name: string
  /** Behind the question mark of the list's address, without what is looked for. */
  query: string
  savedAt: number
}

/** Of one person, and of one agency. */
export const MOST_SAVED = 20

/** In UTF-16 units. */
export const LONGEST_NAME = 60

export interface SavedLists {
  /** The account's own, and those shared with these agencies, by name. */
  of(account: StaffId, agencies: Scope['agencies']): Promise<SavedList[]>
  find(id: string): Promise<SavedList | undefined>
  /** Again with the same id it changes nothing. `full`: there are as many as there may be. */
  add(list: SavedList): Promise<'saved' | 'full'>
  /** Nothing happens where it is not there any more. */
  rename(id: string, name: string): Promise<void>
  remove(id: string): Promise<void>
}

/** Leaders share with their agency; for themselves everybody saves. */
export const mayShare = (doer: Doer, agency: string): boolean => hasRole(doer.postings, 'leader', agency)

/** Its owner's alone, and of an agency its leaders'. */
export const mayChange = (doer: Doer, { account, agency }: Pick<SavedList, 'account' | 'agency'>): boolean =>
  agency === null ? account === doer.id : mayShare(doer, agency)
