import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showVerdict } from '../../../src/checkpoint/browser/shown-verdict.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/clock.ts'
import { inventKey } from '../plain-ring.ts'
import { renderNumber } from '../../../src/permits/code/number.ts'
import { isNumberRevoked, judgeOffline, type OfflineBooks } from '../../../src/permits/code/offline.ts'
import { packIds } from '../../../src/permits/code/revocation-list.ts'
import { seal } from '../../../src/permits/code/seal.ts'
import { NOW, ringOf, sampleClaims, sampleRing } from '../sample.ts'

const digits = await seal(sampleClaims, 'a001', sampleRing)
const unlisted = await seal(sampleClaims, 'a002', ringOf(inventKey('a002', '2030-01-01', '2030-12-31')))
const from = sampleClaims.validFrom
const until = sampleClaims.validUntil

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
    ['red', 'early', books({ keysAt: from - 1, revokedAt: from - 1 }), { now: from - 1, ahead: 0 }],
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

  it.each([
    [
      'that it has no lists',
      digits,
      undefined,
      { colour: 'red', verdict: { verdict: 'unknown', why: 'no lists' }, doubts: [] },
    ],
    [
      'that it did not read the code',
      digits.slice(1),
      books(),
      { colour: 'red', verdict: { verdict: 'unknown', why: 'unread' }, doubts: [] },
    ],
    [
      'that its lists do not name the key',
      unlisted,
      books({ keysAt: NOW - 3 * DAY }),
      {
        colour: 'amber',
        verdict: { verdict: 'unknown', why: 'key not listed' },
        doubts: ['lists old'],
        isKeyUnknown: true,
      },
    ],
  ])('tells %s', async (_, code, held, judged) => {
    expect(await judgeOffline(code, held, asked)).toEqual(judged)
  })

  it.each([
    ['a root signature of 45 days', books({ signedAt: NOW - 45 * DAY })],
    ['a list five minutes ahead of it', books({ keysAt: NOW + 5 * MINUTE })],
  ])('has no doubt with %s', async (_, held) => {
    expect(await judgeOffline(digits, held, asked)).toMatchObject({ colour: 'green', doubts: [] })
  })

  it('is red for what is over or has not begun also by old lists, which say nothing about the time', async () => {
    const old = books({ keysAt: from - 3 * DAY, revokedAt: from - 3 * DAY })
    for (const [now, verdict] of [
      [from - 1, 'early'],
      [until, 'expired'],
    ] as const)
      expect(await judgeOffline(digits, old, { now, ahead: 0 })).toMatchObject({
        colour: 'red',
        verdict: { verdict },
        doubts: ['lists old'],
      })
  })

  it('goes by the agency’s clock as it last knew it', async () => {
    const little = { now: until + 3 * MINUTE, ahead: 4 * MINUTE }
    expect(await judgeOffline(digits, books({ keysAt: until, revokedAt: until }), little)).toMatchObject({
      colour: 'green',
    })
    const fast = { now: until + 5 * MINUTE, ahead: 10 * MINUTE }
    const held = books({ keysAt: until, revokedAt: until })
    expect(await judgeOffline(digits, held, fast)).toMatchObject({ colour: 'amber', doubts: ['clock off'] })
  })

  it.each([
    ['a list of today is an accusation', books(), asked, 'red', 'forged'],
    ['an old key list is not', books({ keysAt: NOW - 3 * DAY }), asked, 'amber', 'unknown'],
    ['an old list of revoked permits is not', books({ revokedAt: NOW - 3 * DAY }), asked, 'amber', 'unknown'],
    ['a clock that was wrong is not', books(), { now: NOW, ahead: 3 * DAY }, 'amber', 'unknown'],
    ['a clock turned back is not', books(), { ...asked, seen: NOW + 2 * DAY }, 'amber', 'unknown'],
    [
      'a list signed long ago, however confirmed, is not',
      books({ signedAt: NOW - 46 * DAY }),
      asked,
      'amber',
      'unknown',
    ],
  ] as const)('under a key that no list names: %s', async (_case, held, at, colour, verdict) => {
    expect(await judgeOffline(unlisted, held, at)).toMatchObject({ colour, verdict: { verdict }, isKeyUnknown: true })
  })

  it('says CHƯA CHẮC of such a code, and what to do', async () => {
    const shown = showVerdict(await judgeOffline(unlisted, books({ keysAt: NOW - 3 * DAY }), asked))
    expect(shown).toMatchObject({ word: 'CHƯA CHẮC', colour: 'amber', tone: 'unsure' })
    expect(shown.advice).toBe(
      'Máy chưa có khóa để kiểm tra mã này, có thể là khóa mới, nhưng danh sách thu hồi trong máy đã cũ hơn 24 giờ. Ra chỗ có sóng để cập nhật rồi quét lại, hoặc đọc số giấy qua bộ đàm.',
    )
  })

  it('accuses of a wrong signature under a known key, however old its lists', async () => {
    const stranger = await seal(sampleClaims, 'a001', ringOf(inventKey('a001', '2030-01-01', '2030-12-31')))
    const old = books({ keysAt: NOW - 9 * DAY, revokedAt: NOW - 9 * DAY })
    expect(await judgeOffline(stranger, old, asked)).toMatchObject({ colour: 'red', verdict: { verdict: 'forged' } })
  })

  it('never accuses what the agency sealed, however its keys were rotated, its lists fetched and the phone looked at', async () => {
    const rings = new Map(
      ['a001', 'a002'].map((keyId) => [keyId, ringOf(inventKey(keyId, '2030-01-01', '2030-12-31'))]),
    )
    const codes = new Map<string, string>()
    for (const [keyId, ring] of rings) codes.set(keyId, await seal(sampleClaims, keyId, ring))
    const moment = (most: number) => fc.integer({ min: 0, max: most })
    await fc.assert(
      fc.asyncProperty(
        moment(10 * DAY),
        moment(10 * DAY),
        moment(10 * DAY),
        moment(20 * DAY),
        async (announced, fetched, later, back) => {
          // The second key is announced, seals two days later, and the permit is shown after that.
          const begins = NOW + announced + 2 * DAY
          const shownAt = begins + later
          const listAt = Math.min(NOW + fetched, shownAt)
          const known = listAt >= NOW + announced ? ['a001', 'a002'] : ['a001']
          const keys = { find: (keyId: string) => (known.includes(keyId) ? rings.get(keyId)?.find(keyId) : undefined) }
          const held = books({ keys, keysAt: listAt, revokedAt: listAt })
          // The app was open all along, so that it has seen the time pass; then somebody turned the clock back.
          const clock = { now: shownAt - back, ahead: 0, seen: shownAt }
          expect((await judgeOffline(codes.get('a002')!, held, clock)).verdict.verdict).not.toBe('forged')
          expect((await judgeOffline(codes.get('a001')!, held, clock)).verdict.verdict).not.toBe('forged')
        },
      ),
    )
  })

  it.each([
    ['turned back behind its own scans', until - HOUR, until + 2 * DAY, 'valid'],
    ['turned on by days', until + 5 * DAY, NOW, 'expired'],
    ['turned back to before the permit', from - HOUR, from + HOUR, 'early'],
  ])('is amber when its clock was %s', async (_case, now, seen, verdict) => {
    const held = books({ keysAt: now - HOUR, revokedAt: now - HOUR })
    const judged = await judgeOffline(digits, held, { now, ahead: 0, seen })
    expect(judged).toMatchObject({ colour: 'amber', verdict: { verdict } })
    expect(showVerdict(judged).word).toBe('CHƯA CHẮC')
  })

  it('is never green by a clock behind what it has lived to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5 * MINUTE + 1, max: 30 * DAY }), async (back) => {
        const seen = until + DAY
        const held = books({ keysAt: seen - back - HOUR, revokedAt: seen - back - HOUR })
        expect((await judgeOffline(digits, held, { now: seen - back, ahead: 0, seen })).colour).not.toBe('green')
      }),
    )
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
