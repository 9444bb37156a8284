import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { PermitEndings } from '../casework/end-orders.ts'
import { writeByProgram } from './dossier-writes.ts'
import type { Engine } from './engine/engine.ts'
import { countPermits, isInForce, permitsWithHolders } from './granted-permits.ts'
import { outboxWrites } from './outbox-writes.ts'

export function createPermitEndings(engine: Engine): PermitEndings {
  const { permits } = engine.tables
  const { say } = outboxWrites(engine)
  const ofKinds = (kinds: readonly string[], now: number) =>
    and(inArray(permits.kind, [...kinds]), isInForce(engine, now))
  return {
    ofKinds: (kinds, now, limit) => permitsWithHolders(engine, ofKinds(kinds, now), { limit }),

    countOfKinds: (kinds, now) => countPermits(engine, ofKinds(kinds, now)),

    end: ({ permit, order, citizen, because, action, message, at }) =>
      engine.write(async (db) => {
        const [revoked] = await db
          .update(permits)
          .set({ revokedAt: at, revokedBecause: because, endedWith: order, remindAt: null })
          .where(and(eq(permits.id, permit.id), isNull(permits.revokedAt)))
          .returning({ id: permits.id })
        if (!revoked) return 'gone'
        await writeByProgram(engine, db, permit.dossier, [action], at)
        await say(db, citizen, message, at, permit.dossier)
        return 'done'
      }),
  }
}
