import { setImmediate as nextTick } from 'node:timers/promises'
import type { Clock } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import { renderNumber } from '../permits/code/number.ts'
import type { Permit } from '../permits/code/permit.ts'
import { seal } from '../permits/code/seal.ts'
import { claimsAnew } from '../permits/grant/claims-anew.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import type { ActByProgram } from './act-by-program.ts'
import type { HeldPermit } from './ports.ts'
import { severalOfPages } from './several-at-once.ts'

export interface ReIssues {
  /** Those under this key that have not ended and are not revoked, in the order of their ids, after this one. */
  affected(keyId: string, now: number, after: PermitId | undefined, limit: number): Promise<HeldPermit[]>
  /** How many these are. */
  countUnder(keyId: string, now: number): Promise<number>
}

const BATCH = 100

interface ReIssuePorts {
  permits: Pick<ReIssues, 'affected'>
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

  /** Page by page, and others are served in between. Each question is asked anew, so it sees what was made meanwhile. */
  async function* pagesUnder(keyId: string): AsyncGenerator<readonly HeldPermit[]> {
    let after: PermitId | undefined
    do {
      const page = await permits.affected(keyId, now(), after, BATCH)
      if (page.length > 0) yield page
      after = page.length < BATCH ? undefined : page.at(-1)?.permit.id
      await nextTick()
    } while (after !== undefined)
  }

  return {
    /**
     * Several at a time; one that fails stops none of the others, and is thrown at the end. `left`: no key is in force for their
     * time, or somebody else was at work on them.
     */
    run: async (keyId: string): Promise<{ reIssued: number; left: number }> => {
      let [reIssued, left] = [0, 0]
      const failed: unknown[] = []
      await severalOfPages(pagesUnder(keyId), failed, async ({ permit }) => {
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
      })
      if (failed.length > 0) throw failed[0]
      return { reIssued, left }
    },
  }
}
