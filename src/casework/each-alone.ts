import type { DossierId } from '../kernel/ids.ts'
import type { NotDone } from './act-by-officer.ts'

/** One dossier of several that are decided at once. */
export interface Ticked {
  dossier: DossierId
  /** The revision on the page the officer ticked it on. */
  revision: number
}

/** What became of it. `because` is Vietnamese and meant for the officer; there is no code of what they may not see. */
export type Outcome = { dossier: DossierId; code?: string } & (
  { outcome: 'done' } | { outcome: 'not'; because: string }
)

export const UNKNOWN = 'Không tìm thấy hồ sơ này.'
export const CHANGED = 'Hồ sơ đã thay đổi từ lúc mở trang. Xin mở hồ sơ xem lại.'

export const reasonOf = (outcome: NotDone): string =>
  'because' in outcome ? outcome.because : outcome.outcome === 'unknown' ? UNKNOWN : CHANGED

/** One after the other: what fails fails alone, and those after it meet what those before it have changed. */
export async function eachAlone(
  ticked: readonly Ticked[],
  decide: (one: Ticked) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const one of ticked) outcomes.push(await decide(one))
  return outcomes
}
