import { and, eq } from 'drizzle-orm'
import type { ReIssues } from '../casework/re-issue.ts'
import type { Engine } from './engine/engine.ts'
import { isInForce, permitsWithHolders } from './granted-permits.ts'

export const createReIssues = (engine: Engine): ReIssues => ({
  affected: (keyId, now, after, limit) =>
    permitsWithHolders(engine, and(eq(engine.tables.permits.keyId, keyId), isInForce(engine, now)), { after, limit }),
})
