import { describe, expect, it } from 'vitest'
import { hashPassword, opensWith } from '../../../src/staff/accounts/passwords.ts'

it('keeps its cost beside the salt and the key, and never the password', async () => {
  expect(await hashPassword('mật khẩu đủ dài')).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
})

it('opens with the password it was made of, however its marks were typed, and with no other', async () => {
  const hash = await hashPassword('mật khẩu đủ dài')
  expect(await opensWith('mật khẩu đủ dài', hash)).toBe(true)
  expect(await opensWith('mật khẩu đủ dài'.normalize('NFD'), hash)).toBe(true)
  expect(await opensWith('mat khau du dai', hash)).toBe(false)
  expect(await opensWith('', hash)).toBe(false)
})

it('salts: two hashes of one password differ', async () => {
  expect(await hashPassword('mật khẩu đủ dài')).not.toBe(await hashPassword('mật khẩu đủ dài'))
})

describe('a hash that was cut in the database', () => {
  it.each([
    ['in its key', (hash: string) => hash.slice(0, -4)],
    ['before its key', (hash: string) => hash.slice(0, hash.lastIndexOf('$'))],
    ['before its salt', (hash: string) => hash.split('$').slice(0, 4).join('$')],
  ])('%s opens with no password, not even its own, and breaks nothing', async (_, cut) => {
    expect(await opensWith('mật khẩu đủ dài', cut(await hashPassword('mật khẩu đủ dài')))).toBe(false)
  })
})

it('spends a real derivation on an account that does not exist', async () => {
  const before = process.cpuUsage()
  expect(await opensWith('mật khẩu đủ dài', undefined)).toBe(false)
  const { user, system } = process.cpuUsage(before)
  // Microseconds. scrypt at this cost takes about a tenth of a second or more; a look-up that gives up takes none.
  expect(user + system).toBeGreaterThan(30_000)
})
