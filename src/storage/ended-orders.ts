import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { EndedOrders } from '../permits/ports.ts'
import type { Engine } from './engine/engine.ts'

export function createEndedOrders({ tables, read, write }: Engine): EndedOrders {
  const { endedOrders: orders } = tables
  const ended = (order?: string) =>
    and(order === undefined ? undefined : eq(orders.orderId, order), isNull(orders.resumedAt))
  return {
    endedAt: async (order) => {
      const [row] = await read.select({ endedAt: orders.endedAt }).from(orders).where(ended(order))
      return row?.endedAt
    },
    all: async () =>
      read
        .select({ order: orders.orderId, endedAt: orders.endedAt })
        .from(orders)
        .where(ended())
        .orderBy(asc(orders.endedAt)),
    unsettled: async () =>
      read
        .select({ order: orders.orderId, endedAt: orders.endedAt })
        .from(orders)
        .where(and(ended(), isNull(orders.settledAt)))
        .orderBy(asc(orders.endedAt)),
    settle: (order, at) =>
      write(async (db) => {
        await db.update(orders).set({ settledAt: at }).where(ended(order))
      }),
    end: (order, by, at) =>
      write(async (db) => {
        const now = { endedAt: at, endedBy: by }
        const again = { settledAt: null, resumedAt: null, resumedBy: null, resumedBecause: null, restoredAt: null }
        const written = await db
          .insert(orders)
          .values({ orderId: order, ...now })
          .onConflictDoUpdate({
            ...{ target: orders.orderId, set: { ...now, ...again } },
            setWhere: isNotNull(orders.resumedAt),
          })
          .returning({ order: orders.orderId })
        return written.length > 0 ? 'ended' : 'known'
      }),
    resume: ({ order, endedAt }, by, because, at) =>
      write(async (db) => {
        const resumed = await db
          .update(orders)
          .set({ resumedAt: at, resumedBy: by, resumedBecause: because })
          .where(and(ended(order), eq(orders.endedAt, endedAt)))
          .returning({ order: orders.orderId })
        return resumed.length > 0 ? 'resumed' : 'known'
      }),
    unrestored: async () => {
      const rows = await read
        .select({ order: orders.orderId, resumedAt: orders.resumedAt, because: orders.resumedBecause })
        .from(orders)
        .where(and(isNotNull(orders.resumedAt), isNull(orders.restoredAt)))
      return rows.map(({ order, resumedAt, because }) => ({ order, resumedAt: resumedAt ?? 0, because: because ?? '' }))
    },
    restore: ({ order, resumedAt }, at) =>
      write(async (db) => {
        await db
          .update(orders)
          .set({ restoredAt: at })
          .where(and(eq(orders.orderId, order), eq(orders.resumedAt, resumedAt)))
      }),
  }
}
