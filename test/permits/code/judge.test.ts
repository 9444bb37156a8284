import { describe, expect, it } from 'vitest'
import { judge } from '../../../src/permits/code/judge.ts'
import type { Opened } from '../../../src/permits/code/seal.ts'
import { NOW, sampleClaims, samplePermit } from '../sample.ts'

const genuine: Opened = { outcome: 'genuine', claims: sampleClaims, keyId: 'a001' }
const kept = await samplePermit()
const revoked = { ...kept, revokedAt: NOW - 60_000, revokedBecause: 'Cho người khác mượn giấy' }
const from = sampleClaims.validFrom
const until = sampleClaims.validUntil

describe('judge', () => {
  it.each([
    ['valid at its first instant', from, { verdict: 'valid', claims: sampleClaims, until }],
    ['valid until the last millisecond', until - 1, { verdict: 'valid', claims: sampleClaims, until }],
    ['early a millisecond before', from - 1, { verdict: 'early', claims: sampleClaims, from }],
    ['expired at its end', until, { verdict: 'expired', claims: sampleClaims, since: until }],
  ])('finds a permit %s', (_, now, verdict) => expect(judge(genuine, kept, now)).toEqual(verdict))

  it.each([
    ['before it begins', from - 1],
    ['while it would be valid', NOW],
    ['after it has ended', until],
  ])('asks for revocation first, %s', (_, now) => {
    expect(judge(genuine, revoked, now)).toEqual({ verdict: 'revoked', claims: sampleClaims, since: NOW - 60_000 })
  })

  it('does not vouch for a genuine code without a permit in the agency’s books', () => {
    expect(judge(genuine, undefined, NOW)).toEqual({ verdict: 'unknown', why: 'unrecorded' })
  })

  it.each<[Opened, unknown]>([
    [{ outcome: 'forged' }, { verdict: 'forged' }],
    [{ outcome: 'unknown key' }, { verdict: 'forged' }],
    [{ outcome: 'malformed' }, { verdict: 'unknown', why: 'unread' }],
  ])('says of a code that is %j: %j', (opened, verdict) => expect(judge(opened, kept, NOW)).toEqual(verdict))
})
