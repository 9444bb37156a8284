import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  lt,
  lte,
  notExists,
  notInArray,
  or,
  sql,
} from 'drizzle-orm'
import { MOST_UNSEEN, type Notice, type NoticeKind, type Notices, type Told } from '../dossiers/notices.ts'
import type { DossierId } from '../kernel/ids.ts'
import { type Db, type Engine, prepared } from './engine/engine.ts'

/** What is told of a due time or of idleness has an end when the dossier leaves the desk. */
const NEAR = ['soon', 'late', 'leader soon', 'leader late'] as const
const OF_STEPS: NoticeKind[] = NEAR.map((kind) => `step ${kind}` as const)
const WHILE_WAITING: NoticeKind[] = [...NEAR, ...OF_STEPS, 'idle']

/** Telling, for the transactions that decide something. Who was told of this thing before is not told again. */
async function writeNotices({ tables }: Engine, db: Db, notices: readonly Notice[]): Promise<number> {
  if (notices.length === 0) return 0
  const told = await db
    .insert(tables.staffNotices)
    .values([...notices])
    .onConflictDoNothing()
    .returning({ place: tables.staffNotices.place })
  return told.length
}

export function createNotices(engine: Engine): Notices {
  const { tables, read, write } = engine
  const { staffNotices: notices, dossiers, dossierActions: acts, staffAccounts } = tables

  const unseen = prepared<{ n: number }>((db) => {
    const waits = db
      .select({ id: dossiers.id })
      .from(dossiers)
      .where(and(eq(dossiers.id, notices.dossier), sql`${dossiers.queue} is not null`))
    /** Its agency has handed it on since, and the step with it, or has become competent. */
    const handedOn = db
      .select({ one: sql`1` })
      .from(acts)
      .where(
        and(
          eq(acts.dossier, notices.dossier),
          inArray(acts.type, ['handed over', 'clock begun']),
          gt(acts.at, notices.at),
        ),
      )
    const some = db
      .select({ place: notices.place })
      .from(notices)
      .where(
        and(
          ...[eq(notices.account, sql.placeholder('account')), isNull(notices.seenAt)],
          or(notInArray(notices.kind, WHILE_WAITING), exists(waits)),
          or(notInArray(notices.kind, OF_STEPS), notExists(handedOn)),
        ),
      )
      .limit(MOST_UNSEEN)
      .as('some')
    return db.select({ n: count() }).from(some)
  })

  const fields = { kind: notices.kind, about: notices.about, at: notices.at, seenAt: notices.seenAt }

  return {
    told: async (ids) => {
      const told = new Map<DossierId, (Told & { at: number })[]>()
      if (ids.length === 0) return told
      const rows = await read
        .select({ dossier: notices.dossier, ...fields })
        .from(notices)
        .where(inArray(notices.dossier, [...ids]))
        .orderBy(asc(notices.place))
      for (const { dossier, kind, about, at } of rows)
        told.set(dossier, [...(told.get(dossier) ?? []), { kind, about, at }])
      return told
    },

    tell: (given) => write((db) => writeNotices(engine, db, given)),

    unseen: async (account) => Number((await unseen(read, { account }))[0]?.n ?? 0),

    ofAccount: async (account, limit, before) => {
      const rows = await read
        .select({ place: notices.place, dossier: notices.dossier, code: dossiers.code, flow: dossiers.flow, ...fields })
        .from(notices)
        .innerJoin(dossiers, eq(dossiers.id, notices.dossier))
        .where(and(eq(notices.account, account), before === undefined ? undefined : lt(notices.place, before)))
        .orderBy(desc(notices.place))
        .limit(limit)
      return rows.map(seenOrNot)
    },

    ofDossier: async (dossier) => {
      const rows = await read
        .select({ account: notices.account, name: staffAccounts.name, ...fields })
        .from(notices)
        .innerJoin(staffAccounts, eq(staffAccounts.id, notices.account))
        .where(eq(notices.dossier, dossier))
        .orderBy(asc(notices.place))
      return rows.map(seenOrNot)
    },

    see: (account, which, at) =>
      write(async (db) => {
        const meant =
          'place' in which
            ? eq(notices.place, which.place)
            : 'dossier' in which
              ? eq(notices.dossier, which.dossier)
              : lte(notices.place, which.upTo)
        await db
          .update(notices)
          .set({ seenAt: at })
          .where(and(eq(notices.account, account), isNull(notices.seenAt), meant))
      }),

    forget: (before, limit) =>
      write(async (db) => {
        const oldest = db
          .select({ place: notices.place })
          .from(notices)
          .where(lt(notices.at, before))
          .orderBy(asc(notices.at))
          .limit(limit)
        const gone = await db.delete(notices).where(inArray(notices.place, oldest)).returning({ place: notices.place })
        return gone.length
      }),
  }
}

const seenOrNot = <Row extends { seenAt: number | null }>({ seenAt, ...row }: Row) => ({
  ...row,
  ...(seenAt !== null && { seenAt }),
})
