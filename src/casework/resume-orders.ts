import { TAKE_BACK_WITHIN } from '../dossiers/take-back.ts'
import { type Clock, renderInstant } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { Granted } from '../permits/grant/grant.ts'
import type { PermitKind, PermitKinds } from '../permits/grant/kinds.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { EndedOrders, ResumedOrder } from '../permits/ports.ts'
import { ALL_WRITTEN } from './end-orders.ts'
import type { HeldPermit, MadeAnew } from './made-anew.ts'
import { showPermit, titled } from './show-permit.ts'

/** `order`: the one that the old permit ended with. */
export type Revived = MadeAnew & { order: string }

export interface PermitRevivals {
  /** Those that ended with this order, would not be over yet and were not made anew; in the order of their ids, after this one. */
  endedWith(order: string, now: number, after: PermitId | undefined, limit: number): Promise<HeldPermit[]>
  countEndedWith(order: string, now: number): Promise<number>
  /** `gone`: it was made anew meanwhile; nothing was written. */
  revive(revived: Revived): Promise<'done' | 'gone'>
}

/** Whether an order that ended then may still be applied again: as long as a decision may be taken back. */
export const mayResume = (endedAt: number, now: number): boolean => now < endedAt + TAKE_BACK_WITHIN

const BATCH = 200

interface ResumeOrdersPorts {
  orders: Pick<EndedOrders, 'unrestored' | 'restore'>
  permits: PermitRevivals
  grantAnew: (revoked: Permit, kind: PermitKind, now: number) => Promise<Granted>
  kinds: PermitKinds
  doorbell: Doorbell
  now: Clock
}

/**
 * Makes the permits anew that ended with an order which is applied again, each in a commit of its own: a process that is
 * killed goes on at the next round, and none is made twice. The old codes stay revoked, because phones at checkpoints may hold
 * them so. Answers how many were made.
 */
export const createResumeOrders =
  ({ orders, permits, grantAnew, kinds, doorbell, now }: ResumeOrdersPorts) =>
  async (): Promise<number> => {
    let made = 0
    const revive = async (outlived: HeldPermit, resumed: ResumedOrder): Promise<'done' | 'left'> => {
      const kind = kinds.find(outlived.permit.kind)
      const anew = kind && (await grantAnew(outlived.permit, kind, now()))
      if (anew?.outcome !== 'granted') return 'left'
      if ((await permits.revive(planRevival(outlived, anew.permit, kind!, resumed, now()))) === 'done') made++
      doorbell.ring('delivery', outlived.citizen)
      return 'done'
    }
    for (const resumed of await orders.unrestored()) {
      let [after, left]: [PermitId | undefined, number] = [undefined, 0]
      for (;;) {
        const batch: HeldPermit[] = await permits.endedWith(resumed.order, now(), after, BATCH)
        for (const outlived of batch) if ((await revive(outlived, resumed)) === 'left') left++
        after = batch.at(-1)?.permit.id
        if (batch.length < BATCH) break
      }
      // A round that had begun to end permits may still write one. What no key is in force for waits for one.
      if (left === 0 && now() - resumed.resumedAt >= ALL_WRITTEN) await orders.restore(resumed, now())
    }
    return made
  }

function planRevival(
  { permit: old, citizen, code }: HeldPermit,
  permit: Permit,
  { name, order }: PermitKind,
  { resumedAt, because }: ResumedOrder,
  at: number,
): Revived {
  const text = `Hồ sơ ${code}\n\nTừ ${renderInstant(resumedAt)} cơ quan áp dụng lại ${order.title}, sau khi đã báo là hết áp dụng.\nLý do: ${because}\n\n${titled(name)} số ${old.number} được thay bằng giấy số ${permit.number}, nội dung như cũ, dùng được đến ${renderInstant(permit.validUntil * 1_000)}. Mã QR cũ không qua chốt được nữa. Ảnh giấy mới ở tin nhắn tiếp theo; ông/bà lưu lại và xóa ảnh cũ giúp.`
  return {
    ...{ old: old.id, order: order.id, citizen, permit, at },
    actions: [
      {
        ...{ type: 'permit granted', by: { type: 'program' }, at },
        note: `Số giấy: ${permit.number}, thay giấy số ${old.number}. Áp dụng lại ${order.title}: ${because}`,
      },
    ],
    messages: [{ type: 'text', text }, showPermit(permit, name, at)],
  }
}
