import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { DossierAction } from '../dossiers/dossier.ts'
import { type Clock, MINUTE, renderInstant } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { PermitKind, PermitKinds } from '../permits/grant/kinds.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { EndedOrders } from '../permits/ports.ts'
import type { HeldPermit } from './made-anew.ts'
import { titled } from './show-permit.ts'

export interface PermitEnding {
  permit: Permit
  /** Id of the order. */
  order: string
  citizen: CitizenId
  because: string
  action: Omit<DossierAction, 'status'>
  message: OutgoingMessage
  at: number
}

export interface PermitEndings {
  /** Of these kinds, those that have not ended and are not revoked. */
  ofKinds(kinds: readonly string[], now: number, limit: number): Promise<HeldPermit[]>
  /** How many these are. */
  countOfKinds(kinds: readonly string[], now: number): Promise<number>
  /** Revokes, records and tells, in one commit. `gone`: somebody revoked it first. */
  end(ending: PermitEnding): Promise<'done' | 'gone'>
}

const BATCH = 200
/** What was planned before an order changed may be written after it; it takes seconds. Until then each round looks again. */
export const ALL_WRITTEN = 10 * MINUTE

interface EndOrdersPorts {
  orders: Pick<EndedOrders, 'unsettled' | 'settle'>
  permits: PermitEndings
  kinds: PermitKinds
  doorbell: Doorbell
  now: Clock
}

/**
 * Ends the permits of orders that have ended, each in a commit of its own: a process that is killed goes on at the next
 * round. Answers how many were ended.
 */
export const createEndOrders =
  ({ orders, permits, kinds, doorbell, now }: EndOrdersPorts) =>
  async (): Promise<number> => {
    let ended = 0
    for (const { order, endedAt } of await orders.unsettled()) {
      const dependent = kinds.all.filter((kind) => kind.order.id === order)
      const ids = dependent.map(({ id }) => id)
      for (;;) {
        const batch = ids.length === 0 ? [] : await permits.ofKinds(ids, now(), BATCH)
        for (const outlived of batch) {
          const kind = dependent.find(({ id }) => id === outlived.permit.kind)
          if (kind && (await permits.end(planEnding(outlived, kind, endedAt, now()))) === 'done') ended++
          doorbell.ring('delivery', outlived.citizen)
        }
        if (batch.length < BATCH) break
      }
      if (now() - endedAt >= ALL_WRITTEN) await orders.settle(order, now())
    }
    return ended
  }

function planEnding(
  { permit, citizen, code }: HeldPermit,
  kind: PermitKind,
  endedAt: number,
  at: number,
): PermitEnding {
  const because = `Từ ${renderInstant(endedAt)} không còn áp dụng ${kind.order.title}`
  const text = `Hồ sơ ${code}\n\n${because}, nên ${kind.name} số ${permit.number} hết giá trị. Ông/bà đi lại bình thường, không cần giấy nữa.`
  return {
    ...{ permit, order: kind.order.id, citizen, because, at },
    action: {
      type: 'permit revoked',
      by: { type: 'program' },
      at,
      note: `${titled(kind.name)} số ${permit.number}. ${because}.`,
    },
    message: { type: 'text', text },
  }
}
