import { and, eq } from 'drizzle-orm'
import type { PermitRevivals } from '../casework/resume-orders.ts'
import type { Engine } from './engine/engine.ts'
import { countPermits, notOver, permitsWithHolders } from './granted-permits.ts'

export function createPermitRevivals(engine: Engine): PermitRevivals {
  const { permits } = engine.tables
  const endedWith = (order: string, now: number) => and(eq(permits.endedWith, order), notOver(engine, now))
  return {
    endedWith: (order, now, after, limit) => permitsWithHolders(engine, endedWith(order, now), { after, limit }),

    countEndedWith: (order, now) => countPermits(engine, endedWith(order, now)),
  }
}
