import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { DeliveryState, DossierMessages } from '../notifications/dossier-messages.ts'
import { FORGOTTEN } from './citizen-records.ts'
import { isDeadOf } from './outbox-writes.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'

/**
 * Rows that have not arrived: held, dead, in doubt, or waiting since before then. What a citizen asked us to forget is
 * nothing they still have to be told.
 */
export const hasNotArrived = ({ outbox }: Schema, waitingSince: number) =>
  and(
    ne(outbox.state, 'sent'),
    or(ne(outbox.state, 'waiting'), isNotNull(outbox.doubtSince), lt(outbox.createdAt, waitingSince)),
    or(isNull(outbox.reason), ne(outbox.reason, FORGOTTEN)),
  )

/** `in doubt` is a waiting row that knows since when. */
const toState = (row: { state: Exclude<DeliveryState, 'in doubt'>; doubtSince: number | null }): DeliveryState =>
  row.state === 'waiting' && row.doubtSince !== null ? 'in doubt' : row.state

export function createDossierMessages({ tables, read }: Engine): DossierMessages {
  const { outbox } = tables
  const fields = {
    seq: outbox.seq,
    dossier: outbox.dossier,
    saidAt: outbox.createdAt,
    state: outbox.state,
    doubtSince: outbox.doubtSince,
    settledAt: outbox.settledAt,
    attempts: outbox.attempts,
    reason: outbox.reason,
  }
  return {
    ofDossier: async (dossier) => {
      const rows = await read
        .select({ ...fields, message: outbox.message, receivedAt: outbox.receivedAt, seenAt: outbox.seenAt })
        .from(outbox)
        .where(eq(outbox.dossier, dossier))
        .orderBy(asc(outbox.seq))
      return rows.map((row) => ({
        seq: row.seq,
        message: row.message,
        saidAt: row.saidAt,
        state: toState(row),
        attempts: row.attempts,
        ...(row.settledAt !== null && { settledAt: row.settledAt }),
        ...(row.receivedAt !== null && { receivedAt: row.receivedAt }),
        ...(row.seenAt !== null && { seenAt: row.seenAt }),
        ...(row.reason !== null && { reason: row.reason }),
      }))
    },

    isDead: async (dossier, seq) => {
      // Of a form: any number may stand in it.
      if (!Number.isSafeInteger(seq)) return false
      const rows = await read
        .select({ seq: outbox.seq })
        .from(outbox)
        .where(isDeadOf(tables, dossier, seq))
      return rows.length > 0
    },

    unreached: async (dossiers, waitingSince) => {
      if (dossiers.length === 0) return new Map()
      const newest = read
        .select({ seq: sql<number>`max(${outbox.seq})` })
        .from(outbox)
        .where(inArray(outbox.dossier, [...dossiers]))
        .groupBy(outbox.dossier)
      const rows = await read
        .select(fields)
        .from(outbox)
        .where(and(inArray(outbox.seq, newest), hasNotArrived(tables, waitingSince)))
      return new Map(
        rows.flatMap((row) => {
          const state = toState(row)
          if (row.dossier === null || state === 'sent') return []
          return [[row.dossier, { state, saidAt: row.saidAt, ...(row.reason !== null && { reason: row.reason }) }]]
        }),
      )
    },
  }
}
