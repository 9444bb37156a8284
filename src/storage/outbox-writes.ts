import { and, eq, sql } from 'drizzle-orm'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { CitizenId, DossierId } from '../kernel/ids.ts'
import { type Db, type Engine, prepared } from './engine/engine.ts'

/** Appending to the outbox, for the transactions that decide something. */
export function outboxWrites(engine: Engine) {
  const { outbox } = engine.tables

  const insert = prepared((db) =>
    db.insert(outbox).values({
      citizen: sql.placeholder('citizen'),
      message: sql.placeholder('message'),
      dossier: sql.placeholder('dossier'),
      state: 'waiting',
      notBefore: sql.placeholder('at'),
      createdAt: sql.placeholder('at'),
    }),
  )

  const release = prepared((db) =>
    db
      .update(outbox)
      .set({ state: 'waiting' })
      .where(and(eq(outbox.citizen, sql.placeholder('citizen')), sql`${outbox.state} = 'held'`)),
  )

  return {
    /** `dossier` is what the message is about, so that its staff see whether it arrived. */
    say: async (db: Db, citizen: CitizenId, message: OutgoingMessage, at: number, dossier?: DossierId) =>
      void (await insert(db, { citizen, message, at, dossier: dossier ?? null })),

    /** What Zalo refused while the citizen was out of reach goes out, in its old place in the order. */
    releaseHeld: async (db: Db, citizen: CitizenId) => void (await release(db, { citizen })),
  }
}
