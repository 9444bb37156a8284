import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { PermitEndings } from '../turns/end-orders.ts'
import { appendAction } from './dossier-writes.ts'
import type { Engine } from './engine.ts'
import { isInForce, permitsWithHolders } from './granted-permits.ts'
import { outboxWrites } from './outbox-writes.ts'

export function createPermitEndings(engine: Engine): PermitEndings {
  const { permits, dossiers } = engine.tables
  const { say } = outboxWrites(engine)
  return {
    ofKinds: (kinds, now, limit) =>
      permitsWithHolders(engine, and(inArray(permits.kind, [...kinds]), isInForce(engine, now)), { limit }),

    countOfKinds: async (kinds, now) => {
      const [row] = await engine.read
        .select({ count: count() })
        .from(permits)
        .where(and(inArray(permits.kind, [...kinds]), isInForce(engine, now)))
      return row?.count ?? 0
    },

    end: ({ permit, order, citizen, because, action, message, at }) =>
      engine.write(async (db) => {
        const [revoked] = await db
          .update(permits)
          .set({ revokedAt: at, revokedBecause: because, endedWith: order, remindAt: null })
          .where(and(eq(permits.id, permit.id), isNull(permits.revokedAt)))
          .returning({ id: permits.id })
        if (!revoked) return 'gone'
        const [dossier] = await db
          .update(dossiers)
          .set({ revision: sql`${dossiers.revision} + 1`, updatedAt: at, lastAction: action.type })
          .where(eq(dossiers.id, permit.dossier))
          .returning({ status: dossiers.status })
        await appendAction(engine, db, permit.dossier, { ...action, status: dossier?.status ?? 'done' })
        await say(db, citizen, message, at, permit.dossier)
        return 'done'
      }),
  }
}
