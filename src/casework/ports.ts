import type { DossierChange } from '../dossiers/change.ts'
import type { CitizenId, PermitId } from '../kernel/ids.ts'
import type { Permit } from '../permits/code/permit.ts'

/** A change of a dossier with the rows of permits that it brings along. */
export interface CaseChange extends DossierChange {
  granted?: Permit
  /** Of permits that end with their order: its id. */
  endedWith?: string
  /** The permit that had ended with this order and is made anew. */
  revived?: { permit: PermitId; order: string }
}

export interface CaseChanges {
  /**
   * Writes the whole of it in one commit. `stale`: somebody changed the dossier or one of the permits first; nothing was
   * written.
   */
  commit(change: CaseChange): Promise<'done' | 'stale'>
}

/** A permit with its holder and the code of its dossier. */
export interface HeldPermit {
  permit: Permit
  citizen: CitizenId
  code: string
}
