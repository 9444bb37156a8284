import { and, asc, eq, isNotNull, isNull, lt, lte, notExists, or, sql } from 'drizzle-orm'
import type { IdleDossiers } from '../casework/let-go-idle.ts'
import type { Engine } from './engine/engine.ts'
import { rowsAbove } from './engine/row-place.ts'

export function createIdleDossiers({ tables: { dossiers, dossierConsultations }, read }: Engine): IdleDossiers {
  const { id, holder, handler, updatedAt, queue, asideUntil, isReserved, dueAt } = dossiers
  const { dossier, answeredAt } = dossierConsultations
  return {
    before: async (updated, now, after, limit) => {
      const awaited = read
        .select({ one: sql`1` })
        .from(dossierConsultations)
        .where(and(eq(dossier, id), isNull(answeredAt)))
      const rows = await read
        .select({ id, holder, handler, updatedAt })
        .from(dossiers)
        .where(
          and(
            ...[isNotNull(handler), isNotNull(queue), lt(updatedAt, updated)],
            ...[eq(isReserved, 0), isNotNull(dueAt), or(isNull(asideUntil), lte(asideUntil, now)), notExists(awaited)],
            after && rowsAbove([updatedAt, id], [after.updatedAt, after.id]),
          ),
        )
        .orderBy(asc(updatedAt), asc(id))
        .limit(limit)
      return rows.flatMap((row) => (row.handler === null ? [] : [{ ...row, handler: row.handler }]))
    },
  }
}
