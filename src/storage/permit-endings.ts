import { and, eq, inArray } from 'drizzle-orm'
import type { PermitEndings } from '../casework/end-orders.ts'
import type { Engine } from './engine/engine.ts'
import { countPermits, isInForce, notOver, pagesWithHolders } from './granted-permits.ts'
import { walkPermits } from './walk-permits.ts'

export function createPermitEndings(engine: Engine): PermitEndings {
  const { permits } = engine.tables
  return {
    ofKinds: async function* (kinds, now) {
      for (const kind of kinds) {
        const from = notOver(engine, now())
        for await (const rows of walkPermits(engine, { which: eq(permits.kind, kind), by: permits.validUntil, from })) {
          const ids = rows.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id)
          yield* pagesWithHolders(engine, ids, () => isInForce(engine, now()))
        }
      }
    },

    countOfKinds: (kinds, now) => countPermits(engine, and(inArray(permits.kind, [...kinds]), isInForce(engine, now))),
  }
}
