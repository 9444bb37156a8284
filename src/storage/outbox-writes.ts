import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { CitizenId, DossierId } from '../kernel/ids.ts'
import { FORGOTTEN } from './citizen-records.ts'
import { type Db, type Engine, prepared } from './engine/engine.ts'

/** A message about this dossier that will not arrive. What a citizen asked us to forget has nothing left to say. */
export const isDeadOf = ({ outbox }: Engine['tables'], dossier: DossierId, seq: number) =>
  and(
    ...[eq(outbox.seq, seq), eq(outbox.dossier, dossier), eq(outbox.state, 'dead')],
    or(isNull(outbox.reason), ne(outbox.reason, FORGOTTEN)),
  )

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

    /** What will not arrive waits once more, in its old place in the order, as if it had never been tried. Says whether it did not. */
    resend: async (db: Db, dossier: DossierId, seq: number, at: number): Promise<boolean> => {
      const fresh = { attempts: 0, parts: 0, notBefore: at, reason: null, doubtSince: null, doubtUntil: null }
      const waits = await db
        .update(outbox)
        .set({ state: 'waiting', ...fresh })
        .where(isDeadOf(engine.tables, dossier, seq))
        .returning({ seq: outbox.seq })
      return waits.length > 0
    },

    /** What Zalo refused while the citizen was out of reach goes out, in its old place in the order. */
    releaseHeld: async (db: Db, citizen: CitizenId) => void (await release(db, { citizen })),
  }
}
