import { describe, expect, it } from 'vitest'
import { type HeldBooks, type ListSource, openBooks, renewBooks } from '../../../src/checkpoint/browser/held-books.ts'
import { DAY, HOUR } from '../../../src/kernel/clock.ts'
import type { PermitId } from '../../../src/kernel/ids.ts'
import type { KeyList } from '../../../src/permits/code/key-list.ts'
import { createPublicKey } from 'node:crypto'
import { parsePermitKeys } from '../../../src/permits/keys/keys.ts'
import { createKeyRing, inventKey } from '../../permits/plain-ring.ts'
import { createRevocationBooks } from '../../../src/permits/keys/revocation-books.ts'
import { isListed } from '../../../src/permits/code/revocation-list.ts'
import { writeEnvelope } from '../../../src/permits/code/cose.ts'
import { createKeyManagement } from '../../../src/permits/keys/manage-keys.ts'
import { createLiveKeyRing, toPoint } from '../../../src/permits/keys/live-key-ring.ts'
import { judgeOffline } from '../../../src/permits/code/offline.ts'
import { seal } from '../../../src/permits/code/seal.ts'
import { writeTimestamp } from '../../../src/permits/code/timestamp.ts'
import { createTimestamps } from '../../../src/permits/keys/timestamps.ts'
import { inventSecret, parseSecrets } from '../../../src/permits/keys/wrap-key.ts'
import { makeRoot, signKeyList } from '../../../src/permits/keys/root-key.ts'
import { NOW, sampleClaims } from '../../permits/sample.ts'
import { memoryStore } from '../../permits/memory-store.ts'

const PASSPHRASE = 'a long passphrase'
const root = makeRoot(PASSPHRASE)
const parsed = parsePermitKeys(inventKey('a001', '2030-01-01', '2030-12-31'))
if (!parsed.ok) throw new Error()
const [key] = parsed.keys
const ring = createKeyRing(parsed.keys)
const publicKey = new Uint8Array(Buffer.from(toPoint(createPublicKey(key!.privateKey)), 'base64url'))

const secrets = parseSecrets(inventSecret())
if (!secrets.ok) throw new Error(secrets.problem)
const wrapping = secrets.secrets
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

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
      permits: {
        revokedSince: async function* (from) {
          yield state.revoked.filter(([, at]) => at >= from).map(([id]) => id)
        },
      },
      keys: ring,
      now: () => state.now,
    })(since)
  const source: ListSource = {
    keys: async () => ({ bytes: await signed() }),
    revoked: async (since) => {
      state.asked.push(since ?? 'whole')
      return { bytes: (await books(since))! }
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
    const other = { ...source, keys: async () => ({ bytes: await signed(stranger) }) }
    expect(await renew(undefined, other)).toBeUndefined()
    state.now -= 2 * HOUR
    const early = (await books())!
    state.now += 2 * HOUR
    const replayed = { ...source, revoked: async () => ({ bytes: early }) }
    expect((await renew(held, replayed))!.revokedAt).toBe(NOW - 10_000)
  })

  it('do not take an addition that leaves a gap', async () => {
    const { state, source, books } = agency()
    const held = await renew(undefined, source)
    state.now += 3 * HOUR
    const gap = await books(NOW + HOUR)
    const after = await renew(held, { ...source, revoked: async () => ({ bytes: gap! }) })
    expect(after!.revokedAt).toBe(NOW - 10_000)
  })

  it('begin anew under another root, whose lists count from one again', async () => {
    const { state, source, signed } = agency()
    state.serial = 9
    const held = await renew(undefined, source)
    state.serial = 1
    const next = makeRoot(PASSPHRASE)
    const moved = { ...source, keys: async () => ({ bytes: await signed(next) }) }
    expect((await renewBooks(held, [root.point, next.point], moved))!.serial).toBe(9)
    expect((await renewBooks(held, [next.point], moved))!.serial).toBe(1)
    expect(await renewBooks(held, [next.point], nothing)).toBeUndefined()
  })

  it('grow old on a phone that is kept from the newer list with a key that was withdrawn, whatever date comes with it', async () => {
    const { state, source, signed } = agency()
    const list = await signed()
    const held = await renew(undefined, { ...source, keys: async () => ({ bytes: list }) })
    // Whoever stands between has the stolen key: lists of revoked permits are made with it, the date is invented.
    let deceived = held
    for (const days of [1, 2, 20]) {
      state.now = NOW + days * DAY
      const frozen = { ...source, keys: async () => ({ bytes: list, now: state.now }) }
      deceived = await renew(deceived, frozen)
    }
    expect(deceived).toMatchObject({ keysAt: NOW, revokedAt: state.now - 10_000 })
    const from = Math.floor(state.now / 1000) * 1000
    const stolen = await seal({ ...sampleClaims, validFrom: from - 60_000, validUntil: from + DAY }, 'a001', ring)
    const judged = await judgeOffline(stolen, await openBooks(deceived), { now: state.now, ahead: 0 })
    expect(judged).toMatchObject({ colour: 'amber', doubts: ['lists old'] })
  })

  it('stay fresh for a month under one signature of the root key, by the confirmations that come with them', async () => {
    const { state } = agency()
    const store = memoryStore()
    const management = createKeyManagement(store, wrapping)
    const live = createLiveKeyRing(store, wrapping)
    await store.trust(root.point, NOW)
    await management.rotate(NOW)
    await management.publish(await signKeyList(await management.draft(NOW), root.pem, PASSPHRASE), NOW)
    await live.refresh()
    const timestamps = createTimestamps({ keys: live, now: () => state.now })
    const books = createRevocationBooks({
      permits: { revokedSince: async function* () {} },
      keys: live,
      now: () => state.now,
    })
    const confirmed: ListSource = {
      keys: async () => {
        const list = (await store.newestList())!
        return { bytes: bytesOf(list.signed), timestamp: (await timestamps(list))! }
      },
      revoked: async (since) => ({ bytes: (await books(since))! }),
    }
    let held = await renew(undefined, confirmed)
    for (const days of [1, 20, 40]) {
      state.now = NOW + days * DAY
      held = await renew(held, confirmed)
      expect(held!.keysAt).toBe(state.now)
    }
    // A confirmation of another list, or by a key that seals permits, says nothing.
    const at = held!.keysAt
    state.now += DAY
    const byOther = await writeEnvelope(
      writeTimestamp({ issuedAt: state.now, serial: 1 }),
      '0101',
      'timestamp',
      (bytes) => live.sign('0101', bytes),
    )
    const ofOther = await writeEnvelope(
      writeTimestamp({ issuedAt: state.now, serial: 2 }),
      'ff01',
      'timestamp',
      (bytes) => live.sign('ff01', bytes),
    )
    for (const timestamp of [byOther, ofOther, Uint8Array.of(1), undefined]) {
      const answer = { bytes: bytesOf((await store.newestList())!.signed), ...(timestamp && { timestamp }) }
      expect((await renew(held, { ...confirmed, keys: async () => answer }))!.keysAt).toBe(at)
    }
    // Who stole every key could confirm for ever: after a month and a half the root key must have signed again.
    state.now = NOW + 46 * DAY
    held = await renew(held, confirmed)
    const claims = { ...sampleClaims, validFrom: NOW + 45 * DAY, validUntil: NOW + 47 * DAY }
    const judged = await judgeOffline(await seal(claims, '0101', live), await openBooks(held), {
      now: state.now,
      ahead: 0,
    })
    expect(judged).toMatchObject({ colour: 'amber', doubts: ['lists old'] })
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
