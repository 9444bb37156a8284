import { type Clock, renderInstant } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import { claimsAnew } from '../permits/grant/claims-anew.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import { renderNumber } from '../permits/code/number.ts'
import type { Permit, PermitClaims } from '../permits/code/permit.ts'
import { seal } from '../permits/code/seal.ts'
import type { HeldPermit, MadeAnew } from './made-anew.ts'
import { showPermit, titled } from './show-permit.ts'

/** `because`: why the old one is revoked. */
export type ReIssued = MadeAnew & { because: string }

export interface ReIssues {
  /** Those under this key that have not ended and are not revoked, in the order of their ids, after this one. */
  affected(keyId: string, now: number, after: PermitId | undefined, limit: number): Promise<HeldPermit[]>
  /** `gone`: the old one was revoked meanwhile; nothing was written. */
  commit(reIssued: ReIssued): Promise<'done' | 'gone'>
}

const BATCH = 100
const BECAUSE = 'Khóa ký cũ không còn dùng'

interface ReIssuePorts {
  permits: ReIssues
  keys: KeyRing
  makePermitId: () => PermitId
  /** As in running text: `giấy đi đường`. */
  permitName: (kind: string) => string
  now: Clock
}

/**
 * Makes every permit under a lost key anew, under a key that is in force, and sends it to its holder. Each in a commit
 * of its own that also revokes the old one: a run that was killed goes on where it stopped, and none is made twice.
 */
export function createReIssue({ permits, keys, makePermitId, permitName, now }: ReIssuePorts) {
  const makeAnew = async (affected: HeldPermit, lost: string): Promise<'done' | 'gone' | 'no key'> => {
    const at = now()
    const claims = claimsAnew(affected.permit, makePermitId(), at)
    const keyId = keys.keyFor({ now: at, validFrom: claims.validFrom * 1_000, validUntil: claims.validUntil * 1_000 })
    if (keyId === undefined || keyId === lost) return 'no key'
    const digits = await seal(claims, keyId, keys)
    const sealed = { keyId, digits, number: renderNumber(claims.id) }
    return permits.commit(planReIssue(affected, claims, sealed, permitName(affected.permit.kind), at))
  }

  return {
    /** `left`: no key is in force for their time. */
    run: async (keyId: string): Promise<{ reIssued: number; left: number }> => {
      let [reIssued, left] = [0, 0]
      let after: PermitId | undefined
      for (;;) {
        const batch = await permits.affected(keyId, now(), after, BATCH)
        for (const affected of batch) {
          const outcome = await makeAnew(affected, keyId)
          if (outcome === 'done') reIssued++
          if (outcome === 'no key') left++
          after = affected.permit.id
        }
        if (batch.length < BATCH) return { reIssued, left }
      }
    },
  }
}

function planReIssue(
  { permit: old, citizen, code }: HeldPermit,
  claims: PermitClaims,
  sealed: Pick<Permit, 'keyId' | 'digits' | 'number'>,
  name: string,
  at: number,
): ReIssued {
  const { dossier, kind, remindAt } = old
  const permit: Permit = {
    ...claims,
    ...sealed,
    ...{ dossier, kind, issuedAt: at, replaces: old.id },
    ...(remindAt !== undefined && { remindAt }),
  }
  const by = { type: 'program' } as const
  const granted = `Số giấy: ${permit.number}, thay giấy số ${old.number}. ${BECAUSE}.`
  const text = `Hồ sơ ${code}\n\n${titled(name)} số ${old.number} được thay bằng giấy số ${permit.number}, nội dung như cũ, dùng được đến ${renderInstant(permit.validUntil * 1_000)}.\n\nCơ quan phải đổi khóa ký để giữ an toàn, nên mã QR cũ không qua chốt được nữa. Ảnh giấy mới ở tin nhắn tiếp theo; ông/bà lưu lại và xóa ảnh cũ giúp. Ông/bà không cần làm gì thêm.`
  return {
    ...{ old: old.id, citizen, permit, because: BECAUSE, at },
    actions: [
      { type: 'permit revoked', by, at, note: `Số giấy: ${old.number}. ${BECAUSE}.` },
      { type: 'permit granted', by, at, note: granted },
    ],
    messages: [{ type: 'text', text }, showPermit(permit, name, at)],
  }
}
