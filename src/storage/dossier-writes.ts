import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { DossierAction } from '../dossiers/dossier.ts'
import { canMove, statuses } from '../dossiers/status.ts'
import type { AttachmentId, CitizenId, DossierId } from '../kernel/ids.ts'
import type { TurnRows } from '../turns/ports.ts'
import type { Db, Engine } from './engine/engine.ts'

/** Appends one action behind the others of its dossier. */
export async function appendAction({ tables }: Engine, db: Db, dossier: DossierId, action: DossierAction) {
  const { dossierActions } = tables
  await db.insert(dossierActions).values({
    dossier,
    seq: sql`(select coalesce(max(seq), 0) + 1 from ${dossierActions} where ${eq(dossierActions.dossier, dossier)})`,
    type: action.type,
    actor: action.by,
    at: action.at,
    status: action.status,
    note: action.note ?? null,
    attachments: action.attachments ?? null,
  })
}

/** What the program itself did to a dossier, whose status stays as it is. */
export async function writeByProgram(
  engine: Engine,
  db: Db,
  id: DossierId,
  actions: readonly Omit<DossierAction, 'status'>[],
  at: number,
) {
  const { dossiers } = engine.tables
  const lastAction = actions.at(-1)?.type
  const [dossier] = await db
    .update(dossiers)
    .set({ revision: sql`${dossiers.revision} + 1`, updatedAt: at, ...(lastAction && { lastAction }) })
    .where(eq(dossiers.id, id))
    .returning({ status: dossiers.status })
  for (const action of actions) await appendAction(engine, db, id, { ...action, status: dossier?.status ?? 'done' })
}

/** A new dossier, its first action, and the files that came with it. */
export async function writeFiled(engine: Engine, db: Db, filed: NonNullable<TurnRows['filed']>) {
  await db.insert(engine.tables.dossiers).values(filed.dossier)
  await appendAction(engine, db, filed.dossier.id, filed.action)
  await linkFiles(engine, db, filed.dossier.id, filed.attachments)
}

/** The citizen's reply to a supplement request. One that comes when the dossier has gone on is kept in its history. */
export async function writeSupplemented(
  engine: Engine,
  db: Db,
  { dossier, action, attachments }: NonNullable<TurnRows['supplemented']>,
  at: number,
) {
  const { dossiers, dossierActions } = engine.tables
  // Where it stood when it was asked about, however often a decision was made and taken back since.
  const asked = sql`(select max(seq) from ${dossierActions} where ${eq(dossierActions.dossier, dossier)} and ${dossierActions.type} = 'supplement asked')`
  const [beforeAsking] = await db
    .select({ status: dossierActions.status })
    .from(dossierActions)
    .where(and(eq(dossierActions.dossier, dossier), sql`${dossierActions.seq} < ${asked}`))
    .orderBy(desc(dossierActions.seq))
    .limit(1)
  const status = beforeAsking?.status === 'registered' ? 'supplement' : 'processing'
  const [changed] = await db
    .update(dossiers)
    .set({
      status: sql`case when ${dossiers.status} = 'supplement' then ${status} else ${dossiers.status} end`,
      lastAction: 'supplemented',
      updatedAt: at,
      revision: sql`${dossiers.revision} + 1`,
    })
    .where(eq(dossiers.id, dossier))
    .returning({ status: dossiers.status })
  if (!changed) return
  await appendAction(engine, db, dossier, { ...action, status: changed.status })
  await linkFiles(engine, db, dossier, attachments)
}

/** A citizen takes a dossier of their own back, if it has not come too far. */
export async function writeWithdrawn(
  engine: Engine,
  db: Db,
  citizen: CitizenId,
  { dossier, action }: NonNullable<TurnRows['withdrawn']>,
): Promise<boolean> {
  const { dossiers } = engine.tables
  const [changed] = await db
    .update(dossiers)
    .set({
      status: 'withdrawn',
      lastAction: 'withdrawn',
      updatedAt: action.at,
      revision: sql`${dossiers.revision} + 1`,
    })
    .where(and(eq(dossiers.id, dossier), eq(dossiers.citizen, citizen), inArray(dossiers.status, [...WITHDRAWABLE])))
    .returning({ id: dossiers.id })
  if (changed) await appendAction(engine, db, dossier, { ...action, status: 'withdrawn' })
  return changed !== undefined
}

const WITHDRAWABLE = statuses.filter((status) => canMove(status, 'withdrawn'))

async function linkFiles({ tables }: Engine, db: Db, dossier: DossierId, ids: readonly AttachmentId[]) {
  if (ids.length === 0) return
  await db
    .update(tables.attachments)
    .set({ dossier })
    .where(inArray(tables.attachments.id, [...ids]))
}
