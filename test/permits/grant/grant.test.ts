import { describe, expect, it } from 'vitest'
import type { PermitId } from '../../../src/kernel/ids.ts'
import { createGrant, randomPermitId } from '../../../src/permits/grant/grant.ts'
import type { KeyRing } from '../../../src/permits/keys/keys.ts'
import { inventKey } from '../plain-ring.ts'
import type { Permit } from '../../../src/permits/code/permit.ts'
import { open } from '../../../src/permits/code/seal.ts'
import { NOW, ringOf, sampleClaims, samplePermit, sampleRing, travelDossier, travelPass } from '../sample.ts'

const id = sampleClaims.id

function granting({
  keys = sampleRing,
  kept = [],
  endedAt,
}: { keys?: KeyRing; kept?: Permit[]; endedAt?: number } = {}) {
  return createGrant({
    keys,
    permits: {
      find: async (wanted) => kept.find((permit) => permit.id === wanted),
      ofDossier: async (dossier) => kept.filter((permit) => permit.dossier === dossier),
      isOf: async () => true,
    },
    orders: { endedAt: async () => endedAt },
    makePermitId: () => id,
  })
}

describe('granting a permit', () => {
  it('signs what was planned and numbers it', async () => {
    const granted = await granting().grant(travelDossier(), travelPass, NOW)
    const { digits, ...expected } = await samplePermit()
    expect(granted).toMatchObject({ outcome: 'granted', permit: expected })
    const opened = await open(granted.outcome === 'granted' ? granted.permit.digits : '', sampleRing)
    expect(opened).toEqual({ outcome: 'genuine', claims: sampleClaims, keyId: 'a001' })
    expect(digits).toMatch(/^[0-9]+$/)
  })

  it('says so when no key covers the whole period', async () => {
    const keys = ringOf(inventKey('a001', '2030-05-01', '2030-05-03'))
    expect(await granting({ keys }).grant(travelDossier(), travelPass, NOW)).toEqual({
      outcome: 'refused',
      because: 'Chưa có khóa ký còn hạn cho thời gian này. Xin báo người quản trị hệ thống.',
    })
  })

  it('invents ids of 16 hex digits that differ', () => {
    const ids = new Set<PermitId>(Array.from({ length: 100 }, randomPermitId))
    expect(ids.size).toBe(100)
    for (const each of ids) expect(each).toMatch(/^[0-9a-f]{16}$/)
  })

  it('links an extension with the permit that it goes on from, also when that was made anew after its key was lost', async () => {
    const old = await samplePermit({ id: 'aaaaaaaaaaaaaaaa' as PermitId, revokedAt: NOW })
    const anew = await samplePermit({ id: 'bbbbbbbbbbbbbbbb' as PermitId, replaces: old.id })
    const answers = {
      permit: old.id,
      validFrom: String(old.validUntil),
      validUntil: String(old.validUntil + 3_600_000),
    }
    const dossier = travelDossier(answers)
    expect(await granting({ kept: [old, anew] }).grant(dossier, travelPass, NOW)).toMatchObject({
      permit: { replaces: anew.id },
    })
    expect(await granting({ kept: [old] }).grant(dossier, travelPass, NOW)).toMatchObject({ outcome: 'refused' })
  })

  it('grants nothing once the order has ended', async () => {
    expect((await granting({ endedAt: NOW }).grant(travelDossier(), travelPass, NOW)).outcome).toBe('refused')
  })
})
