import type { VietnamDay } from '../../kernel/clock.ts'
import type { PermitId, PostId } from '../../kernel/ids.ts'
import type { Verdict } from '../code/judge.ts'
import type { Colour } from '../code/offline.ts'

/** One reading of one code at one post: when and what came of it, never who or which vehicle. */
export interface Scan {
  /** Made on the phone, so that an upload may be repeated. */
  id: string
  post: PostId
  /** Absent when the code was not genuine: what it claims is nobody's. */
  permit?: PermitId
  verdict: Verdict['verdict']
  /** What the phone showed. */
  colour: Colour
  by: 'camera' | 'number'
  offline: boolean
  /** Epoch milliseconds, by the phone's clock and by ours. */
  at: number
  receivedAt: number
}

export interface ScanCount {
  post: PostId
  postName: string
  /** Start of the hour, epoch milliseconds. */
  hour: number
  verdict: Verdict['verdict']
  colour: Colour
  count: number
}

/** Where a permit was read, to find the same one in two places at once. */
export interface Sighting {
  permit: PermitId
  post: PostId
  at: number
}

export interface Scans {
  /** Adds those not yet known, and counts them by post and hour. Answers how many were new. */
  keep(scans: readonly Scan[]): Promise<number>
  countsOfDay(day: VietnamDay): Promise<ScanCount[]>
  /** Of permits that more than one post has read since then: the newest few of each post, oldest first. */
  sightings(since: number, limit: number): Promise<Sighting[]>
  /** Deletes scans received before then; the counts stay. Answers how many. */
  forget(receivedBefore: number, limit: number): Promise<number>
}

/**
 * How long a scan is kept: long enough to see a copied code, too short for a picture of anybody's movements. After that
 * only the counts per post and hour remain.
 */
export const SCANS_KEPT = 3 * 24 * 3_600_000
