import type { Colleague } from './acts/act.ts'
import type { Agency } from './agencies.ts'
import type { AgencyVersion } from './agency-days.ts'
import type { CitizenId, DossierId, StaffId } from '../kernel/ids.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import type { GivenStep } from './deadlines/step.ts'
import type { Scope } from './may.ts'
import type { Dossier, DossierAction, DossierSummary } from './dossier.ts'
import type { Status } from './status.ts'

export interface DossierFilter {
  /** Whose list it is. */
  scope: Scope
  /** `here`: what lies at those agencies; `elsewhere`: theirs that lies somewhere else. */
  where?: 'here' | 'elsewhere'
  statuses?: readonly Status[]
  flow?: string
  /** Worked on by one of these. */
  handlers?: readonly StaffId[]
  /** Worked on by nobody. */
  isUnclaimed?: boolean
  /** The citizen has answered, and nobody has said a word since. */
  isAnswered?: boolean
  /** An opinion of one of those agencies is awaited. */
  isAsked?: boolean
  /** Put aside until after this instant, or not. */
  aside?: { now: number; is: boolean }
  /** What it must be found by: every one of these, each in one of its readings. */
  words?: readonly (readonly string[])[]
  /** Only those whose last message to the citizen has not arrived; one may wait since this instant without counting. */
  unreachedSince?: number
  /** Only those whose next word from the desk is due before this instant. */
  dueBefore?: number
  /** And not before this one. */
  dueFrom?: number
  /** `queue`: those that wait for the desk, answered ones first, then by due time; `touched`: what this person did, newest first. */
  order: 'queue' | 'newest' | { touchedBy: StaffId }
  /** Rows after this place in that order. */
  after?: { at: number; id: DossierId }
  limit: number
}

/** How many wait for the desk, each counted up to a bound. */
export interface QueueCounts {
  waiting: number
  unclaimed: number
  answered: number
  late: number
  today: number
  mine: number
  asked: number
}

/** Counting ends here: a desk with so much to do needs no exact number. */
export const MOST_COUNTED = 1_000

/** A row of a list; `at` is its place in the order of the list. */
export interface ListedDossier extends DossierSummary {
  at: number
}

/** Reading dossiers. They are written by a citizen's turn and by a staff decision (`turns/ports`). */
export interface Dossiers {
  find(id: DossierId): Promise<Dossier | undefined>
  findByCode(code: string): Promise<Dossier | undefined>
  actions(id: DossierId): Promise<DossierAction[]>
  list(filter: DossierFilter): Promise<ListedDossier[]>
  /** `until`: the end of today. */
  counts(of: { scope: Scope; handlers: readonly StaffId[]; now: number; until: number }): Promise<QueueCounts>
  /** Newest first. */
  ofCitizen(citizen: CitizenId, limit: number): Promise<DossierSummary[]>
  /** How many they filed since then (epoch milliseconds). */
  filedSince(citizen: CitizenId, since: number): Promise<number>
}

/** What waits for a desk, as far as it says who is to be told; `queue` is its place. */
type Waiting = Pick<Dossier, 'id' | 'holder' | 'handler' | 'isReserved' | 'dueAt'> & { queue: number }

/** The times that agencies were given for their own steps. */
export interface AgencySteps {
  /** Of these dossiers, where the agency that has them was given any. */
  of(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, GivenStep>>
  /** What waits for a desk, in the order of the queue after a place in it. */
  waiting(after: Pick<Waiting, 'queue' | 'id'> | undefined, limit: number): Promise<Waiting[]>
}

export interface Agencies {
  /** Seeds the table; rows that are already there stay as they are. */
  addMissing(agencies: readonly Agency[]): Promise<void>
  all(): Promise<Agency[]>
}

/** What was recorded of agencies since the table was seeded. Rows are appended and never changed. */
export interface AgencyVersions {
  /** In the order in which they were recorded. */
  all(): Promise<AgencyVersion[]>
  /** All or none. `after`: the place of the last row that was known; `overtaken`: somebody has recorded another since. */
  add(rows: readonly Omit<AgencyVersion, 'place'>[], after: number): Promise<'recorded' | 'overtaken'>
  /** Changes with every row that is added. */
  mark(): Promise<number>
}

/** The people of an agency. */
export interface Colleagues {
  /** Those who could work on what lies there on that day. */
  at(agency: string, day: VietnamDay): Promise<Colleague[]>
  /** Agencies at which somebody works on dossiers on that day. */
  staffed(day: VietnamDay): Promise<ReadonlySet<string>>
  names(ids: readonly StaffId[]): Promise<ReadonlyMap<StaffId, string>>
}
