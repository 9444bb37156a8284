import { and, count, inArray, sql } from 'drizzle-orm'
import { isWaiting, statuses } from '../dossiers/status.ts'
import type { PendingDossiers } from '../procedures/ports.ts'
import type { Engine } from './engine/engine.ts'

const WAITING = statuses.filter(isWaiting)

export function createPendingDossiers({ tables: { dossiers }, read }: Engine): PendingDossiers {
  return {
    count: async (flow) => {
      // Few wait, of whatever procedure: from them it begins, and not from all that were ever filed through this one.
      const own = and(sql`(${dossiers.flow} || '') = ${flow}`, inArray(dossiers.status, WAITING))
      const [row] = await read.select({ n: count() }).from(dossiers).where(own)
      return Number(row?.n ?? 0)
    },
  }
}
