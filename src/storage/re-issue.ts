import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { ReIssues } from '../turns/re-issue.ts'
import { appendAction } from './dossier-writes.ts'
import type { Engine } from './engine.ts'
import { outboxWrites } from './outbox-writes.ts'
import { toPermit, toPermitRow } from './permits.ts'

export function createReIssues(engine: Engine): ReIssues {
  const { permits, dossiers } = engine.tables
  const { say } = outboxWrites(engine)
  return {
    affected: async (keyId, now, after, limit) => {
      const inForce = and(isNull(permits.revokedAt), gt(permits.validUntil, Math.floor(now / 1000)))
      const rows = await engine.read
        .select({ permit: permits, citizen: dossiers.citizen, code: dossiers.code })
        .from(permits)
        .innerJoin(dossiers, eq(permits.dossier, dossiers.id))
        .where(and(eq(permits.keyId, keyId), inForce, after === undefined ? undefined : gt(permits.id, after)))
        .orderBy(asc(permits.id))
        .limit(limit)
      return rows.map(({ permit, ...rest }) => ({ permit: toPermit(permit), ...rest }))
    },

    commit: ({ old, citizen, permit, because, actions, messages, at }) =>
      engine.write(async (db) => {
        const [revoked] = await db
          .update(permits)
          .set({ revokedAt: at, revokedBecause: because, remindAt: null })
          .where(and(eq(permits.id, old), isNull(permits.revokedAt)))
          .returning({ id: permits.id })
        if (!revoked) return 'gone'
        const [dossier] = await db
          .update(dossiers)
          .set({ revision: sql`${dossiers.revision} + 1`, updatedAt: at, lastAction: 'permit granted' })
          .where(eq(dossiers.id, permit.dossier))
          .returning({ status: dossiers.status })
        for (const action of actions)
          await appendAction(engine, db, permit.dossier, { ...action, status: dossier?.status ?? 'done' })
        await db.insert(permits).values(toPermitRow(permit))
        for (const message of messages) await say(db, citizen, message, at, permit.dossier)
        return 'done'
      }),
  }
}
