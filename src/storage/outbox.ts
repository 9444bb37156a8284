import { and, asc, eq, gt, lt, lte, ne, notExists, sql } from 'drizzle-orm'
import { SECOND } from '../kernel/clock.ts'
import type { Outbox, Settlement, Waiting } from '../notifications/outbox.ts'
import { createDoubts } from './delivery-doubts.ts'
import { type Engine, prepared } from './engine/engine.ts'

/** A living deliverer renews its lease every few seconds, so this is how long a dead one keeps its citizen waiting. */
const LEASE_FOR = 25 * SECOND
const BATCH = 10

interface Row extends Waiting {
  notBefore: number
  doubtSince: number | null
  doubtUntil: number | null
  lastInteractionAt: number | null
}

/** The columns of a settled message. `in doubt` is a waiting row that knows since when. */
function toColumns({ seq, parts }: Waiting, settlement: Settlement, at: number) {
  const { state } = settlement
  const inDoubt = state === 'in doubt'
  return {
    seq,
    state: inDoubt ? 'waiting' : state,
    notBefore: state === 'waiting' ? settlement.notBefore : at,
    at,
    zaloMessageId: state === 'sent' ? (settlement.zaloMessageId ?? null) : null,
    reason: state === 'sent' ? null : settlement.reason,
    parts: 'parts' in settlement ? settlement.parts : parts,
    doubtSince: inDoubt ? settlement.since : null,
    doubtUntil: inDoubt ? settlement.until : null,
  }
}

export function createOutbox(engine: Engine): Outbox {
  const { outbox, deliveryLeases, conversations } = engine.tables
  const doubtOf = createDoubts(engine)

  const take = prepared<{ diedSince: number }>((db) =>
    db
      .insert(deliveryLeases)
      .values({
        citizen: sql.placeholder('citizen'),
        leasedAt: sql.placeholder('now'),
        until: sql.placeholder('until'),
      })
      .onConflictDoUpdate({
        target: deliveryLeases.citizen,
        set: {
          leasedAt: sql`excluded.claimed_at`,
          until: sql`excluded.until`,
          diedSince: sql`case when ${deliveryLeases.until} = 0 then 0 else ${deliveryLeases.leasedAt} end`,
        },
        // Evaluated on the locked row: of two deliverers only one sees the old value.
        setWhere: sql`${deliveryLeases.until} <= excluded.claimed_at`,
      })
      .returning({ diedSince: deliveryLeases.diedSince }),
  )

  const waiting = prepared<Row>((db) =>
    db
      .select({
        seq: outbox.seq,
        citizen: outbox.citizen,
        message: outbox.message,
        attempts: outbox.attempts,
        createdAt: outbox.createdAt,
        parts: outbox.parts,
        notBefore: outbox.notBefore,
        doubtSince: outbox.doubtSince,
        doubtUntil: outbox.doubtUntil,
        lastInteractionAt: conversations.lastInteractionAt,
      })
      .from(outbox)
      .leftJoin(conversations, eq(conversations.citizen, outbox.citizen))
      .where(and(eq(outbox.citizen, sql.placeholder('citizen')), sql`${outbox.state} = 'waiting'`))
      .orderBy(asc(outbox.seq))
      .limit(BATCH),
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
        parts: sql.placeholder('parts') as unknown as number,
        doubtSince: sql.placeholder('doubtSince') as unknown as number,
        doubtUntil: sql.placeholder('doubtUntil') as unknown as number,
      })
      .where(and(eq(outbox.seq, sql.placeholder('seq')), sql`${outbox.state} = 'waiting'`)),
  )

  const first = prepared<{ seq: number }>((db) =>
    db
      .select({ seq: outbox.seq })
      .from(outbox)
      .where(and(eq(outbox.citizen, sql.placeholder('citizen')), sql`${outbox.state} = 'waiting'`))
      .orderBy(asc(outbox.seq))
      .limit(1),
  )

  const free = prepared((db) =>
    db
      .update(deliveryLeases)
      .set({ until: 0 })
      .where(
        and(
          eq(deliveryLeases.citizen, sql.placeholder('citizen')),
          // Whoever lost the lease meanwhile leaves it to the one who has it.
          eq(deliveryLeases.leasedAt, sql.placeholder('leasedAt')),
        ),
      ),
  )

  return {
    lease: async (citizen, now) => {
      const leased = await engine.write(async (db) => {
        const [[taken], messages] = await Promise.all([
          take(db, { citizen, now, until: now + LEASE_FOR }),
          waiting(db, { citizen }),
        ])
        if (!taken) return undefined
        const [oldest] = messages
        if (!oldest || oldest.notBefore > now) {
          await free(db, { citizen, leasedAt: now })
          return undefined
        }
        return { oldest, messages, died: taken.diedSince }
      })
      if (!leased) return undefined
      const { oldest, messages, died } = leased
      const doubt = await doubtOf(oldest, died)
      return {
        citizen,
        leasedAt: now,
        messages,
        lastInteractionAt: oldest.lastInteractionAt ?? 0,
        ...(doubt && { doubt }),
      }
    },

    renew: ({ citizen, leasedAt }, now) =>
      engine.write(async (db) => {
        const held = await db
          .update(deliveryLeases)
          .set({ until: now + LEASE_FOR })
          .where(and(eq(deliveryLeases.citizen, citizen), eq(deliveryLeases.leasedAt, leasedAt)))
          .returning({ citizen: deliveryLeases.citizen })
        return held.length > 0
      }),

    settle: ({ citizen, leasedAt }, message, settlement, at, last) =>
      engine.write(async (db) => {
        const [, , [next]] = await Promise.all([
          settle(db, toColumns(message, settlement, at)),
          last && free(db, { citizen, leasedAt }),
          // Asked after the lease is free: who met it before that has committed what they wanted to send.
          first(db, { citizen }),
        ])
        return next?.seq
      }),

    hold: ({ citizen, leasedAt, lastInteractionAt }, { seq }, reason, at) =>
      engine.write(async (db) => {
        const wroteSince = db
          .select({ citizen: conversations.citizen })
          .from(conversations)
          .where(and(eq(conversations.citizen, citizen), gt(conversations.lastInteractionAt, lastInteractionAt)))
        const held = await db
          .update(outbox)
          .set({
            state: 'held',
            reason,
            settledAt: at,
            attempts: sql`${outbox.attempts} + case when ${outbox.seq} = ${seq} then 1 else 0 end`,
            doubtSince: null,
            doubtUntil: null,
          })
          .where(and(eq(outbox.citizen, citizen), sql`${outbox.state} = 'waiting'`, notExists(wroteSince)))
          .returning({ seq: outbox.seq })
        await free(db, { citizen, leasedAt })
        return held.length > 0
      }),

    release: ({ citizen, leasedAt }, inDoubtSince) =>
      engine.write(async (db) => {
        if (inDoubtSince === undefined) return void (await free(db, { citizen, leasedAt }))
        await db
          .update(deliveryLeases)
          .set({ leasedAt: inDoubtSince, until: inDoubtSince })
          .where(and(eq(deliveryLeases.citizen, citizen), eq(deliveryLeases.leasedAt, leasedAt)))
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
