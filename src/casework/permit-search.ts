import type { Dossier } from '../dossiers/dossier.ts'
import type { Scope } from '../dossiers/may.ts'
import type { Status } from '../dossiers/status.ts'
import type { DossierId, PermitId } from '../kernel/ids.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { bucketsOf } from '../permits/grant/buckets.ts'
import type { Filed } from './names.ts'

export interface WaitingFilter {
  /** Whose list it is: only what lies with them. Absent where the program itself looks through all. */
  scope?: Scope
  /** What the dossiers were filed through. */
  filed: readonly Filed[]
  statuses: readonly Status[]
  /** Rows after this place in the list, newest first. */
  before?: { filedAt: number; id: DossierId }
  limit: number
}

export interface PermitSearch {
  /** Permits in these buckets that are neither revoked nor over. More than were meant: compare names and plates. */
  alike(buckets: readonly ReturnType<typeof bucketsOf>[], now: number): Promise<Permit[]>
  /** Those that go on from one of these, or stand in for it. */
  successors(ids: readonly PermitId[]): Promise<Permit[]>
  /** What dossiers in these statuses were filed through, each once. */
  filedThrough(statuses: readonly Status[]): Promise<Filed[]>
  /** Whole dossiers as they stand, newest first. */
  waiting(filter: WaitingFilter): Promise<Dossier[]>
  /** Which of these were told apart from another: this one, from that one. */
  toldApart(ids: readonly DossierId[]): Promise<(readonly [DossierId, DossierId])[]>
}
