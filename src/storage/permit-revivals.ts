import { and, eq } from 'drizzle-orm'
import type { PermitRevivals } from '../casework/resume-orders.ts'
import type { Engine } from './engine/engine.ts'
import { countPermits, notOver, pagesWithHolders } from './granted-permits.ts'
import { walkPermits } from './walk-permits.ts'

export function createPermitRevivals(engine: Engine): PermitRevivals {
  const { permits } = engine.tables
  const endedWith = (order: string, now: number) => and(eq(permits.endedWith, order), notOver(engine, now))
  return {
    endedWith: async function* (order, now) {
      for await (const rows of walkPermits(engine, { which: eq(permits.endedWith, order), by: permits.endedWith })) {
        const ids = rows.map(({ id }) => id)
        yield* pagesWithHolders(engine, ids, () => endedWith(order, now()))
      }
    },

    countEndedWith: (order, now) => countPermits(engine, endedWith(order, now)),
  }
}
