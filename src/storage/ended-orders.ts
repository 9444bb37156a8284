import { asc, eq, isNull } from 'drizzle-orm'
import type { EndedOrders } from '../permits/ports.ts'
import type { Engine } from './engine.ts'

export function createEndedOrders({ tables, read, write }: Engine): EndedOrders {
  const { endedOrders: orders } = tables
  return {
    endedAt: async (order) => {
      const [row] = await read.select({ endedAt: orders.endedAt }).from(orders).where(eq(orders.orderId, order))
      return row?.endedAt
    },
    all: async () =>
      read.select({ order: orders.orderId, endedAt: orders.endedAt }).from(orders).orderBy(asc(orders.endedAt)),
    unsettled: async () =>
      read
        .select({ order: orders.orderId, endedAt: orders.endedAt })
        .from(orders)
        .where(isNull(orders.settledAt))
        .orderBy(asc(orders.endedAt)),
    settle: (order, at) =>
      write(async (db) => {
        await db.update(orders).set({ settledAt: at }).where(eq(orders.orderId, order))
      }),
    end: (order, by, at) =>
      write(async (db) => {
        const ended = await db
          .insert(orders)
          .values({ orderId: order, endedAt: at, endedBy: by })
          .onConflictDoNothing()
          .returning({ order: orders.orderId })
        return ended.length > 0 ? 'ended' : 'known'
      }),
  }
}
