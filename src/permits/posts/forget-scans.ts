import type { Clock } from '../../kernel/clock.ts'
import { SCANS_KEPT, type Scans } from './scans.ts'

/** Few enough that nobody waits behind one deletion. */
const BATCH = 5_000

/** Deletes what is older than scans are kept, however much came in. Answers how many. */
export async function forgetScans(scans: Pick<Scans, 'forget'>, now: Clock): Promise<number> {
  const before = now() - SCANS_KEPT
  let forgotten = 0
  for (;;) {
    const gone = await scans.forget(before, BATCH)
    forgotten += gone
    if (gone < BATCH) return forgotten
  }
}
