import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/kernel/clock.ts'
import { inventKey } from './plain-ring.ts'
import { renderNumber } from '../../src/permits/number.ts'
import { isNumberRevoked, judgeOffline, type OfflineBooks } from '../../src/permits/offline.ts'
import { packIds } from '../../src/permits/revocation-list.ts'
import { seal } from '../../src/permits/seal.ts'
import { NOW, ringOf, sampleClaims, sampleRing } from './sample.ts'

const digits = await seal(sampleClaims, 'a001', sampleRing)
const until = sampleClaims.validUntil * 1000

const books = (changes: Partial<OfflineBooks> = {}): OfflineBooks => ({
  keys: sampleRing,
  keysAt: NOW - HOUR,
  revokedAt: NOW - HOUR,
  revoked: new Uint8Array(),
  ...changes,
})
const asked = { now: NOW, ahead: 0 }

describe('a phone without a signal', () => {
  it('is green for what is valid by fresh lists', async () => {
    expect(await judgeOffline(digits, books(), asked)).toMatchObject({ colour: 'green', doubts: [] })
  })

  it.each([
    ['red', 'revoked', books({ revoked: packIds([sampleClaims.id]) }), asked],
    ['red', 'early', books(), { now: sampleClaims.validFrom * 1000 - 1, ahead: 0 }],
    ['red', 'expired', books({ keysAt: until, revokedAt: until }), { now: until, ahead: 0 }],
    ['red', 'forged', books({ keys: ringOf(inventKey('a001', '2030-01-01', '2030-12-31')) }), asked],
    ['red', 'forged', books({ keys: { find: () => undefined } }), asked],
    ['red', 'unknown', undefined, asked],
    ['amber', 'valid', books({ revokedAt: NOW - DAY - 1 }), asked],
    ['amber', 'valid', books({ keysAt: NOW - DAY - 1 }), asked],
    ['amber', 'valid', books(), { now: NOW, ahead: -6 * MINUTE }],
    ['amber', 'valid', books({ keysAt: NOW + HOUR }), asked],
    ['green', 'valid', books({ revokedAt: NOW - DAY }), { now: NOW, ahead: 4 * MINUTE }],
  ] as const)('is %s and says %s', async (colour, verdict, held, at) => {
    expect(await judgeOffline(digits, held, at)).toMatchObject({ colour, verdict: { verdict } })
  })

  it('goes by the agency’s clock as it last knew it', async () => {
    const fast = { now: until + 5 * MINUTE, ahead: 10 * MINUTE }
    const held = books({ keysAt: until, revokedAt: until })
    expect(await judgeOffline(digits, held, fast)).toMatchObject({ colour: 'amber', doubts: ['clock off'] })
  })

  it('never says green to a cut or changed code', async () => {
    for (let at = 0; at < digits.length; at++) {
      const other = digits.slice(0, at) + ((Number(digits[at]) + 1) % 10) + digits.slice(at + 1)
      expect((await judgeOffline(other, books(), asked)).colour).toBe('red')
      expect((await judgeOffline(digits.slice(0, at), books(), asked)).colour).toBe('red')
    }
  })

  it('knows by its number alone only whether a permit was revoked', () => {
    const revoked = packIds([sampleClaims.id])
    expect(isNumberRevoked(renderNumber(sampleClaims.id), revoked)).toBe(true)
    expect(isNumberRevoked('2222-2222', revoked)).toBe(false)
  })
})
