import { eq, ne } from 'drizzle-orm'
import type { FlowReadings } from '../procedures/ports.ts'
import type { Engine } from './engine/engine.ts'

/** So many rows that no engine finds too many values in one statement. */
const AT_ONCE = 500

export function createFlowReadings({ tables, read, write }: Engine): FlowReadings {
  const { flowReadings } = tables
  return {
    all: async (mark) => {
      const { hash, file } = flowReadings
      const rows = await read.select({ hash, file }).from(flowReadings).where(eq(flowReadings.mark, mark))
      return new Map(rows.map((row) => [row.hash, row.file]))
    },
    keep: (mark, fresh) =>
      write(async (db) => {
        await db.delete(flowReadings).where(ne(flowReadings.mark, mark))
        for (let from = 0; from < fresh.length; from += AT_ONCE)
          await db
            .insert(flowReadings)
            .values(fresh.slice(from, from + AT_ONCE).map((row) => ({ ...row, mark })))
            .onConflictDoNothing()
      }),
  }
}
