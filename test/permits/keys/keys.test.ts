import { generateKeyPairSync } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parsePermitKeys } from '../../../src/permits/keys/keys.ts'
import { inventKey } from '../plain-ring.ts'

const may = inventKey('a005', '2030-05-01', '2030-06-07')
const april = inventKey('a004', '2030-04-01', '2030-05-07')
const secretOf = (text: string) => text.split(':')[3]!
const otherCurve = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64url')

const at = (instant: string) => Date.parse(instant)

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

  it('shows no secret when a key is printed', () => {
    const parsed = parsePermitKeys(may)
    const bytes = Buffer.from(secretOf(may), 'base64url')
    for (const shown of [inspect(parsed, { depth: 9 }), JSON.stringify(parsed)]) {
      expect(shown).not.toContain(secretOf(may).slice(50, 70))
      expect(shown).not.toContain(bytes.subarray(36, 50).toString('hex'))
    }
  })
})
