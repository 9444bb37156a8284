import type { Scan } from '../../permits/posts/scans.ts'
import type { ShownVerdict } from './shown-verdict.ts'

/** A scan as it waits on the phone, for `POST /checkpoint/scans`. No name and no plate; `at` by the agency's clock. */
export type WaitingScan = Omit<Scan, 'receivedAt'>

/** More than a busy post reads in two days without a signal. */
export const MOST_WAITING = 5_000
export const LONGEST_WAITING = 7 * 24 * 3_600_000
export const UPLOADED_AT_ONCE = 200

/** What is worth telling: genuine permits with their ids, everything else with its verdict alone. */
export function toScan(
  { shown, colour }: ShownVerdict,
  about: Pick<Scan, 'id' | 'post' | 'at' | 'by' | 'offline'>,
): WaitingScan {
  return { ...about, verdict: shown.verdict, colour, ...('claims' in shown && { permit: shown.claims.id }) }
}

/** Ids of those that are given up: the oldest beyond the limit and those nobody needs any more. */
export function tooMany(waiting: readonly Pick<WaitingScan, 'id' | 'at'>[], now: number): string[] {
  const newestFirst = [...waiting].sort((a, b) => b.at - a.at)
  return newestFirst.filter(({ at }, i) => i >= MOST_WAITING || now - at > LONGEST_WAITING).map(({ id }) => id)
}
