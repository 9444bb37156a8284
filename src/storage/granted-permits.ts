import { and, asc, count, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm'
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

/** A page of permits whose names have to be decoded. */
const PAGE = 200

/** Of these, in pages, those of which it is still so when their page comes. */
export async function* pagesWithHolders(engine: Engine, ids: readonly Permit['id'][], stillSo: () => SQL | undefined) {
  const { id } = engine.tables.permits
  for (let from = 0; from < ids.length; from += PAGE) {
    const some = inArray(id, ids.slice(from, from + PAGE))
    const page = await permitsWithHolders(engine, and(some, stillSo()), { limit: PAGE })
    if (page.length > 0) yield page
  }
}

export const notOver = ({ tables: { permits } }: Engine, now: number): SQL => gt(permits.validUntil, now)

export const isInForce = (engine: Engine, now: number): SQL | undefined =>
  and(isNull(engine.tables.permits.revokedAt), notOver(engine, now))

export async function countPermits({ read, tables: { permits } }: Engine, which: SQL | undefined): Promise<number> {
  const [row] = await read.select({ count: count() }).from(permits).where(which)
  return row?.count ?? 0
}
