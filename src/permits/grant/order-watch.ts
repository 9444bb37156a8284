import type { PermitKinds } from './kinds.ts'
import { renderOrderEnded } from './kinds.ts'
import type { EndedOrders } from '../ports.ts'

/** Which orders have ended, as it was when last looked up: asked at every start of a conversation. */
export function createOrderWatch(orders: Pick<EndedOrders, 'all'>, kinds: PermitKinds) {
  let closed: ReadonlyMap<string, string> = new Map()
  return {
    refresh: async (): Promise<void> => {
      const ended = new Map((await orders.all()).map(({ order, endedAt }) => [order, endedAt]))
      closed = new Map(
        kinds.all.flatMap((kind) => {
          const endedAt = ended.get(kind.order.id)
          return endedAt === undefined ? [] : [[kind.id, renderOrderEnded(kind, endedAt)] as const]
        }),
      )
    },
    /** Why nobody can ask for this kind any more; undefined while its order is in force. */
    closedBecause: (kindId: string): string | undefined => closed.get(kindId),
  }
}
