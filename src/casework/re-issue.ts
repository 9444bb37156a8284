import type { Clock } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import { renderNumber } from '../permits/code/number.ts'
import type { Permit } from '../permits/code/permit.ts'
import { seal } from '../permits/code/seal.ts'
import { claimsAnew } from '../permits/grant/claims-anew.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import type { ActByProgram } from './act-by-program.ts'
import type { HeldPermit } from './ports.ts'

export interface ReIssues {
  /** Those under this key that have not ended and are not revoked, in the order of their ids, after this one. */
  affected(keyId: string, now: number, after: PermitId | undefined, limit: number): Promise<HeldPermit[]>
}

const BATCH = 100

interface ReIssuePorts {
  permits: ReIssues
  act: ActByProgram
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
export function createReIssue({ permits, act, keys, makePermitId, permitName, now }: ReIssuePorts) {
  const sealAnew = async (old: Permit, lost: string, at: number): Promise<Permit | undefined> => {
    const claims = claimsAnew(old, makePermitId(), at)
    const keyId = keys.keyFor({ now: at, validFrom: claims.validFrom, validUntil: claims.validUntil })
    if (keyId === undefined || keyId === lost) return undefined
    const digits = await seal(claims, keyId, keys)
    const { dossier, kind, remindAt } = old
    return {
      ...claims,
      ...{ keyId, digits, number: renderNumber(claims.id) },
      ...{ dossier, kind, issuedAt: at, replaces: old.id },
      ...(remindAt !== undefined && { remindAt }),
    }
  }

  return {
    /** `left`: no key is in force for their time, or somebody else was at work on them. */
    run: async (keyId: string): Promise<{ reIssued: number; left: number }> => {
      let [reIssued, left] = [0, 0]
      let after: PermitId | undefined
      for (;;) {
        const batch = await permits.affected(keyId, now(), after, BATCH)
        for (const { permit } of batch) {
          const at = now()
          const anew = await sealAnew(permit, keyId, at)
          const outcome =
            anew &&
            (await act({
              ...{ dossier: permit.dossier, act: { type: 're-issue' }, named: permit, anew, at },
              permitName: permitName(permit.kind),
            }))
          if (outcome === 'done') reIssued++
          if (outcome === undefined || outcome === 'stale') left++
          after = permit.id
        }
        if (batch.length < BATCH) return { reIssued, left }
      }
    },
  }
}
