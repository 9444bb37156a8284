import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { CaseChange, CaseChanges } from '../casework/ports.ts'
import type { DossierAction } from '../dossiers/dossier.ts'
import type { AttachmentId, DossierId } from '../kernel/ids.ts'
import { writeAttachments } from './attachments.ts'
import { dossierWords } from './dossier-words.ts'
import { type Db, type Engine, prepared } from './engine/engine.ts'
import { outboxWrites } from './outbox-writes.ts'
import { toPermitRow } from './permits.ts'
import { writeProgramEvent } from './program-events.ts'
import { Stale } from './stale.ts'

export function createCaseChanges(engine: Engine): CaseChanges {
  const write = caseWrites(engine)
  return {
    commit: async (change) => {
      try {
        await engine.write((db) => write(db, change))
        return 'done'
      } catch (cause) {
        // The one expected error: somebody else changed the dossier or a permit first.
        if (cause instanceof Stale) return 'stale'
        throw cause
      }
    },
  }
}

/**
 * Writing a change of a dossier, for the transactions that decide something: a citizen's turn and everything in casework.
 * Throws `Stale`, which undoes the transaction, when the dossier or a permit is not as it was judged.
 */
export function caseWrites(engine: Engine) {
  const besides = writesBesides(engine)
  return async (db: Db, change: CaseChange): Promise<void> => {
    await writeRow(engine, db, change)
    if (change.keeps) await holdRow(engine, db, change.keeps)
    await besides(db, change)
  }
}

/** Everything of a change but the dossier's row, for whoever writes the row itself. */
export function writesBesides(engine: Engine) {
  const { say, resend } = outboxWrites(engine)
  const sendAgain = async (db: Db, dossier: DossierId, message: number, at: number) => {
    if (!(await resend(db, dossier, message, at))) throw new Stale()
  }
  const [appendActs, noteHands] = [actWrites(engine), handWrites(engine)]
  const { addAll, addPermit, replaceAll } = dossierWords(engine)
  return async (db: Db, change: CaseChange): Promise<void> => {
    await appendActs(db, change.dossier, change.actions)
    await noteHands(db, change.dossier, change.actions)
    if (change.uploads && change.uploads.length > 0) await writeAttachments(engine, db, change.uploads)
    await linkFiles(engine, db, change.dossier, change.files)
    await writePermits(engine, db, change)
    if (change.resent !== undefined) await sendAgain(db, change.dossier, change.resent, change.at)
    if (change.foundBy) await (change.filed ? addAll : replaceAll)(db, change.dossier, change.foundBy)
    if (change.granted) await addPermit(db, change.dossier, change.granted.number)
    for (const message of change.messages) await say(db, change.citizen, message, change.at, change.dossier)
    if (change.event)
      await writeProgramEvent(engine, db, change.citizen, change.event.key, change.event.event, change.at)
  }
}

async function writeRow({ tables: { dossiers } }: Engine, db: Db, change: CaseChange) {
  if (change.filed) return void (await db.insert(dossiers).values(change.filed))
  const { dossier, citizen, revision, row } = change
  const [changed] = await db
    .update(dossiers)
    .set({ ...row, revision: revision + 1 })
    .where(and(eq(dossiers.id, dossier), eq(dossiers.citizen, citizen), eq(dossiers.revision, revision)))
    .returning({ id: dossiers.id })
  if (!changed) throw new Stale()
}

/**
 * Another row stays as it was judged until this is committed. After the own row, and as a write: of two that are each closed for
 * the other's sake one waits, and finds the other changed.
 */
async function holdRow({ tables: { dossiers } }: Engine, db: Db, { id, revision }: NonNullable<CaseChange['keeps']>) {
  const [held] = await db
    .update(dossiers)
    .set({ revision })
    .where(and(eq(dossiers.id, id), eq(dossiers.revision, revision)))
    .returning({ id: dossiers.id })
  if (!held) throw new Stale()
}

/** Built once: a turn and every act of an officer write through it. */
function actWrites({ tables }: Engine) {
  const { dossierActions } = tables
  const value = (name: string) => sql.placeholder(name)
  const insert = prepared((db) =>
    db.insert(dossierActions).values({
      dossier: value('dossier'),
      seq: sql`(select coalesce(max(seq), 0) + 1 from ${dossierActions} where ${eq(dossierActions.dossier, value('dossier'))})`,
      ...{ type: value('type'), actor: value('actor'), at: value('at'), status: value('status') },
      ...{ note: value('note'), attachments: value('attachments'), dueAt: value('dueAt'), move: value('move') },
    }),
  )
  return async (db: Db, dossier: DossierId, actions: readonly DossierAction[]) => {
    for (const { type, by, at, status, note, attachments, dueAt, move } of actions)
      await insert(db, {
        ...{ dossier, type, actor: by, at, status, note: note ?? null },
        ...{ attachments: attachments ?? null, dueAt: dueAt ?? null, move: move ?? null },
      })
  }
}

/** Who had a hand in it, and whose opinion is asked for or was given: so that each finds it in their lists. */
function handWrites({ tables }: Engine) {
  const { dossierHands, dossierConsultations } = tables
  const hand = prepared((db) =>
    db
      .insert(dossierHands)
      .values({ account: sql.placeholder('account'), dossier: sql.placeholder('dossier'), at: sql.placeholder('at') })
      .onConflictDoUpdate({
        target: [dossierHands.account, dossierHands.dossier],
        set: { at: sql`excluded.at` },
      }),
  )
  return async (db: Db, dossier: DossierId, actions: readonly DossierAction[]) => {
    for (const { type, by, at, move } of actions) {
      if (by.type === 'staff') await hand(db, { account: by.id, dossier, at })
      if (move?.asked === undefined) continue
      const agency = move.asked
      const isOpen = and(
        ...[eq(dossierConsultations.dossier, dossier), eq(dossierConsultations.agency, agency)],
        isNull(dossierConsultations.answeredAt),
      )
      if (type === 'opinion asked') await db.insert(dossierConsultations).values({ dossier, at, agency })
      else await db.update(dossierConsultations).set({ answeredAt: at }).where(isOpen)
    }
  }
}

async function linkFiles({ tables }: Engine, db: Db, dossier: DossierId, ids: readonly AttachmentId[]) {
  if (ids.length === 0) return
  await db
    .update(tables.attachments)
    .set({ dossier })
    .where(inArray(tables.attachments.id, [...ids]))
}

async function writePermits({ tables: { permits } }: Engine, db: Db, change: CaseChange) {
  const { dossier, ended, endedWith = null, revived, granted, at } = change
  if (ended && ended.permits.length > 0) {
    const revoked = await db
      .update(permits)
      .set({ revokedAt: at, revokedBecause: ended.because, endedWith, remindAt: null })
      .where(and(inArray(permits.id, [...ended.permits]), eq(permits.dossier, dossier), isNull(permits.revokedAt)))
      .returning({ id: permits.id })
    if (revoked.length < ended.permits.length) throw new Stale()
  }
  if (revived) {
    const taken = await db
      .update(permits)
      .set({ endedWith: null })
      .where(and(eq(permits.id, revived.permit), eq(permits.dossier, dossier), eq(permits.endedWith, revived.order)))
      .returning({ id: permits.id })
    if (taken.length === 0) throw new Stale()
  }
  if (granted) await db.insert(permits).values(toPermitRow(granted))
}
