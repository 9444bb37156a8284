import type { Agency } from './agencies.ts'
import type { CitizenId, DossierId } from '../kernel/ids.ts'
import type { Dossier, DossierAction, DossierSummary } from './dossier.ts'
import type { Status } from './status.ts'

export interface DossierFilter {
  status?: Status
  flow?: string
  /** Part of a code, any case. */
  code?: string
  /** Only those whose last message to the citizen has not arrived; one may wait since this instant without counting. */
  unreachedSince?: number
  /** Rows after this place in the list, newest first. */
  before?: { filedAt: number; id: DossierId }
  limit: number
}

/** Reading dossiers. They are written by a citizen's turn and by a staff decision (`turns/ports`). */
export interface Dossiers {
  find(id: DossierId): Promise<Dossier | undefined>
  findByCode(code: string): Promise<Dossier | undefined>
  actions(id: DossierId): Promise<DossierAction[]>
  list(filter: DossierFilter): Promise<DossierSummary[]>
  countByStatus(): Promise<Partial<Record<Status, number>>>
  /** Newest first. */
  ofCitizen(citizen: CitizenId, limit: number): Promise<DossierSummary[]>
  /** How many they filed since then (epoch milliseconds). */
  filedSince(citizen: CitizenId, since: number): Promise<number>
}

export interface Agencies {
  /** Seeds the table; rows that are already there stay as they are. */
  addMissing(agencies: readonly Agency[]): Promise<void>
  all(): Promise<Agency[]>
}
