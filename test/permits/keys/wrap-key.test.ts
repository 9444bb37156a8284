import { expect, it } from 'vitest'
import { inventSecret, parseSecrets, unwrapKey, wrapKey } from '../../../src/permits/keys/wrap-key.ts'

function secretsOf(text: string) {
  const parsed = parseSecrets(text)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.secrets
}
const key = Buffer.from('the bytes of a private key')

it('opens a wrapped key with the secret that wrapped it, also when it is no longer the first', () => {
  const old = inventSecret()
  const wrapped = wrapKey(key, '0101', secretsOf(old)[0]!)
  expect(wrapped).not.toContain(key.toString('base64url').slice(0, 8))
  expect(unwrapKey(wrapped, '0101', secretsOf(`${inventSecret()}, ${old}`))).toEqual(key)
  expect(unwrapKey(wrapped, '0101', secretsOf(inventSecret()))).toBeUndefined()
})

it('opens no key under the id of another, and none that was changed', () => {
  const secrets = secretsOf(inventSecret())
  const wrapped = wrapKey(key, '0101', secrets[0]!)
  expect(unwrapKey(wrapped, '0102', secrets)).toBeUndefined()
  const [name, body = ''] = wrapped.split('.')
  const bytes = Buffer.from(body, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    expect(unwrapKey(`${name}.${changed.toString('base64url')}`, '0101', secrets)).toBeUndefined()
  }
  for (const text of ['', '.', `${name}.`, `${name}.AAAA`]) expect(unwrapKey(text, '0101', secrets)).toBeUndefined()
})

it.each(['', ',', 'short', `${inventSecret()}x`, `a001:2030-01-01:2030-12-31:MIGH`, '='.repeat(43)])(
  'refuses %j as PERMIT_KEYS without repeating it',
  (text) => {
    const parsed = parseSecrets(text)
    expect(parsed).toMatchObject({ ok: false })
    if (!parsed.ok && text.length > 1) expect(parsed.problem).not.toContain(text)
  },
)
