import type { ProgramEvent } from '../conversation/words/events.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { DossierAction } from '../dossiers/dossier.ts'
import type { Status } from '../dossiers/status.ts'
import type { CitizenId, DossierId, PermitId } from '../kernel/ids.ts'
import type { Permit } from '../permits/code/permit.ts'

/** What a staff decision writes in one transaction. */
export interface Decided {
  dossier: DossierId
  /** The revision the officer saw. */
  revision: number
  citizen: CitizenId
  status: Status
  actions: readonly DossierAction[]
  messages: readonly OutgoingMessage[]
  granted?: Permit
  revoked?: { permits: readonly PermitId[]; at: number; because: string }
  /** News for the citizen's conversation, handled in order with what the citizen writes. */
  event?: { key: string; event: ProgramEvent }
  at: number
}

export type PlannedDecision = { outcome: 'planned'; decided: Decided } | { outcome: 'refused'; because: string }

export interface Decisions {
  /** `stale`: somebody else changed the dossier first; nothing was written. */
  commit(decided: Decided): Promise<'done' | 'stale'>
}
