import { addedUp } from '../conversation/session/turned.ts'
import { type Clock, toVietnamDay } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { StepCount, StepCounts } from './ports.ts'

/**
 * Gathers counts in memory, so that a turn costs no further statement. A process that is killed loses what was not flushed;
 * these are figures for an author, not records.
 */
export function createCounting({ counts, now, log }: { counts: StepCounts; now: Clock; log: Log }) {
  let gathered = new Map<string, StepCount>()
  const add = (rows: readonly StepCount[]): void => {
    for (const row of rows) {
      const key = `${row.flow}@${row.version}/${row.step}`
      const before = gathered.get(key)
      gathered.set(key, { ...row, ...addedUp(row, before ?? {}) })
    }
  }
  return {
    add,
    /** Never rejects: what could not be written is kept for the next time. */
    flush: async (): Promise<void> => {
      const rows = [...gathered.values()]
      if (rows.length === 0) return
      gathered = new Map()
      try {
        await counts.add(toVietnamDay(now()), rows)
      } catch (cause) {
        log.warn({ rows: rows.length, reason: cause instanceof Error ? cause.name : 'unknown' }, 'counts not written')
        add(rows)
      }
    },
  }
}
