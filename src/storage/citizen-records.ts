import { and, asc, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { CitizenId } from '../kernel/ids.ts'
import type { CitizenRecords } from '../turns/ports.ts'
import type { Db, Engine } from './engine/engine.ts'

/** Why a message has no text any more. */
export const FORGOTTEN = 'forgotten'
/** What stands in its place. */
export const NOTHING_SAID = { type: 'text', text: '' } as const

/** What is kept of one citizen, for showing it to them and for forgetting what may be forgotten. */
export function createCitizenRecords({ tables, read }: Engine): CitizenRecords {
  const { inbox, attachments, dossiers, consents } = tables
  return {
    summary: async (citizen) => {
      const [messages] = await read
        .select({ n: count() })
        .from(inbox)
        .where(and(eq(inbox.citizen, citizen), eq(inbox.source, 'zalo'), inArray(inbox.state, ['waiting', 'handled'])))
      const [files] = await read
        .select({ n: count() })
        .from(attachments)
        .where(and(eq(attachments.citizen, citizen), isNull(attachments.dossier), eq(attachments.state, 'stored')))
      const [filed] = await read.select({ n: count() }).from(dossiers).where(eq(dossiers.citizen, citizen))
      const given = await read
        .select({ flow: consents.flow, given: consents.given, at: consents.at })
        .from(consents)
        .where(eq(consents.citizen, citizen))
        .orderBy(asc(consents.at))
      return {
        messages: Number(messages?.n ?? 0),
        files: Number(files?.n ?? 0),
        dossiers: Number(filed?.n ?? 0),
        consents: given.map((row) => ({ ...row, given: row.given === 1 })),
      }
    },
  }
}

/**
 * Blanks what was said and deletes what was never filed. Dossiers, permits and consents stay: archive law and the proof
 * that consent was given ask for them (domain §1.4). Answers with the contents that the deleted rows referred to.
 */
export async function writeForgotten({ tables }: Engine, db: Db, citizen: CitizenId): Promise<string[]> {
  const { inbox, attachments, timers } = tables
  await db
    .update(inbox)
    .set({ body: null, event: null, echo: null })
    .where(and(eq(inbox.citizen, citizen), ne(inbox.state, 'waiting')))
  await db.delete(timers).where(eq(timers.citizen, citizen))
  const gone = await db
    .delete(attachments)
    .where(and(eq(attachments.citizen, citizen), isNull(attachments.dossier)))
    .returning({ sha256: attachments.sha256 })
  return [...new Set(gone.flatMap(({ sha256 }) => sha256 ?? []))]
}

/** Blanks what was told and drops what is still to be told. Before the answer to the forgetting is written. */
export async function writeUnsaid({ tables }: Engine, db: Db, citizen: CitizenId, at: number) {
  const { outbox } = tables
  await db
    .update(outbox)
    .set({ state: 'dead', settledAt: at })
    .where(and(eq(outbox.citizen, citizen), inArray(outbox.state, ['waiting', 'held'])))
  await db.update(outbox).set({ message: NOTHING_SAID, reason: FORGOTTEN }).where(eq(outbox.citizen, citizen))
}
