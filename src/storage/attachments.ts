import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Attachment } from '../attachments/attachment.ts'
import type { Attachments, Fetched, HeldContents } from '../attachments/ports.ts'
import type { CardRefusal, FileRefusal, ProgramEvent } from '../conversation/events.ts'
import type { AttachmentId } from '../kernel/ids.ts'
import type { Db, Engine } from './engine.ts'
import { writeProgramEvent } from './program-events.ts'

export function createAttachments(engine: Engine): Attachments & HeldContents {
  const { attachments } = engine.tables
  type Row = typeof attachments.$inferSelect

  const toAttachment = ({
    notBefore: _,
    dossier: __,
    purpose,
    name,
    sha256,
    mime,
    bytes,
    because,
    ...row
  }: Row): Attachment => ({
    ...row,
    ...(purpose !== null && { purpose }),
    ...(name !== null && { name }),
    ...(sha256 !== null && { sha256 }),
    ...(mime !== null && { mime }),
    ...(bytes !== null && { bytes }),
    ...(because !== null && { because }),
  })

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

    due: async (now, limit) => {
      const rows = await engine.read
        .select({ id: attachments.id })
        .from(attachments)
        .where(and(sql`${attachments.state} = 'waiting'`, lte(attachments.notBefore, now)))
        .orderBy(asc(attachments.notBefore))
        .limit(limit)
      return rows.map((row) => row.id)
    },

    settle: (id, fetched, at) =>
      engine.write(async (db) => {
        const [row] = await db
          .update(attachments)
          .set({
            attempts: sql`${attachments.attempts} + 1`,
            ...(fetched.outcome === 'later' && { notBefore: fetched.notBefore }),
            ...(fetched.outcome === 'refused' && { state: 'refused' as const, because: fetched.because }),
            // The address would still lead to the picture at Zalo.
            ...(fetched.outcome !== 'later' && { url: '' }),
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
        await writeProgramEvent(engine, db, row.citizen, `file:${id}`, toNews(id, fetched, row.purpose === 'card'), at)
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

const isFileRefusal = (because: CardRefusal): because is FileRefusal =>
  because !== 'no code' && because !== 'other code'

/** Files just announced by Zalo, to be fetched at once. */
export async function writeAttachments({ tables }: Engine, db: Db, rows: readonly Attachment[]) {
  await db
    .insert(tables.attachments)
    .values(rows.map((row) => ({ ...row, notBefore: row.receivedAt })))
    .onConflictDoNothing()
}
