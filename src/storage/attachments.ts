import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Attachment } from '../attachments/attachment.ts'
import type { Attachments } from '../attachments/ports.ts'
import type { ProgramEvent } from '../conversation/events.ts'
import type { Db, Engine } from './engine.ts'
import { writeProgramEvent } from './program-events.ts'

export function createAttachments(engine: Engine): Attachments {
  const { attachments } = engine.tables
  type Row = typeof attachments.$inferSelect

  const toAttachment = ({
    notBefore: _,
    dossier: __,
    name,
    sha256,
    mime,
    bytes,
    because,
    ...row
  }: Row): Attachment => ({
    ...row,
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
            ...(fetched.outcome === 'stored' && {
              state: 'stored' as const,
              sha256: fetched.sha256,
              mime: fetched.mime,
              bytes: fetched.bytes,
            }),
          })
          .where(and(eq(attachments.id, id), eq(attachments.state, 'waiting')))
          .returning({ citizen: attachments.citizen })
        if (!row || fetched.outcome === 'later') return
        const event: ProgramEvent =
          fetched.outcome === 'stored'
            ? { type: 'FILE_STORED', attachment: id }
            : { type: 'FILE_REFUSED', attachment: id, because: fetched.because }
        await writeProgramEvent(engine, db, row.citizen, `file:${id}`, event, at)
      }),
  }
}

/** Files just announced by Zalo, to be fetched at once. */
export async function writeAttachments({ tables }: Engine, db: Db, rows: readonly Attachment[]) {
  await db
    .insert(tables.attachments)
    .values(rows.map((row) => ({ ...row, notBefore: row.receivedAt })))
    .onConflictDoNothing()
}
