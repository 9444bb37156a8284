import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { PermitDeliveries } from '../casework/return-delivered.ts'
import type { Engine } from './engine/engine.ts'

export function createPermitDeliveries(engine: Engine): PermitDeliveries {
  const { permits, dossiers, outbox } = engine.tables
  return {
    arrived: async (since, limit) => {
      const rows = await engine.read
        .select({ permit: permits.id, message: outbox.message })
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
      return rows.flatMap(({ permit, message }) =>
        message.type === 'picture' && 'permit' in message.of && message.of.permit === permit ? [permit] : [],
      )
    },
  }
}
