import { and, count, eq, inArray } from 'drizzle-orm'
import { isWaiting, statuses } from '../dossiers/status.ts'
import type { PendingDossiers } from '../procedures/ports.ts'
import type { Engine } from './engine/engine.ts'

const WAITING = statuses.filter(isWaiting)

export function createPendingDossiers({ tables: { dossiers }, read }: Engine): PendingDossiers {
  return {
    count: async (flow) => {
      const own = and(eq(dossiers.flow, flow), inArray(dossiers.status, WAITING))
      const [row] = await read.select({ n: count() }).from(dossiers).where(own)
      return Number(row?.n ?? 0)
    },
  }
}
