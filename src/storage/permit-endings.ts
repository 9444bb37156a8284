import { and, asc, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { PermitEndings } from '../turns/end-orders.ts'
import { appendAction } from './dossier-writes.ts'
import type { Engine } from './engine.ts'
import { outboxWrites } from './outbox-writes.ts'
import { toPermit } from './permits.ts'

export function createPermitEndings(engine: Engine): PermitEndings {
  const { permits, dossiers } = engine.tables
  const { say } = outboxWrites(engine)
  return {
    ofKinds: async (kinds, now, limit) => {
      const inForce = and(isNull(permits.revokedAt), gt(permits.validUntil, Math.floor(now / 1000)))
      const rows = await engine.read
        .select({ permit: permits, citizen: dossiers.citizen, code: dossiers.code })
        .from(permits)
        .innerJoin(dossiers, eq(permits.dossier, dossiers.id))
        .where(and(inArray(permits.kind, [...kinds]), inForce))
        .orderBy(asc(permits.id))
        .limit(limit)
      return rows.map(({ permit, ...rest }) => ({ permit: toPermit(permit), ...rest }))
    },

    countOfKinds: async (kinds, now) => {
      const inForce = and(isNull(permits.revokedAt), gt(permits.validUntil, Math.floor(now / 1000)))
      const [row] = await engine.read
        .select({ count: count() })
        .from(permits)
        .where(and(inArray(permits.kind, [...kinds]), inForce))
      return row?.count ?? 0
    },

    end: ({ permit, citizen, because, action, message, at }) =>
      engine.write(async (db) => {
        const [revoked] = await db
          .update(permits)
          .set({ revokedAt: at, revokedBecause: because, remindAt: null })
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
