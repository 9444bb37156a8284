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
  /** Only those whose next word from the desk is due before this instant, the most urgent first. */
  dueBefore?: number
  /** And not before this one. */
  dueFrom?: number
  /** Rows after this place in a list that is ordered by it. */
  afterDue?: { dueAt: number; id: DossierId }
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
  /** How many wait for a word from the desk that was due before `now`, and how many whose is due from then to `until`. */
  countDue(now: number, until: number): Promise<{ late: number; today: number }>
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
