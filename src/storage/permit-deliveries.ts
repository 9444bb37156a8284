import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { PermitDeliveries } from '../casework/return-delivered.ts'
import { appendAction } from './dossier-writes.ts'
import type { Engine } from './engine/engine.ts'

export function createPermitDeliveries(engine: Engine): PermitDeliveries {
  const { permits, dossiers, outbox } = engine.tables
  return {
    arrived: async (since, limit) => {
      const rows = await engine.read
        .select({
          ...{ dossier: dossiers.id, revision: dossiers.revision, number: permits.number },
          ...{ permit: permits.id, message: outbox.message },
        })
        .from(dossiers)
        .innerJoin(permits, and(eq(permits.dossier, dossiers.id), isNull(permits.revokedAt)))
        .innerJoin(
          outbox,
          and(eq(outbox.dossier, dossiers.id), sql`${outbox.state} = 'sent'`, gte(outbox.settledAt, since)),
        )
        .where(eq(dossiers.status, 'done'))
        .orderBy(desc(outbox.seq))
        .limit(limit)
      // Which message was the picture stands in its text, which no query reads.
      return rows.flatMap(({ permit, message, ...delivered }) =>
        message.type === 'picture' && message.of.permit === permit ? [delivered] : [],
      )
    },

    return: ({ dossier, revision }, action) =>
      engine.write(async (db) => {
        const [changed] = await db
          .update(dossiers)
          .set({ status: action.status, revision: revision + 1, updatedAt: action.at, lastAction: action.type })
          .where(and(eq(dossiers.id, dossier), eq(dossiers.revision, revision), eq(dossiers.status, 'done')))
          .returning({ id: dossiers.id })
        if (!changed) return 'stale'
        await appendAction(engine, db, dossier, action)
        return 'done'
      }),
  }
}
