import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import type { EndedOrders } from '../permits/ports.ts'
import type { ActByProgram } from './act-by-program.ts'
import type { HeldPermit } from './ports.ts'

export interface PermitEndings {
  /** Of these kinds, those that have not ended and are not revoked. */
  ofKinds(kinds: readonly string[], now: number, limit: number): Promise<HeldPermit[]>
  /** How many these are. */
  countOfKinds(kinds: readonly string[], now: number): Promise<number>
}

const BATCH = 200
/** What was planned before an order changed may be written after it; it takes seconds. Until then each round looks again. */
export const ALL_WRITTEN = 10 * MINUTE

interface EndOrdersPorts {
  orders: Pick<EndedOrders, 'unsettled' | 'settle'>
  permits: PermitEndings
  act: ActByProgram
  kinds: PermitKinds
  doorbell: Doorbell
  now: Clock
}

/**
 * Ends the permits of orders that have ended, each in a commit of its own: a process that is killed goes on at the next
 * round. Answers how many were ended.
 */
export const createEndOrders =
  ({ orders, permits, act, kinds, doorbell, now }: EndOrdersPorts) =>
  async (): Promise<number> => {
    let ended = 0
    for (const { order, endedAt } of await orders.unsettled()) {
      const dependent = kinds.all.filter((kind) => kind.order.id === order)
      const ids = dependent.map(({ id }) => id)
      for (;;) {
        const batch = ids.length === 0 ? [] : await permits.ofKinds(ids, now(), BATCH)
        let left = 0
        for (const { permit, citizen } of batch) {
          const kind = dependent.find(({ id }) => id === permit.kind)
          if (!kind) continue
          const done = await act({
            ...{ dossier: permit.dossier, named: permit, permitName: kind.name, at: now() },
            act: { type: 'end-permit', title: kind.order.title, since: endedAt },
            with: { endedWith: order },
          })
          if (done === 'done') ended++
          if (done === 'stale') left++
          doorbell.ring('delivery', citizen)
        }
        // What somebody else holds now is looked for again at the next round.
        if (batch.length < BATCH || left === batch.length) break
      }
      if (now() - endedAt >= ALL_WRITTEN) await orders.settle(order, now())
    }
    return ended
  }
