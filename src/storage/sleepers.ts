import { and, asc, lte } from 'drizzle-orm'
import type { Sleepers } from '../casework/wake-dossiers.ts'
import type { Engine } from './engine/engine.ts'
import { rowsAbove } from './engine/row-place.ts'

export function createSleepers({ tables: { dossiers }, read }: Engine): Sleepers {
  const { id, citizen, agency, handler, answerBy, wakeAt } = dossiers
  return {
    due: async (now, after, limit) => {
      const rows = await read
        .select({ id, citizen, agency, handler, answerBy, wakeAt })
        .from(dossiers)
        .where(and(lte(wakeAt, now), after && rowsAbove([wakeAt, id], [after.wakeAt, after.id])))
        .orderBy(asc(wakeAt), asc(id))
        .limit(limit)
      return rows.flatMap((row) => (row.wakeAt === null ? [] : [{ ...row, wakeAt: row.wakeAt }]))
    },
  }
}
