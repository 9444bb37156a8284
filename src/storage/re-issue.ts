import { and, eq, isNull } from 'drizzle-orm'
import type { ReIssues } from '../casework/re-issue.ts'
import type { Engine } from './engine/engine.ts'
import { isInForce, permitsWithHolders, writeMadeAnew } from './granted-permits.ts'

export function createReIssues(engine: Engine): ReIssues {
  const { permits } = engine.tables
  return {
    affected: (keyId, now, after, limit) =>
      permitsWithHolders(engine, and(eq(permits.keyId, keyId), isInForce(engine, now)), { after, limit }),

    commit: ({ old, because, at, ...anew }) =>
      engine.write(async (db) => {
        const [revoked] = await db
          .update(permits)
          .set({ revokedAt: at, revokedBecause: because, remindAt: null })
          .where(and(eq(permits.id, old), isNull(permits.revokedAt)))
          .returning({ id: permits.id })
        if (!revoked) return 'gone'
        await writeMadeAnew(engine, db, { ...anew, at })
        return 'done'
      }),
  }
}
