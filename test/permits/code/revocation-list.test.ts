import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/kernel/clock.ts'
import type { PermitId } from '../../../src/kernel/ids.ts'
import { createRevocationBooks } from '../../../src/permits/keys/revocation-books.ts'
import {
  isListed,
  mergeIds,
  openRevocationList,
  packIds,
  writeRevocationList,
} from '../../../src/permits/code/revocation-list.ts'
import { writeEnvelope } from '../../../src/permits/code/cose.ts'
import { NOW, sampleRing } from '../sample.ts'

const id = fc.stringMatching(/^[0-9a-f]{16}$/).map((text) => text as PermitId)
const ids = fc.array(id, { maxLength: 60 })

describe('a list of revoked permits', () => {
  it('holds what was put in and nothing else', () => {
    fc.assert(
      fc.property(ids, id, (listed, other) => {
        const packed = packIds(listed)
        for (const each of listed) expect(isListed(packed, each)).toBe(true)
        expect(isListed(packed, other)).toBe(listed.includes(other))
      }),
    )
  })

  it('stays ordered and whole when more are added', () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        expect(mergeIds(packIds(a), packIds(b))).toEqual(packIds([...a, ...b]))
      }),
    )
  })

  it('takes 80 kB for ten thousand, and finds each of them', async () => {
    const many = Array.from(
      { length: 10_000 },
      (_, i) => (BigInt(i) * 1_844_674_407_370_955n).toString(16).padStart(16, '0') as PermitId,
    )
    const books = createRevocationBooks({
      permits: { revokedSince: async () => many },
      keys: sampleRing,
      now: () => NOW,
    })
    const signed = await books()
    expect(signed!.length).toBeLessThan(80_120)
    const list = await openRevocationList(signed!, sampleRing)
    expect(many.every((each) => isListed(list!.ids, each))).toBe(true)
  })
})

describe('the lists that phones fetch', () => {
  const asked: number[] = []
  const books = createRevocationBooks({
    permits: { revokedSince: async (since) => (asked.push(since), ['00112233445566ff' as PermitId]) },
    keys: sampleRing,
    now: () => NOW,
  })

  it('are whole, or only what came since the list at hand', async () => {
    const whole = await openRevocationList((await books())!, sampleRing)
    expect(whole).toMatchObject({ since: 0, issuedAt: NOW - 10_000 })
    const since = NOW - HOUR
    expect(await openRevocationList((await books(since))!, sampleRing)).toMatchObject({ since })
    expect(asked).toEqual([0, since])
  })

  it.each([NOW + 1_000, NOW - 3 * DAY, NOW - HOUR + 1, Number.NaN])(
    'are whole for one who asks since %d',
    async (since) => {
      expect(await openRevocationList((await books(since))!, sampleRing)).toMatchObject({ since: 0 })
    },
  )

  it('cannot be changed by a bit, nor made of a signature over something else', async () => {
    const signed = (await books(NOW - HOUR))!
    for (let at = 0; at < signed.length; at++)
      expect(await openRevocationList(signed.with(at, signed[at]! ^ 1), sampleRing)).toBeUndefined()
    const payload = writeRevocationList({ issuedAt: NOW, since: 0, ids: new Uint8Array() })
    const asPermit = await writeEnvelope(payload, 'a001', 'permit', (bytes) => sampleRing.sign('a001', bytes))
    expect(await openRevocationList(asPermit, sampleRing)).toBeUndefined()
  })

  it('are refused out of order or torn, because a search would pass over what they hold', async () => {
    const sign = (ids: Uint8Array) =>
      writeEnvelope(writeRevocationList({ issuedAt: NOW, since: 0, ids }), 'a001', 'revoked', (bytes) =>
        sampleRing.sign('a001', bytes),
      )
    const packed = packIds(['0000000000000001', '0000000000000002'] as PermitId[])
    expect(await openRevocationList(await sign(packed), sampleRing)).toBeDefined()
    expect(await openRevocationList(await sign(packed.toReversed()), sampleRing)).toBeUndefined()
    expect(await openRevocationList(await sign(packed.subarray(0, 12)), sampleRing)).toBeUndefined()
  })

  it('are not made while no key is in force', async () => {
    const none = createRevocationBooks({
      permits: { revokedSince: async () => [] },
      keys: { ...sampleRing, keyFor: () => undefined },
      now: () => NOW,
    })
    expect(await none()).toBeUndefined()
  })
})
