import { and, inArray } from 'drizzle-orm'
import type { PermitEndings } from '../casework/end-orders.ts'
import type { Engine } from './engine/engine.ts'
import { countPermits, isInForce, permitsWithHolders } from './granted-permits.ts'

export function createPermitEndings(engine: Engine): PermitEndings {
  const { permits } = engine.tables
  const ofKinds = (kinds: readonly string[], now: number) =>
    and(inArray(permits.kind, [...kinds]), isInForce(engine, now))
  return {
    ofKinds: (kinds, now, limit) => permitsWithHolders(engine, ofKinds(kinds, now), { limit }),

    countOfKinds: (kinds, now) => countPermits(engine, ofKinds(kinds, now)),
  }
}
