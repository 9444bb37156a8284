import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Attachment } from '../attachments/attachment.ts'
import type { Attachments, Fetched, HeldContents, RefusedFiles, UnfiledFiles } from '../attachments/ports.ts'
import type { CardRefusal, FileRefusal, ProgramEvent } from '../conversation/words/events.ts'
import { filesOf } from '../conversation/words/files-of.ts'
import type { AttachmentId, CitizenId } from '../kernel/ids.ts'
import type { Db, Engine } from './engine/engine.ts'
import { writeProgramEvent } from './program-events.ts'

/** Rows of one citizen and round. */
const MOST_DROPPED = 1_000

export function createAttachments(engine: Engine): Attachments & HeldContents & RefusedFiles & UnfiledFiles {
  const { attachments, conversations } = engine.tables
  type Row = typeof attachments.$inferSelect

  const toAttachment = ({
    notBefore: _,
    dossier,
    purpose,
    name,
    caption,
    sha256,
    mime,
    bytes,
    because,
    ...row
  }: Row): Attachment => ({
    ...row,
    ...(dossier !== null && { dossier }),
    ...(purpose !== null && { purpose }),
    ...(name !== null && { name }),
    ...(caption !== null && { caption }),
    ...(sha256 !== null && { sha256 }),
    ...(mime !== null && { mime }),
    ...(bytes !== null && { bytes }),
    ...(because !== null && { because }),
  })

  const dueWhere = async (kind: SQL | undefined, now: number, limit: number): Promise<AttachmentId[]> => {
    const rows = await engine.read
      .select({ id: attachments.id })
      .from(attachments)
      .where(and(sql`${attachments.state} = 'waiting'`, kind, lte(attachments.notBefore, now)))
      .orderBy(asc(attachments.notBefore))
      .limit(limit)
    return rows.map((row) => row.id)
  }

  return {
    find: async (id) => {
      const [row] = await engine.read.select().from(attachments).where(eq(attachments.id, id))
      return row && toAttachment(row)
    },

    findMany: async (ids) => {
      if (ids.length === 0) return []
      const rows = await engine.read
        .select()
        .from(attachments)
        .where(inArray(attachments.id, [...ids]))
      return rows.map(toAttachment)
    },

    due: (now, limit) => dueWhere(isNull(attachments.purpose), now, limit),
    dueCards: (now, limit) => dueWhere(eq(attachments.purpose, 'card'), now, limit),

    sentSince: async (citizen, since) => {
      const [row] = await engine.read
        .select({ files: sql<number>`count(*)`, bytes: sql<number>`coalesce(sum(${attachments.bytes}), 0)` })
        .from(attachments)
        .where(and(eq(attachments.citizen, citizen), gte(attachments.receivedAt, since)))
      return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) }
    },

    atUnknownHosts: async (limit) => {
      const rows = await engine.read
        .select()
        .from(attachments)
        .where(and(eq(attachments.state, 'refused'), eq(attachments.because, 'unknown host')))
        .orderBy(asc(attachments.receivedAt))
        .limit(limit)
      return rows.map(toAttachment)
    },

    tryAgain: (id, at) =>
      engine.write(
        async (db) =>
          void (await db
            .update(attachments)
            .set({ state: 'waiting', because: null, attempts: 0, notBefore: at })
            .where(and(eq(attachments.id, id), eq(attachments.because, 'unknown host')))),
      ),

    citizensWithUnfiled: async (before, after, limit) => {
      const rows = await engine.read
        .selectDistinct({ citizen: attachments.citizen })
        .from(attachments)
        .where(
          and(
            sql`${attachments.dossier} is null`,
            gt(attachments.citizen, after as CitizenId),
            lt(attachments.receivedAt, before),
          ),
        )
        .orderBy(asc(attachments.citizen))
        .limit(limit)
      return rows.map((row) => row.citizen)
    },

    dropUnfiled: (citizen, before) =>
      engine.write(async (db) => {
        // Held until the commit: a turn that files these files waits for it, and then finds what it still needs.
        const [row] = await db
          .update(conversations)
          .set({ revision: sql`${conversations.revision}` })
          .where(eq(conversations.citizen, citizen))
          .returning({ session: conversations.session })
        const needed = row ? filesOf(row.session) : new Set<AttachmentId>()
        const unfiled = await db
          .select({ id: attachments.id })
          .from(attachments)
          .where(
            and(
              eq(attachments.citizen, citizen),
              sql`${attachments.dossier} is null`,
              ne(attachments.state, 'waiting'),
              lt(attachments.receivedAt, before),
            ),
          )
          .limit(MOST_DROPPED)
        const ids = unfiled.map(({ id }) => id).filter((id) => !needed.has(id))
        if (ids.length > 0) await db.delete(attachments).where(inArray(attachments.id, ids))
        return ids.length
      }),

    settle: (id, fetched, at) =>
      engine.write(async (db) => {
        const [row] = await db
          .update(attachments)
          .set({
            attempts: sql`${attachments.attempts} + 1`,
            ...(fetched.outcome === 'later' && { notBefore: fetched.notBefore }),
            ...(fetched.outcome === 'refused' && { state: 'refused' as const, because: fetched.because }),
            // The address would still lead to the picture at Zalo; it stays only where an operator is still to look.
            ...(fetched.outcome !== 'later' && !isAtUnknownHost(fetched) && { url: '' }),
            ...(fetched.outcome === 'read' && { state: 'read' as const }),
            ...(fetched.outcome === 'stored' && {
              state: 'stored' as const,
              sha256: fetched.sha256,
              mime: fetched.mime,
              bytes: fetched.bytes,
            }),
          })
          .where(and(eq(attachments.id, id), eq(attachments.state, 'waiting')))
          .returning({ citizen: attachments.citizen, purpose: attachments.purpose })
        if (!row) return 'ignored'
        if (fetched.outcome === 'later') return 'settled'
        await writeProgramEvent(
          engine,
          db,
          row.citizen,
          `file:${id}:${fetched.outcome}`,
          toNews(id, fetched, row.purpose === 'card'),
          at,
        )
        return 'settled'
      }),

    heldAmong: async (sha256s) => {
      if (sha256s.length === 0) return new Set()
      const rows = await engine.read
        .selectDistinct({ sha256: attachments.sha256 })
        .from(attachments)
        .where(inArray(attachments.sha256, [...sha256s]))
      return new Set(rows.flatMap(({ sha256 }) => sha256 ?? []))
    },
  }
}

function toNews(
  attachment: AttachmentId,
  fetched: Exclude<Fetched, { outcome: 'later' }>,
  isCard: boolean,
): ProgramEvent {
  switch (fetched.outcome) {
    case 'stored':
      return { type: 'FILE_STORED', attachment }
    case 'read':
      return { type: 'CARD_READ', attachment, card: fetched.card }
    case 'refused': {
      const { because } = fetched
      if (isCard) return { type: 'CARD_UNREADABLE', attachment, because }
      return { type: 'FILE_REFUSED', attachment, because: isFileRefusal(because) ? because : 'wrong type' }
    }
  }
}

const isAtUnknownHost = (fetched: Fetched): boolean =>
  fetched.outcome === 'refused' && fetched.because === 'unknown host'

const isFileRefusal = (because: CardRefusal): because is FileRefusal =>
  because !== 'no code' && because !== 'other code'

/** Files just announced by Zalo, to be fetched at once. */
export async function writeAttachments({ tables }: Engine, db: Db, rows: readonly Attachment[]) {
  for (const { citizen, purpose } of rows) {
    // One picture of a card at a time for each citizen: a newer one takes the place of one that nobody has read.
    if (purpose !== 'card') continue
    const { attachments } = tables
    await db
      .update(attachments)
      .set({ state: 'refused', because: 'no code', url: '' })
      .where(and(eq(attachments.citizen, citizen), eq(attachments.purpose, 'card'), eq(attachments.state, 'waiting')))
  }
  await db
    .insert(tables.attachments)
    .values(rows.map((row) => ({ ...row, notBefore: row.receivedAt })))
    .onConflictDoNothing()
}
