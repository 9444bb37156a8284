import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/kernel/clock.ts'
import { openKeyList, readKeyList, toSealKeys } from '../../../src/permits/code/key-list.ts'
import { createKeyManagement } from '../../../src/permits/keys/manage-keys.ts'
import { parsePermitKeys } from '../../../src/permits/keys/keys.ts'
import { memoryStore } from '../memory-store.ts'
import { createKeyRing, inventKey } from '../plain-ring.ts'
import { createLiveKeyRing } from '../../../src/permits/keys/live-key-ring.ts'
import { makeRoot, signKeyList } from '../../../src/permits/keys/root-key.ts'
import { open, seal } from '../../../src/permits/code/seal.ts'
import { inventSecret, parseSecrets } from '../../../src/permits/keys/wrap-key.ts'
import { NOW, sampleClaims } from '../sample.ts'

const PASSPHRASE = 'một câu dài dễ nhớ'
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

async function office() {
  const parsed = parseSecrets(inventSecret())
  if (!parsed.ok) throw new Error(parsed.problem)
  const { secrets } = parsed
  const store = memoryStore()
  const root = makeRoot(PASSPHRASE)
  await store.trust(root.point, NOW)
  const management = createKeyManagement(store, secrets)
  const ring = createLiveKeyRing(store, secrets)
  const publish = async (at: number) => {
    const outcome = await management.publish(await signKeyList(await management.draft(at), root.pem, PASSPHRASE), at)
    await ring.refresh()
    return outcome
  }
  /** What a phone with signal holds at this moment. */
  const phone = async () => {
    const list = await openKeyList(bytes((await store.newestList())!.signed), [bytes(root.point)])
    return toSealKeys(list!.keys)
  }
  return { secrets, store, root, management, ring, publish, phone }
}

const period = (now: number, days = 3) => ({ now, validFrom: now, validUntil: now + days * DAY })

describe('a ring of keys', () => {
  it('seals with its first key as soon as the root key signed the list', async () => {
    const { management, ring, publish } = await office()
    const key = await management.rotate(NOW)
    await ring.refresh()
    expect(key).toMatchObject({ keyId: '0101' })
    expect(ring.keyFor(period(NOW))).toBeUndefined()
    expect(await publish(NOW)).toBe('published')
    expect(ring.keyFor(period(NOW))).toBe('0101')
  })

  it('keeps sealing with the old key until the new one was announced for two days, and both open', async () => {
    const { management, ring, publish, phone } = await office()
    await management.rotate(NOW)
    await publish(NOW)
    const later = NOW + 30 * DAY
    await management.rotate(later)
    await publish(later)
    expect(ring.keyFor(period(later))).toBe('0101')
    expect(ring.keyFor(period(later + 2 * DAY))).toBe('0102')
    for (const keyId of ['0101', '0102']) {
      const from = later + 2 * DAY
      const claims = { ...sampleClaims, validFrom: from, validUntil: from + DAY }
      expect(await open(await seal(claims, keyId, ring), await phone())).toMatchObject({ outcome: 'genuine', keyId })
    }
  })

  it('covers every permit that may be asked for in a month and a week without a rotation', async () => {
    const { management, ring, publish } = await office()
    await management.rotate(NOW)
    await publish(NOW)
    // Asked seven days ahead, as long as `permits.yaml` may allow.
    const last = { now: NOW + 37 * DAY, validFrom: NOW + 44 * DAY, validUntil: NOW + 75 * DAY }
    expect(ring.keyFor(last)).toBe('0101')
    expect(ring.keyFor({ ...last, validUntil: NOW + 77 * DAY })).toBeUndefined()
    expect(ring.keyFor({ now: NOW, validFrom: NOW - DAY, validUntil: NOW + DAY })).toBeUndefined()
  })

  it('shows no secret when it is printed', async () => {
    const { management, store, ring, publish } = await office()
    await management.rotate(NOW)
    await publish(NOW)
    const [key] = await store.keys()
    const shown = inspect(ring, { depth: 9, showHidden: true })
    expect(shown).not.toContain(key!.wrappedKey)
    expect(shown).not.toContain('PRIVATE')
  })

  it('forgets a withdrawn key at once, and phones do with the next list', async () => {
    const { management, ring, publish, phone } = await office()
    await management.rotate(NOW)
    await publish(NOW)
    const digits = await seal(sampleClaims, '0101', ring)
    const before = await phone()
    await management.withdraw('0101', NOW + HOUR, 'mất máy')
    await management.rotate(NOW + HOUR, { atOnce: true })
    expect(await publish(NOW + HOUR)).toBe('published')
    expect(ring.keyFor(period(NOW + HOUR))).toBe('0102')
    expect((await open(digits, ring)).outcome).toBe('unknown key')
    expect((await open(digits, await phone())).outcome).toBe('unknown key')
    expect((await open(digits, before)).outcome).toBe('genuine')
    await expect(ring.sign('0101', new Uint8Array())).rejects.toThrow('no such permit key')
  })

  it('does not take back a lost key with a list that was signed before', async () => {
    const { management, root, publish } = await office()
    await management.rotate(NOW)
    await publish(NOW)
    await management.rotate(NOW)
    const early = await signKeyList(await management.draft(NOW), root.pem, PASSPHRASE)
    await management.withdraw('0101', NOW, 'mất máy')
    expect(await management.publish(early, NOW)).toBe('stale')
  })

  it('publishes nothing that a stranger signed, and nothing twice', async () => {
    const { management, root } = await office()
    await management.rotate(NOW)
    const draft = await management.draft(NOW)
    const stranger = makeRoot(PASSPHRASE)
    expect(await management.publish(await signKeyList(draft, stranger.pem, PASSPHRASE), NOW)).toBe('untrusted')
    expect(await management.publish('AAAA', NOW)).toBe('untrusted')
    const signed = await signKeyList(draft, root.pem, PASSPHRASE)
    expect(await management.publish(signed, NOW)).toBe('published')
    expect(await management.publish(signed, NOW)).toBe('stale')
  })

  it('takes in a key from before there was a ring, and what it sealed stays genuine', async () => {
    const { management, publish, phone } = await office()
    const parsed = parsePermitKeys(inventKey('a001', '2030-01-01', '2030-12-31'))
    if (!parsed.ok) throw new Error()
    const digits = await seal(sampleClaims, 'a001', createKeyRing(parsed.keys))
    expect(await management.adopt(parsed.keys[0]!, NOW)).toBe('adopted')
    expect(await management.adopt(parsed.keys[0]!, NOW)).toBe('known')
    await publish(NOW)
    expect(await open(digits, await phone())).toMatchObject({ outcome: 'genuine', claims: sampleClaims })
  })

  it('names a key that confirms its lists, seals nothing, and is taken for lost with any other', async () => {
    const { management, ring, publish, phone, store, root } = await office()
    await management.rotate(NOW)
    await publish(NOW)
    await management.rotate(NOW + DAY)
    await publish(NOW + DAY)
    expect([ring.timestampKey?.(), ring.find('ff01')]).toEqual(['ff01', undefined])
    const own = await seal(sampleClaims, 'ff01', ring)
    expect((await open(own, ring)).outcome).toBe('unknown key')
    expect((await open(own, await phone())).outcome).toBe('unknown key')
    const listed = async () => openKeyList(bytes((await store.newestList())!.signed), [bytes(root.point)])
    expect((await listed())?.timestampKeys?.map(({ keyId }) => keyId)).toEqual(['ff01'])
    await management.withdraw('0101', NOW + DAY, 'mất máy')
    await publish(NOW + DAY)
    expect((await listed())?.timestampKeys?.map(({ keyId }) => keyId)).toEqual(['ff02'])
    expect(ring.timestampKey?.()).toBe('ff02')
  })

  it('knows at once a key that another process made and published', async () => {
    const { management, ring, store, secrets, root } = await office()
    await management.rotate(NOW)
    await management.publish(await signKeyList(await management.draft(NOW), root.pem, PASSPHRASE), NOW)
    const other = createLiveKeyRing(store, secrets)
    await other.refresh()
    expect(ring.find('0101')).toBeUndefined()
    expect((await open(await seal(sampleClaims, '0101', other), ring)).outcome).toBe('genuine')
  })

  it('verifies but does not seal in a process whose secret does not open the keys', async () => {
    const { store, management, publish } = await office()
    await management.rotate(NOW)
    await publish(NOW)
    const other = parseSecrets(inventSecret())
    if (!other.ok) throw new Error()
    const ring = createLiveKeyRing(store, other.secrets)
    await ring.refresh()
    expect(ring.find('0101')).toBeDefined()
    expect(ring.keyFor(period(NOW))).toBeUndefined()
  })
})

describe('a root key', () => {
  it('opens with its passphrase alone, and says nothing of itself when it does not', async () => {
    const { management, root } = await office()
    await management.rotate(NOW)
    const draft = await management.draft(NOW)
    await expect(signKeyList(draft, root.pem, 'another one')).rejects.toThrow(/^the root key does not open/)
    expect(root.pem).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  })

  it('signs a list that cannot be changed by a bit', async () => {
    const { management, root } = await office()
    await management.rotate(NOW)
    const signed = bytes(await signKeyList(await management.draft(NOW), root.pem, PASSPHRASE))
    for (let at = 0; at < signed.length; at++)
      expect(await openKeyList(signed.with(at, signed[at]! ^ 1), [bytes(root.point)])).toBeUndefined()
    const list = await openKeyList(signed, [bytes(makeRoot(PASSPHRASE).point), bytes(root.point)])
    expect(list).toMatchObject({ serial: 1, issuedAt: Date.parse('2030-05-01T07:30:00+07:00') })
  })

  it.each(['', 'a0', '83010203', 'a301010202038144'])('refuses %j as a list', (hex) => {
    expect(readKeyList(new Uint8Array(Buffer.from(hex, 'hex')))).toBeUndefined()
  })
})
