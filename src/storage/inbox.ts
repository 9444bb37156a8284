import { and, asc, eq, lt, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { CitizenId } from '../kernel/ids.ts'
import type { Inbox } from '../turns/ports.ts'
import { FORGOTTEN } from './citizen-records.ts'
import { type Engine, prepared } from './engine/engine.ts'
import { outboxWrites } from './outbox-writes.ts'

const STATES = { turn: 'waiting', echo: 'echo', record: 'kept', broken: 'broken' } as const

export function createInbox(engine: Engine): Inbox {
  const { inbox, outbox } = engine.tables
  const { say } = outboxWrites(engine)

  /** Zalo may echo a message after its citizen asked to be forgotten. The type is said because PostgreSQL would guess text. */
  const unlessForgotten = (column: 'body' | 'echo') => {
    const given = sql`cast(${sql.param(sql.placeholder(column), inbox[column])} as ${sql.raw(inbox[column].getSQLType())})`
    const isForgotten = sql`exists (select 1 from ${outbox} where ${outbox.zaloMessageId} = ${sql.placeholder('echoOf')} and ${eq(outbox.reason, FORGOTTEN)})`
    return sql`case when ${isForgotten} then null else ${given} end`
  }

  const keeping = (texts: { body: SQL | Placeholder; echo: SQL | Placeholder }) =>
    prepared<{ seq: number }>((db) =>
      db
        .insert(inbox)
        .values({
          key: sql.placeholder('key'),
          citizen: sql.placeholder('citizen'),
          source: 'zalo',
          state: sql.placeholder('state'),
          sentAt: sql.placeholder('sentAt'),
          receivedAt: sql.placeholder('receivedAt'),
          ...texts,
          echoOf: sql.placeholder('echoOf'),
          echoKind: sql.placeholder('echoKind'),
        })
        .onConflictDoNothing({ target: inbox.key })
        .returning({ seq: inbox.seq }),
    )
  const keep = keeping({ body: sql.placeholder('body'), echo: sql.placeholder('echo') })
  const keepEcho = keeping({ body: unlessForgotten('body'), echo: unlessForgotten('echo') })

  return {
    keep: (delivery) =>
      engine.write(async (db) => {
        const [row] = await (delivery.echo ? keepEcho : keep)(db, {
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
        return row ? 'kept' : 'known'
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
