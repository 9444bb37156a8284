import { describe, expect, it } from 'vitest'
import { type HeldBooks, type ListSource, openBooks, renewBooks } from '../../../src/checkpoint/browser/held-books.ts'
import { DAY, HOUR } from '../../../src/kernel/clock.ts'
import type { PermitId } from '../../../src/kernel/ids.ts'
import type { KeyList } from '../../../src/permits/key-list.ts'
import { createPublicKey } from 'node:crypto'
import { parsePermitKeys } from '../../../src/permits/keys.ts'
import { createKeyRing, inventKey } from '../../permits/plain-ring.ts'
import { toPoint } from '../../../src/permits/live-key-ring.ts'
import { createRevocationBooks } from '../../../src/permits/revocation-books.ts'
import { isListed } from '../../../src/permits/revocation-list.ts'
import { makeRoot, signKeyList } from '../../../src/permits/root-key.ts'
import { NOW } from '../../permits/sample.ts'

const PASSPHRASE = 'a long passphrase'
const root = makeRoot(PASSPHRASE)
const parsed = parsePermitKeys(inventKey('a001', '2030-01-01', '2030-12-31'))
if (!parsed.ok) throw new Error()
const [key] = parsed.keys
const ring = createKeyRing(parsed.keys)
const publicKey = new Uint8Array(Buffer.from(toPoint(createPublicKey(key!.privateKey)), 'base64url'))

const first = '1111111111111111' as PermitId
const second = '2222222222222222' as PermitId

/** An agency with a clock that can be moved, and what was asked of it. */
function agency() {
  const state = { now: NOW, serial: 1, revoked: [[first, NOW - HOUR]] as [PermitId, number][], asked: [] as unknown[] }
  const signed = async (signer = root) => {
    const { keyId, notBefore, notAfter } = key!
    const list: KeyList = {
      serial: state.serial,
      issuedAt: state.now,
      keys: [{ keyId, notBefore, notAfter, publicKey }],
    }
    return new Uint8Array(Buffer.from(await signKeyList(list, signer.pem, PASSPHRASE), 'base64url'))
  }
  const books = (since?: number) =>
    createRevocationBooks({
      permits: { revokedSince: async (from) => state.revoked.filter(([, at]) => at >= from).map(([id]) => id) },
      keys: ring,
      now: () => state.now,
    })(since)
  const source: ListSource = {
    keys: async () => ({ bytes: await signed(), now: state.now }),
    revoked: async (since) => {
      state.asked.push(since ?? 'whole')
      return { bytes: (await books(since))!, now: state.now }
    },
  }
  return { state, source, signed, books }
}

const renew = (held: HeldBooks | undefined, source: ListSource) => renewBooks(held, [root.point], source)
const nothing: ListSource = { keys: async () => undefined, revoked: async () => undefined }

describe('the lists on a phone', () => {
  it('are fetched whole, then added to, then whole again after a day', async () => {
    const { state, source } = agency()
    let held = await renew(undefined, source)
    expect([isListed(held!.revoked, first), isListed(held!.revoked, second)]).toEqual([true, false])
    state.now += HOUR
    state.revoked.push([second, state.now - 1])
    held = await renew(held, source)
    expect([isListed(held!.revoked, first), isListed(held!.revoked, second)]).toEqual([true, true])
    state.now += DAY
    held = await renew(held, source)
    held = await renew(held, source)
    expect(state.asked).toEqual(['whole', NOW - 10_000, NOW + HOUR - 10_000, 'whole'])
  })

  it('stay what they were without a signal', async () => {
    const { source } = agency()
    const held = await renew(undefined, source)
    expect(await renew(held, nothing)).toEqual(held)
    expect(await renew(undefined, nothing)).toBeUndefined()
  })

  it('lose nothing when only half of the answers come', async () => {
    const { state, source } = agency()
    const held = await renew(undefined, source)
    state.now += HOUR
    const half = await renew(held, { ...source, revoked: async () => undefined })
    expect(half).toMatchObject({ keysAt: NOW + HOUR, revokedAt: NOW - 10_000 })
    expect(isListed(half!.revoked, first)).toBe(true)
  })

  it('are not replaced by a list that a stranger signed, nor by an older one', async () => {
    const { state, source, signed, books } = agency()
    state.serial = 5
    const held = await renew(undefined, source)
    state.serial = 4
    state.now += HOUR
    expect((await renew(held, { ...source, revoked: async () => undefined }))!.serial).toBe(5)
    const stranger = makeRoot(PASSPHRASE)
    const other = { ...source, keys: async () => ({ bytes: await signed(stranger), now: state.now }) }
    expect(await renew(undefined, other)).toBeUndefined()
    state.now -= 2 * HOUR
    const early = (await books())!
    state.now += 2 * HOUR
    const replayed = { ...source, revoked: async () => ({ bytes: early, now: state.now }) }
    expect((await renew(held, replayed))!.revokedAt).toBe(NOW - 10_000)
  })

  it('do not take an addition that leaves a gap', async () => {
    const { state, source, books } = agency()
    const held = await renew(undefined, source)
    state.now += 3 * HOUR
    const gap = await books(NOW + HOUR)
    const after = await renew(held, { ...source, revoked: async () => ({ bytes: gap!, now: state.now }) })
    expect(after!.revokedAt).toBe(NOW - 10_000)
  })

  it('begin anew under another root, whose lists count from one again', async () => {
    const { state, source, signed } = agency()
    state.serial = 9
    const held = await renew(undefined, source)
    state.serial = 1
    const next = makeRoot(PASSPHRASE)
    const moved = { ...source, keys: async () => ({ bytes: await signed(next), now: state.now }) }
    expect((await renewBooks(held, [root.point, next.point], moved))!.serial).toBe(9)
    expect((await renewBooks(held, [next.point], moved))!.serial).toBe(1)
    expect(await renewBooks(held, [next.point], nothing)).toBeUndefined()
  })

  it('are verified anew before they are judged with', async () => {
    const { source } = agency()
    const held = (await renew(undefined, source))!
    expect((await openBooks(held))!.keys.find('a001')).toBeDefined()
    expect(await openBooks({ ...held, keys: held.keys.with(60, held.keys[60]! ^ 1) })).toBeUndefined()
    expect(await openBooks({ ...held, roots: [makeRoot(PASSPHRASE).point] })).toBeUndefined()
    expect(await openBooks(undefined)).toBeUndefined()
  })
})
