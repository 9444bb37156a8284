import type { PermitKind, PermitKinds } from './kinds.ts'
import { renderOrderEnded } from './kinds.ts'
import type { EndedOrders } from './ports.ts'

/** Which orders have ended, as it was when last looked up: asked at every start of a conversation. */
export function createOrderWatch(orders: Pick<EndedOrders, 'all'>, kinds: PermitKinds) {
  let ended = new Map<string, number>()
  return {
    refresh: async (): Promise<void> => {
      ended = new Map((await orders.all()).map(({ order, endedAt }) => [order, endedAt]))
    },
    /** Why nobody can ask for this kind any more; undefined while its order is in force. */
    closedBecause: (kindId: string): string | undefined => {
      const kind: PermitKind | undefined = kinds.find(kindId)
      const endedAt = kind && ended.get(kind.order.id)
      return kind && endedAt !== undefined ? renderOrderEnded(kind, endedAt) : undefined
    },
  }
}

export type OrderWatch = ReturnType<typeof createOrderWatch>
