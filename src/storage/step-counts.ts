import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { COUNTED, type Counted } from '../conversation/session/turned.ts'
import type { StepCounts } from '../procedures/ports.ts'
import type { Engine } from './engine/engine.ts'

export function createStepCounts({ tables, read, write }: Engine): StepCounts {
  const { stepCounts } = tables
  const each = <T>(of: (column: Counted) => T) =>
    Object.fromEntries(COUNTED.map((column) => [column, of(column)])) as Record<Counted, T>
  const added = each((column) => sql`${stepCounts[column]} + ${sql.raw(`excluded.${column}`)}`)
  // PostgreSQL answers sums as text.
  const sums = each((column) => sql<number>`sum(${stepCounts[column]})`.mapWith(Number))
  return {
    add: async (day, counts) => {
      if (counts.length === 0) return
      // In one order everywhere, so that two processes adding at once wait for each other and never for ever.
      const key = ({ flow, version, step }: (typeof counts)[number]) => `${flow}@${version}/${step}`
      const rows = counts.map((count) => ({ ...count, day })).sort((a, b) => (key(a) < key(b) ? -1 : 1))
      await write(async (db) => {
        await db
          .insert(stepCounts)
          .values(rows)
          .onConflictDoUpdate({
            target: [stepCounts.flow, stepCounts.version, stepCounts.step, stepCounts.day],
            set: added,
          })
      })
    },
    ofFlow: async (flow, since) =>
      read
        .select({
          flow: stepCounts.flow,
          version: stepCounts.version,
          step: stepCounts.step,
          ...sums,
        })
        .from(stepCounts)
        .where(and(eq(stepCounts.flow, flow), gte(stepCounts.day, since)))
        .groupBy(stepCounts.flow, stepCounts.version, stepCounts.step)
        .orderBy(asc(stepCounts.version), asc(stepCounts.step)),
  }
}
