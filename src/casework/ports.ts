import type { Attachment } from '../attachments/attachment.ts'
import type { DossierChange } from '../dossiers/change.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { CitizenId, DossierId, PermitId } from '../kernel/ids.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { CalendarsFile } from '../province/province-format.ts'

/** A change of a dossier with the rows of permits that it brings along. */
export interface CaseChange extends DossierChange {
  granted?: Permit
  /** Files of the office that it brings along. */
  uploads?: readonly Attachment[]
  /** Another dossier that has to be as it was judged: the one that goes on instead of this. */
  keeps?: Pick<Dossier, 'id' | 'revision'>
  /** The message, not arrived till now, that waits to be sent once more. */
  resent?: number
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

/** What dossiers are found by, as far as it has to be made up for. */
export interface WordIndex {
  /** Looks at so many dossiers, the newest first, after a place: those whose words are not all there, and where it came to. */
  page(
    before: { filedAt: number; id: DossierId } | undefined,
    limit: number,
  ): Promise<{ missing: Dossier[]; last?: { filedAt: number; id: DossierId } }>
  /** These instead of all that was there; permits add theirs. */
  replace(dossier: DossierId, words: readonly string[]): Promise<void>
}

/** When agencies work, as it was recorded as a whole. */
export interface CalendarVersion {
  place: number
  entry: CalendarsFile
  why: string
  recordedBy: string
  recordedAt: number
}

/** Rows are appended and never changed; the last one holds. */
export interface CalendarVersions {
  /** Newest first. */
  recent(limit: number): Promise<CalendarVersion[]>
  /** `after`: the place of the last row that was known; `overtaken`: somebody has recorded another since. */
  add(row: Omit<CalendarVersion, 'place'>, after: number): Promise<'recorded' | 'overtaken'>
  mark(): Promise<number>
}
