import type { StepTally } from '../conversation/session/turned.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import type { SourcedElsewhere } from './elsewhere/entry.ts'
import type { Verdict } from './verdict.ts'

/** One publication of a flow. Rows are appended and never changed. */
export interface FlowVersion {
  flow: string
  /** Raised by the author when steps or branches change; conversations are pinned to it. */
  version: number
  /** Counts wordings of one version from 1; the newest reaches everybody on that version. */
  revision: number
  /** Hash of everything except wording. All revisions of a version share it. */
  shape: string
  /** The YAML text as published. */
  source: string
  /** The example conversations that were played when it was published. */
  cases?: string
  /** What citizens read instead of beginning: this publication took the procedure out of service. */
  withdrawn?: string
  publishedBy: string
  publishedAt: number
}

/** One publication of a flow. */
export interface Edition {
  version: number
  revision: number
}

export interface FlowVersions {
  all(): Promise<FlowVersion[]>
  /** Differs whenever a row was added since. Much cheaper than the rows. */
  mark(): Promise<string>
  /** `known`: somebody published this revision first; load again. */
  publish(row: FlowVersion): Promise<'published' | 'known'>
}

/** One publication of a matter that is done elsewhere. Rows are appended and never changed. */
export interface ElsewhereVersion {
  id: string
  /** Counts publications of one entry from 1. */
  revision: number
  /** `ended`: citizens are not told of it any more. */
  state: 'told' | 'ended'
  entry: SourcedElsewhere
  /** Why it was published, for colleagues; empty for what came with the program. */
  why: string
  publishedBy: string
  publishedAt: number
}

export interface ElsewhereVersions {
  /** In the order in which they were published. */
  all(): Promise<ElsewhereVersion[]>
  /** Differs whenever a row was added since. Much cheaper than the rows. */
  mark(): Promise<string>
  /** In one go. `known`: somebody published one of these revisions first, which stays as it is. */
  publish(rows: readonly ElsewhereVersion[]): Promise<'published' | 'known'>
}

/** Files read in published texts, as JSON, so that a start need not read the texts again. Only for speed. */
export interface FlowReadings {
  /** By the hash of the text with the mark of the program that read it. */
  all(mark: string): Promise<ReadonlyMap<string, string>>
  /** Those of other programs go. */
  keep(mark: string, fresh: readonly { hash: string; file: string }[]): Promise<void>
}

/** A clerk's unpublished text. `revision` counts savings. */
export interface FlowDraft {
  flow: string
  source: string
  /** The example conversations beside it. */
  cases: string
  revision: number
  savedBy: string
  savedAt: number
  /** What the program thought of it, and the mark of everything that rests on: another mark asks for another look. */
  judged?: { mark: string; verdict: Verdict }
}

export interface FlowDrafts {
  find(flow: string): Promise<FlowDraft | undefined>
  all(): Promise<FlowDraft[]>
  /** `revision` is the one that was read, 0 when there was none. `stale`: somebody saved since; nothing was written. */
  save(draft: Omit<FlowDraft, 'judged'>): Promise<'saved' | 'stale'>
  /** Keeps what was found in that revision; nothing happens when it is gone. */
  judge(flow: string, revision: number, judged: { mark: string; verdict: Verdict }): Promise<void>
  /** With a `revision` only that one: what was saved since stays. */
  discard(flow: string, revision?: number): Promise<void>
}

/** Counts of filings at one step. */
export type StepCount = StepTally

export interface StepCounts {
  /** Adds to the counts of a day in one statement. */
  add(day: VietnamDay, counts: readonly StepCount[]): Promise<void>
  /** Sums from `since` on. */
  ofFlow(flow: string, since: VietnamDay): Promise<StepCount[]>
}

/** Who is in the middle of which version, for pinning: open conversations and drafts laid aside. */
export interface Pinned {
  flow: string
  version: number
  /** Absent for drafts. */
  step?: string
  citizens: number
}

export interface PinnedConversations {
  count(): Promise<Pinned[]>
}

/** Filed dossiers of a procedure that somebody still has to decide on. */
export interface PendingDossiers {
  count(flow: string): Promise<number>
}

/** Something that citizens typed and nobody understood, with names and numbers blanked. It leads to nobody. */
export interface Unheard {
  id: string
  flow: string
  step: string
  words: string
  day: VietnamDay
}

export interface UnheardWords {
  /** Newest day first. */
  newest(limit: number): Promise<Unheard[]>
  find(id: string): Promise<Unheard | undefined>
  dismiss(ids: readonly string[]): Promise<void>
  /** Deletes what is from an earlier day; answers how many. */
  forget(before: VietnamDay): Promise<number>
}
