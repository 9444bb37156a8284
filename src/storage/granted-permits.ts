import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { OutgoingMessage } from '../conversation/messages.ts'
import type { DossierAction } from '../dossiers/dossier.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Permit } from '../permits/permit.ts'
import { appendAction } from './dossier-writes.ts'
import type { Db, Engine } from './engine.ts'
import { outboxWrites } from './outbox-writes.ts'
import { toPermit, toPermitRow } from './permits.ts'

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

export const notOver = ({ tables: { permits } }: Engine, now: number): SQL =>
  gt(permits.validUntil, Math.floor(now / 1000))

export const isInForce = (engine: Engine, now: number): SQL | undefined =>
  and(isNull(engine.tables.permits.revokedAt), notOver(engine, now))

export interface MadeAnew {
  citizen: CitizenId
  permit: Permit
  actions: readonly Omit<DossierAction, 'status'>[]
  messages: readonly OutgoingMessage[]
  at: number
}

/** The permit that stands in for another, with what its dossier records and its holder is told. */
export async function writeMadeAnew(engine: Engine, db: Db, { citizen, permit, actions, messages, at }: MadeAnew) {
  const { permits, dossiers } = engine.tables
  const { say } = outboxWrites(engine)
  const [dossier] = await db
    .update(dossiers)
    .set({ revision: sql`${dossiers.revision} + 1`, updatedAt: at, lastAction: 'permit granted' })
    .where(eq(dossiers.id, permit.dossier))
    .returning({ status: dossiers.status })
  for (const action of actions)
    await appendAction(engine, db, permit.dossier, { ...action, status: dossier?.status ?? 'done' })
  await db.insert(permits).values(toPermitRow(permit))
  for (const message of messages) await say(db, citizen, message, at, permit.dossier)
}
