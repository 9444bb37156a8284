import { and, eq } from 'drizzle-orm'
import type { ReIssues } from '../casework/re-issue.ts'
import type { Engine } from './engine/engine.ts'
import { countPermits, isInForce, permitsWithHolders } from './granted-permits.ts'

export function createReIssues(engine: Engine): ReIssues {
  const under = (keyId: string, now: number) => and(eq(engine.tables.permits.keyId, keyId), isInForce(engine, now))
  return {
    affected: (keyId, now, after, limit) => permitsWithHolders(engine, under(keyId, now), { after, limit }),
    countUnder: (keyId, now) => countPermits(engine, under(keyId, now)),
  }
}
