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
import { type Cbor, writeCbor } from '../../../src/permits/code/cbor.ts'
import { writeEnvelope } from '../../../src/permits/code/cose.ts'
import { NOW, sampleRing } from '../sample.ts'

const id = fc.stringMatching(/^[0-9a-f]{16}$/).map((text) => text as PermitId)
const ids = fc.array(id, { maxLength: 60 })

/** As storage reads them. */
async function* pagesOf(all: readonly PermitId[]) {
  for (let from = 0; from < all.length; from += 1_000) yield all.slice(from, from + 1_000)
}

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
      fc.property(ids, ids, ids, (a, b, both) => {
        expect(mergeIds(packIds([...a, ...both]), packIds([...b, ...both]))).toEqual(packIds([...a, ...b, ...both]))
      }),
    )
  })

  it('takes 80 kB for ten thousand, and finds each of them', async () => {
    const many = Array.from(
      { length: 10_000 },
      (_, i) => (BigInt(i) * 1_844_674_407_370_955n).toString(16).padStart(16, '0') as PermitId,
    )
    const books = createRevocationBooks({
      permits: { revokedSince: () => pagesOf(many) },
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
    permits: { revokedSince: (since) => (asked.push(since), pagesOf(['00112233445566ff' as PermitId])) },
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
    const list = (await books(NOW - HOUR))!
    for (let at = 0; at < list.length; at++)
      expect(await openRevocationList(list.with(at, list[at]! ^ 1), sampleRing)).toBeUndefined()
    const payload = writeRevocationList({ issuedAt: NOW, since: 0, ids: new Uint8Array() })
    const asPermit = await writeEnvelope(payload, 'a001', 'permit', (bytes) => sampleRing.sign('a001', bytes))
    expect(await openRevocationList(asPermit, sampleRing)).toBeUndefined()
  })

  const signed = (payload: Uint8Array) =>
    writeEnvelope(payload, 'a001', 'revoked', (bytes) => sampleRing.sign('a001', bytes))

  it('are refused out of order or torn, because a search would pass over what they hold', async () => {
    const sign = (ids: Uint8Array) => signed(writeRevocationList({ issuedAt: NOW, since: 0, ids }))
    const packed = packIds(['0000000000000001', '0000000000000002'] as PermitId[])
    expect(await openRevocationList(await sign(packed), sampleRing)).toBeDefined()
    expect(await openRevocationList(await sign(packed.toReversed()), sampleRing)).toBeUndefined()
    expect(await openRevocationList(await sign(packed.subarray(0, 12)), sampleRing)).toBeUndefined()
    const twice = Uint8Array.of(...packed.subarray(0, 8), ...packed)
    expect(await openRevocationList(await sign(twice), sampleRing)).toBeUndefined()
  })

  it.each<[string, Cbor]>([
    ['a list', [1, 0, new Uint8Array()]],
    [
      'with one field more',
      new Map<number, Cbor>([
        [1, 1_900_000_000],
        [2, 0],
        [3, new Uint8Array()],
        [4, 0],
      ]),
    ],
    [
      'with a text for their instant',
      new Map<number, Cbor>([
        [1, '1900000000'],
        [2, 0],
        [3, new Uint8Array()],
      ]),
    ],
    [
      'with a text for what they go on from',
      new Map<number, Cbor>([
        [1, 1_900_000_000],
        [2, '0'],
        [3, new Uint8Array()],
      ]),
    ],
    [
      'with a text for the permits',
      new Map<number, Cbor>([
        [1, 1_900_000_000],
        [2, 0],
        [3, ''],
      ]),
    ],
  ])('are refused as %s, however well signed', async (_, fields) => {
    expect(await openRevocationList(await signed(writeCbor(fields)), sampleRing)).toBeUndefined()
  })

  it('are believed from the first instant of their key to its last', async () => {
    const { notBefore, notAfter } = sampleRing.find('a001')!
    const at = async (issuedAt: number) =>
      openRevocationList(await signed(writeRevocationList({ issuedAt, since: 0, ids: new Uint8Array() })), sampleRing)
    expect([await at(notBefore), await at(notAfter)]).toMatchObject([{ issuedAt: notBefore }, { issuedAt: notAfter }])
    expect([await at(notBefore - 1000), await at(notAfter + 1000)]).toEqual([undefined, undefined])
  })

  it('are not made while no key is in force', async () => {
    const none = createRevocationBooks({
      permits: { revokedSince: () => pagesOf([]) },
      keys: { ...sampleRing, keyFor: () => undefined },
      now: () => NOW,
    })
    expect(await none()).toBeUndefined()
  })
})
