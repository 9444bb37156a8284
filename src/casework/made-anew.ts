import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { DossierAction } from '../dossiers/dossier.ts'
import type { CitizenId, PermitId } from '../kernel/ids.ts'
import type { Permit } from '../permits/code/permit.ts'

/** A permit with its holder and the code of its dossier. */
export interface HeldPermit {
  permit: Permit
  citizen: CitizenId
  code: string
}

/** What takes the place of one permit, with what its dossier records and its holder is told, written in one commit. */
export interface MadeAnew {
  old: PermitId
  citizen: CitizenId
  permit: Permit
  /** The last of them is the granting. */
  actions: readonly Omit<DossierAction, 'status'>[]
  messages: readonly OutgoingMessage[]
  at: number
}
