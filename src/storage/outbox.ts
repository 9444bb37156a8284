import { and, asc, desc, eq, gte, isNull, lt, lte, ne, sql } from 'drizzle-orm'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Outbox, Waiting } from '../notifications/outbox.ts'
import { type Engine, prepared } from './engine.ts'

/** Longer than the slowest batch a living deliverer sends: messages of one claim times the client's time-out. */
const LEASE_FOR = 2 * MINUTE
const BATCH = 10
/** Zalo's clock and ours; an echo that seems older than the doubt by more is not believed, and the message is repeated. */
const CLOCKS_DIFFER = 2 * SECOND

export function createOutbox(engine: Engine): Outbox {
  const { outbox, deliveryLeases, conversations, inbox } = engine.tables

  const take = prepared<{ diedSince: number }>((db) =>
    db
      .insert(deliveryLeases)
      .values({
        citizen: sql.placeholder('citizen'),
        claimedAt: sql.placeholder('now'),
        until: sql.placeholder('until'),
      })
      .onConflictDoUpdate({
        target: deliveryLeases.citizen,
        set: {
          claimedAt: sql`excluded.claimed_at`,
          until: sql`excluded.until`,
          diedSince: sql`case when ${deliveryLeases.until} = 0 then 0 else ${deliveryLeases.claimedAt} end`,
        },
        // Evaluated on the locked row: of two deliverers only one sees the old value.
        setWhere: sql`${deliveryLeases.until} <= excluded.claimed_at`,
      })
      .returning({ diedSince: deliveryLeases.diedSince })
      .prepare(),
  )

  const waiting = prepared<Waiting & { notBefore: number; lastInteractionAt: number | null }>((db) =>
    db
      .select({
        seq: outbox.seq,
        citizen: outbox.citizen,
        message: outbox.message,
        attempts: outbox.attempts,
        createdAt: outbox.createdAt,
        notBefore: outbox.notBefore,
        lastInteractionAt: conversations.lastInteractionAt,
      })
      .from(outbox)
      .leftJoin(conversations, eq(conversations.citizen, outbox.citizen))
      .where(and(eq(outbox.citizen, sql.placeholder('citizen')), sql`${outbox.state} = 'waiting'`))
      .orderBy(asc(outbox.seq))
      .limit(BATCH)
      .prepare(),
  )

  const settle = prepared((db) =>
    db
      .update(outbox)
      .set({
        state: sql.placeholder('state') as unknown as 'sent',
        attempts: sql`${outbox.attempts} + 1`,
        notBefore: sql.placeholder('notBefore') as unknown as number,
        settledAt: sql.placeholder('at') as unknown as number,
        zaloMessageId: sql.placeholder('zaloMessageId') as unknown as string,
        reason: sql.placeholder('reason') as unknown as string,
      })
      .where(and(eq(outbox.seq, sql.placeholder('seq')), sql`${outbox.state} = 'waiting'`))
      .prepare(),
  )

  const isWaiting = prepared((db) =>
    db
      .select({ seq: outbox.seq })
      .from(outbox)
      .where(and(eq(outbox.seq, sql.placeholder('seq')), sql`${outbox.state} = 'waiting'`))
      .prepare(),
  )

  const free = prepared((db) =>
    db
      .update(deliveryLeases)
      .set({ until: 0 })
      .where(eq(deliveryLeases.citizen, sql.placeholder('citizen')))
      .prepare(),
  )

  /**
   * Texts that came back from Zalo since then, apart from those of messages already settled: an echo may come late,
   * and two messages may say the same.
   */
  const echoes = async (citizen: CitizenId, since: number) => {
    const rows = await engine.read
      .select({ echo: inbox.echo })
      .from(inbox)
      .leftJoin(outbox, eq(outbox.zaloMessageId, inbox.echoOf))
      .where(
        and(
          eq(inbox.citizen, citizen),
          sql`${inbox.state} = 'echo'`,
          gte(inbox.receivedAt, since),
          gte(inbox.sentAt, since - CLOCKS_DIFFER),
          isNull(outbox.seq),
        ),
      )
      .orderBy(desc(inbox.receivedAt))
      .limit(BATCH)
    return rows.map((row) => row.echo ?? '')
  }

  return {
    claim: async (citizen, now) => {
      const claimed = await engine.write(async (db) => {
        const [taken] = await take(db, { citizen, now, until: now + LEASE_FOR })
        if (!taken) return undefined
        const messages = await waiting(db, { citizen })
        const [oldest] = messages
        if (!oldest || oldest.notBefore > now) {
          await free(db, { citizen })
          return undefined
        }
        return { messages, died: taken.diedSince }
      })
      if (!claimed) return undefined
      const { messages, died } = claimed
      return {
        citizen,
        claimedAt: now,
        messages,
        more: messages.length === BATCH,
        lastInteractionAt: messages[0]?.lastInteractionAt ?? 0,
        ...(died !== 0 && { doubt: { since: died, echoed: await echoes(citizen, died) } }),
      }
    },

    isWaiting: async (seq) => (await isWaiting(engine.read, { seq })).length > 0,

    settle: ({ seq, citizen }, settlement, at, last) =>
      engine.write(async (db) => {
        await settle(db, {
          seq,
          state: settlement.state,
          notBefore: settlement.state === 'waiting' ? settlement.notBefore : at,
          at,
          zaloMessageId: settlement.state === 'sent' ? (settlement.zaloMessageId ?? null) : null,
          reason: settlement.state === 'sent' ? null : settlement.reason,
        })
        if (last) await free(db, { citizen })
      }),

    release: (citizen, inDoubtSince) =>
      engine.write(async (db) => {
        if (inDoubtSince === undefined) return void (await free(db, { citizen }))
        await db
          .update(deliveryLeases)
          .set({ claimedAt: inDoubtSince, until: inDoubtSince })
          .where(eq(deliveryLeases.citizen, citizen))
      }),

    due: async (now, limit) => {
      const rows = await engine.read
        .selectDistinct({ citizen: outbox.citizen })
        .from(outbox)
        .where(and(sql`${outbox.state} = 'waiting'`, lte(outbox.notBefore, now)))
        .limit(limit)
      return rows.map((row) => row.citizen)
    },

    forgetDeadDeliverers: (now) =>
      engine.write(async (db) => {
        await db
          .update(deliveryLeases)
          .set({ until: now - 1 })
          .where(and(ne(deliveryLeases.until, 0), lt(sql`${now}`, deliveryLeases.until)))
      }),
  }
}
