import { and, asc, gte, isNotNull, lte } from 'drizzle-orm'
import type { DueDossiers } from '../casework/warn-desks.ts'
import type { Engine } from './engine/engine.ts'
import { rowsAbove } from './engine/row-place.ts'

export function createDueDossiers({ tables: { dossiers }, read }: Engine): DueDossiers {
  const { id, holder, handler, isReserved, dueAt } = dossiers
  return {
    between: async (from, until, after, limit) => {
      const rows = await read
        .select({ id, holder, handler, isReserved, dueAt })
        .from(dossiers)
        .where(
          and(
            ...[isNotNull(dossiers.queue), gte(dueAt, from), lte(dueAt, until)],
            after && rowsAbove([dueAt, id], [after.dueAt, after.id]),
          ),
        )
        .orderBy(asc(dueAt), asc(id))
        .limit(limit)
      return rows.flatMap((row) => (row.dueAt === null ? [] : [{ ...row, dueAt: row.dueAt }]))
    },
  }
}
