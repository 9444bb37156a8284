import { and, asc, eq, exists, lt, sql } from 'drizzle-orm'
import type { CitizenId } from '../kernel/ids.ts'
import type { Inbox } from '../turns/ports.ts'
import { FORGOTTEN } from './citizen-records.ts'
import { type Engine, prepared } from './engine.ts'
import { outboxWrites } from './outbox-writes.ts'

const STATES = { turn: 'waiting', echo: 'echo', record: 'kept', broken: 'broken' } as const

export function createInbox(engine: Engine): Inbox {
  const { inbox, outbox } = engine.tables
  const { say } = outboxWrites(engine)

  const keep = prepared<{ seq: number }>((db) =>
    db
      .insert(inbox)
      .values({
        key: sql.placeholder('key'),
        citizen: sql.placeholder('citizen'),
        source: 'zalo',
        state: sql.placeholder('state'),
        sentAt: sql.placeholder('sentAt'),
        receivedAt: sql.placeholder('receivedAt'),
        body: sql.placeholder('body'),
        echo: sql.placeholder('echo'),
        echoOf: sql.placeholder('echoOf'),
        echoKind: sql.placeholder('echoKind'),
      })
      .onConflictDoNothing({ target: inbox.key })
      .returning({ seq: inbox.seq }),
  )

  /** Zalo may echo a message after its citizen asked to be forgotten. */
  const blankForgotten = prepared((db) =>
    db
      .update(inbox)
      .set({ body: null, echo: null })
      .where(
        and(
          eq(inbox.seq, sql.placeholder('seq')),
          exists(
            db
              .select({ seq: outbox.seq })
              .from(outbox)
              .where(and(eq(outbox.zaloMessageId, inbox.echoOf), eq(outbox.reason, FORGOTTEN))),
          ),
        ),
      ),
  )

  return {
    keep: (delivery) =>
      engine.write(async (db) => {
        const [row] = await keep(db, {
          key: delivery.key,
          citizen: delivery.citizen ?? null,
          state: STATES[delivery.purpose],
          sentAt: delivery.sentAt,
          receivedAt: delivery.receivedAt,
          body: delivery.body,
          echo: delivery.echo?.text ?? null,
          echoOf: delivery.echo?.messageId ?? null,
          echoKind: delivery.echo?.kind ?? null,
        })
        if (!row) return 'known'
        if (delivery.echo) await blankForgotten(db, { seq: row.seq })
        return 'kept'
      }),

    citizensWaiting: async (receivedBefore, limit) => {
      const rows = await engine.read
        .selectDistinct({ citizen: inbox.citizen })
        .from(inbox)
        .where(and(sql`${inbox.state} = 'waiting'`, lt(inbox.receivedAt, receivedBefore)))
        .orderBy(asc(inbox.citizen))
        .limit(limit)
      return rows.map((row) => row.citizen).filter((citizen): citizen is CitizenId => citizen !== null)
    },

    failed: ({ seq, citizen, reason, attemptsAllowed, apology, at }) =>
      engine.write(async (db) => {
        const [row] = await db
          .update(inbox)
          .set({
            attempts: sql`${inbox.attempts} + 1`,
            reason,
            state: sql`case when ${inbox.attempts} + 1 >= ${attemptsAllowed} then 'set aside' else 'waiting' end`,
          })
          .where(and(eq(inbox.seq, seq), eq(inbox.state, 'waiting')))
          .returning({ state: inbox.state, event: inbox.event })
        if (row?.state !== 'set aside') return 'waiting'
        await db.update(inbox).set({ handledAt: at }).where(eq(inbox.seq, seq))
        // A person may look into what is set aside, but not into a card.
        if (row.event?.type === 'CARD_READ') await db.update(inbox).set({ event: null }).where(eq(inbox.seq, seq))
        await say(db, citizen, apology, at)
        return 'set aside'
      }),
  }
}
