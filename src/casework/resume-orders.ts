import { TAKE_BACK_WITHIN } from '../dossiers/take-back.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Granted } from '../permits/grant/grant.ts'
import type { PermitKind, PermitKinds } from '../permits/grant/kinds.ts'
import type { EndedOrders, ResumedOrder } from '../permits/ports.ts'
import type { ActByProgram } from './act-by-program.ts'
import { ALL_WRITTEN } from './end-orders.ts'
import type { HeldPermit } from './ports.ts'
import { severalOfPages } from './several-at-once.ts'

export interface PermitRevivals {
  /** Those that ended with this order, would not be over yet and were not made anew; in pages, each permit once. */
  endedWith(order: string, now: Clock): AsyncIterable<readonly HeldPermit[]>
  countEndedWith(order: string, now: number): Promise<number>
}

/** Whether an order that ended then may still be applied again: as long as a decision may be taken back. */
export const mayResume = (endedAt: number, now: number): boolean => now < endedAt + TAKE_BACK_WITHIN

interface ResumeOrdersPorts {
  orders: Pick<EndedOrders, 'unrestored' | 'restore'>
  permits: PermitRevivals
  grantAnew: (revoked: Permit, kind: PermitKind, now: number) => Promise<Granted>
  act: ActByProgram
  kinds: PermitKinds
  doorbell: Doorbell
  now: Clock
}

/**
 * Makes the permits anew that ended with an order which is applied again, several at a time and each in a commit of its own: a
 * process that is killed goes on at the next round, and none is made twice. One that fails stops none of the others. The old
 * codes stay revoked, because phones at checkpoints may hold them so. Answers how many were made.
 */
export const createResumeOrders = ({ orders, permits, grantAnew, act, kinds, doorbell, now }: ResumeOrdersPorts) => {
  const revive = async ({ permit, citizen }: HeldPermit, resumed: ResumedOrder): Promise<'made' | 'gone' | 'left'> => {
    const kind = kinds.find(permit.kind)
    const at = now()
    if (!kind) return 'left'
    const anew = await grantAnew(permit, kind, at)
    if (anew.outcome !== 'granted') return 'left'
    const done = await act({
      ...{ dossier: permit.dossier, named: permit, anew: anew.permit, permitName: kind.name, at },
      act: { type: 'revive-permit', title: kind.order.title, since: resumed.resumedAt, because: resumed.because },
      with: { revived: { permit: permit.id, order: resumed.order } },
    })
    doorbell.ring('delivery', citizen)
    if (done === 'stale') return 'left'
    return done === 'done' ? 'made' : 'gone'
  }

  return async (): Promise<number> => {
    let made = 0
    const failed: unknown[] = []
    for (const resumed of await orders.unrestored()) {
      const before = failed.length
      let left = 0
      await severalOfPages(permits.endedWith(resumed.order, now), failed, async (outlived) => {
        const became = await revive(outlived, resumed)
        if (became === 'made') made++
        if (became === 'left') left++
      })
      // A round that had begun to end permits may still write one. What no key is in force for waits for one.
      if (left === 0 && failed.length === before && now() - resumed.resumedAt >= ALL_WRITTEN)
        await orders.restore(resumed, now())
    }
    if (failed.length > 0) throw failed[0]
    return made
  }
}
