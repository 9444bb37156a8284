import { and, asc, count, eq, gt, isNull, type SQL } from 'drizzle-orm'
import type { Permit } from '../permits/code/permit.ts'
import type { Engine } from './engine/engine.ts'
import { toPermit } from './permits.ts'

/** Permits with their holders, as rounds go through them: in the order of their ids, after this one. */
export async function permitsWithHolders(
  { read, tables: { permits, dossiers } }: Engine,
  which: SQL | undefined,
  { after, limit }: { after?: Permit['id'] | undefined; limit: number },
) {
  const rows = await read
    .select({ permit: permits, citizen: dossiers.citizen, code: dossiers.code })
    .from(permits)
    .innerJoin(dossiers, eq(permits.dossier, dossiers.id))
    .where(and(which, after === undefined ? undefined : gt(permits.id, after)))
    .orderBy(asc(permits.id))
    .limit(limit)
  return rows.map(({ permit, ...rest }) => ({ permit: toPermit(permit), ...rest }))
}

export const notOver = ({ tables: { permits } }: Engine, now: number): SQL => gt(permits.validUntil, now)

export const isInForce = (engine: Engine, now: number): SQL | undefined =>
  and(isNull(engine.tables.permits.revokedAt), notOver(engine, now))

export async function countPermits({ read, tables: { permits } }: Engine, which: SQL | undefined): Promise<number> {
  const [row] = await read.select({ count: count() }).from(permits).where(which)
  return row?.count ?? 0
}
