import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import type { PermitReminders } from '../casework/remind-permits.ts'
import type { Engine } from './engine/engine.ts'
import { outboxWrites } from './outbox-writes.ts'
import { toPermit } from './permits.ts'

export function createPermitReminders(engine: Engine): PermitReminders {
  const { permits, dossiers } = engine.tables
  const { say } = outboxWrites(engine)
  return {
    due: async (now, limit) => {
      const rows = await engine.read
        .select({ permit: permits, citizen: dossiers.citizen })
        .from(permits)
        .innerJoin(dossiers, eq(permits.dossier, dossiers.id))
        .where(and(isNotNull(permits.remindAt), lte(permits.remindAt, now)))
        // By nothing more: thousands end at one midnight, and would all be sorted to find a hundred of them.
        .orderBy(asc(permits.remindAt))
        .limit(limit)
      return rows.map(({ permit, citizen }) => ({ permit: toPermit(permit), citizen }))
    },

    settle: ({ permit, citizen }, message, at) =>
      engine.write(async (db) => {
        const [settled] = await db
          .update(permits)
          .set({ remindAt: null })
          .where(and(eq(permits.id, permit.id), eq(permits.remindAt, permit.remindAt ?? -1)))
          .returning({ revokedAt: permits.revokedAt })
        if (settled?.revokedAt !== null) return 'known'
        if (message) await say(db, citizen, message, at, permit.dossier)
        return 'settled'
      }),
  }
}
