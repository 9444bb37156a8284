import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { PermitKind, PermitKinds } from '../permits/grant/kinds.ts'
import type { EndedOrders } from '../permits/ports.ts'
import type { ActByProgram } from './act-by-program.ts'
import type { HeldPermit } from './ports.ts'
import { severalOfPages } from './several-at-once.ts'

export interface PermitEndings {
  /** Of these kinds, those that have not ended and are not revoked, in pages, each permit once. */
  ofKinds(kinds: readonly string[], now: Clock): AsyncIterable<readonly HeldPermit[]>
  /** How many these are. */
  countOfKinds(kinds: readonly string[], now: number): Promise<number>
}

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
 * Ends the permits of orders that have ended, several at a time and each in a commit of its own: a process that is killed
 * goes on at the next round. So does what somebody else holds now, and what fails, which stops none of the others. Answers how
 * many were ended.
 */
export const createEndOrders = ({ orders, permits, act, kinds, doorbell, now }: EndOrdersPorts) => {
  const end = async ({ permit, citizen }: HeldPermit, kind: PermitKind, since: number): Promise<boolean> => {
    const done = await act({
      ...{ dossier: permit.dossier, named: permit, permitName: kind.name, at: now() },
      act: { type: 'end-permit', title: kind.order.title, since },
      with: { endedWith: kind.order.id },
    })
    doorbell.ring('delivery', citizen)
    return done === 'done'
  }

  return async (): Promise<number> => {
    let ended = 0
    const failed: unknown[] = []
    for (const { order, endedAt } of await orders.unsettled()) {
      const before = failed.length
      const dependent = kinds.all.filter((kind) => kind.order.id === order)
      const ids = dependent.map(({ id }) => id)
      await severalOfPages(permits.ofKinds(ids, now), failed, async (held) => {
        const kind = dependent.find(({ id }) => id === held.permit.kind)
        if (kind && (await end(held, kind, endedAt))) ended++
      })
      if (failed.length === before && now() - endedAt >= ALL_WRITTEN) await orders.settle(order, now())
    }
    if (failed.length > 0) throw failed[0]
    return ended
  }
}
