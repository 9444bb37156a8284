import { generateKeyPairSync } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createKeyRing, inventKey, parsePermitKeys } from '../../src/permits/keys.ts'
import { open, seal } from '../../src/permits/seal.ts'
import { NOW, ringOf, sampleClaims } from './sample.ts'

const may = inventKey('a005', '2030-05-01', '2030-06-07')
const april = inventKey('a004', '2030-04-01', '2030-05-07')
const secretOf = (text: string) => text.split(':')[3]!
const otherCurve = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64url')

const at = (instant: string) => Date.parse(instant)
const period = { now: NOW, validFrom: at('2030-05-01T06:00:00+07:00'), validUntil: at('2030-05-04T17:00:00+07:00') }

describe('permit keys', () => {
  it('reads keys with spaces, line breaks and a comma too many', () => {
    const parsed = parsePermitKeys(` ${april} ,\n${may},`)
    expect(parsed.ok && parsed.keys.map((key) => key.keyId)).toEqual(['a004', 'a005'])
    expect(parsed.ok && parsed.keys[1]!.notBefore).toBe(at('2030-05-01T00:00:00+07:00'))
    expect(parsed.ok && parsed.keys[1]!.notAfter).toBe(at('2030-06-08T00:00:00+07:00'))
  })

  it.each([
    ['', 'PERMIT_KEYS holds no key'],
    [`a5:2030-05-01:2030-06-07:${secretOf(may)}`, 'PERMIT_KEYS, key 1: the key id is four lower-case hex digits'],
    [`a005:1/5/2030:2030-06-07:${secretOf(may)}`, 'PERMIT_KEYS, key 1: a day is written 2030-05-01'],
    [`a005:2030-02-30:2030-06-07:${secretOf(may)}`, 'PERMIT_KEYS, key 1: a day is written 2030-05-01'],
    [`a005:2030-06-07:2030-05-01:${secretOf(may)}`, 'PERMIT_KEYS, key 1: the last day comes before the first'],
    ['a005:2030-05-01:2030-06-07', 'PERMIT_KEYS, key 1: four parts are separated by colons'],
    ['a005:2030-05-01:2030-06-07:!!', 'PERMIT_KEYS, key 1: the private key is PKCS#8 in base64url'],
    ['a005:2030-05-01:2030-06-07:AAAA', 'PERMIT_KEYS, key 1: the private key is not an EC key on P-256'],
    [`a005:2030-05-01:2030-06-07:${otherCurve}`, 'PERMIT_KEYS, key 1: the private key is not an EC key on P-256'],
    [`${may},${may}`, 'PERMIT_KEYS names a key id twice'],
  ])('refuses "%.30s" with "%s"', (text, problem) => {
    expect(parsePermitKeys(text)).toEqual({ ok: false, problems: [problem] })
  })

  it('lists every problem, and repeats none of the secrets', () => {
    const cut = secretOf(may).slice(0, -9)
    const parsed = parsePermitKeys(`A005:2030-05-01:2030-06-07:${secretOf(may)},a006:2030-05-01:2030-06-07:${cut},x`)
    expect(parsed.ok ? [] : parsed.problems).toHaveLength(3)
    expect(JSON.stringify(parsed)).not.toContain(secretOf(may).slice(20, 40))
  })

  it('shows no secret when a key or the ring is printed', () => {
    const parsed = parsePermitKeys(may)
    const bytes = Buffer.from(secretOf(may), 'base64url')
    for (const shown of [inspect(parsed, { depth: 9 }), JSON.stringify(parsed), inspect(ringOf(may), { depth: 9 })]) {
      expect(shown).not.toContain(secretOf(may).slice(50, 70))
      expect(shown).not.toContain(bytes.subarray(36, 50).toString('hex'))
    }
  })

  it('seals with the newest key whose window holds the whole permit', () => {
    const ring = ringOf(april, may)
    expect(ring.keyFor(period)).toBe('a005')
    const early = { ...period, now: at('2030-04-30T20:00:00+07:00') }
    expect(ring.keyFor(early)).toBe('a004')
    expect(ring.keyFor({ ...period, validFrom: at('2030-04-30T22:00:00+07:00') })).toBe('a004')
    expect(ring.keyFor({ ...early, validUntil: at('2030-05-08T00:00:01+07:00') })).toBeUndefined()
    expect(ring.keyFor({ ...period, now: at('2031-01-01T00:00:00+07:00') })).toBeUndefined()
  })

  it('goes on verifying what an older key sealed', async () => {
    const digits = await seal(sampleClaims, 'a004', ringOf(april))
    expect(await open(digits, ringOf(may, april))).toMatchObject({ outcome: 'genuine', keyId: 'a004' })
    expect(await open(digits, ringOf(may))).toEqual({ outcome: 'unknown key' })
  })

  it('refuses to sign with a key it does not hold', async () => {
    await expect(createKeyRing([]).sign('a005', new Uint8Array())).rejects.toThrow('no such permit key')
  })
})
