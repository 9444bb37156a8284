import type { DossierId, StaffId } from '../kernel/ids.ts'

/** How near a time is that a desk should keep. `soon`, `late`: to who works on it; the others to the leaders. */
export type Nearness = 'soon' | 'late' | 'leader soon' | 'leader late'

/** What somebody at the desk is told of a dossier; `step`: of the time that its agency was given by another, not of the law's. */
export type NoticeKind = Nearness | `step ${Nearness}` | 'idle' | 'returned' | 'answer overdue'

/** One thing that is told once. */
export interface Told {
  kind: NoticeKind
  /** The instant that it is about: when the dossier is due, or since when nothing was done (epoch milliseconds). */
  about: number
}

/** What one person is told. */
export interface Notice extends Told {
  account: StaffId
  dossier: DossierId
  at: number
}

/** As the history of a dossier shows it. */
export interface GivenNotice extends Told {
  account: StaffId
  name: string
  at: number
  seenAt?: number
}

/** As its reader finds it among theirs. `place` grows with time. */
export interface OwnNotice extends Told {
  place: number
  dossier: DossierId
  code: string
  flow: string
  at: number
  seenAt?: number
}

/** What the program tells the people of the desk by itself: once about each thing. */
export interface Notices {
  /** Of each of these dossiers what somebody was told, and when first. */
  told(dossiers: readonly DossierId[]): Promise<ReadonlyMap<DossierId, readonly (Told & { at: number })[]>>
  /** What somebody was told already is left out; says how many are new. */
  tell(notices: readonly Notice[]): Promise<number>
  /** How many somebody has not seen, up to a bound. What a dossier that is not the desk's any more was near to counts no longer, nor a step that was handed on. */
  unseen(account: StaffId): Promise<number>
  /** Newest first, after a place. */
  ofAccount(account: StaffId, limit: number, before?: number): Promise<OwnNotice[]>
  /** Oldest first. */
  ofDossier(dossier: DossierId): Promise<GivenNotice[]>
  /** They have seen this one, those of a dossier, or all up to a place. */
  see(account: StaffId, which: { place: number } | { dossier: DossierId } | { upTo: number }, at: number): Promise<void>
  /** Lets go of those from before then, at most so many; says how many went. */
  forget(before: number, limit: number): Promise<number>
}

/** Counting ends here. */
export const MOST_UNSEEN = 99
