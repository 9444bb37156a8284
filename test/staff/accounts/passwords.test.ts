import { expect, it } from 'vitest'
import { hashPassword, opensWith } from '../../../src/staff/accounts/passwords.ts'

const hash = await hashPassword('mật khẩu đủ dài')

it('keeps its cost beside the salt and the key, and never the password', () => {
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
})

it('opens with the password it was made of, however its marks were typed, and with no other', async () => {
  expect(await opensWith('mật khẩu đủ dài', hash)).toBe(true)
  expect(await opensWith('mật khẩu đủ dài'.normalize('NFD'), hash)).toBe(true)
  expect(await opensWith('mat khau du dai', hash)).toBe(false)
  expect(await opensWith('', hash)).toBe(false)
})

it('salts: two hashes of one password differ', async () => {
  expect(await hashPassword('mật khẩu đủ dài')).not.toBe(hash)
})

it('spends a real derivation on an account that does not exist', async () => {
  const before = process.cpuUsage()
  expect(await opensWith('mật khẩu đủ dài', undefined)).toBe(false)
  const { user, system } = process.cpuUsage(before)
  // Microseconds. scrypt at this cost takes about a tenth of a second or more; a look-up that gives up takes none.
  expect(user + system).toBeGreaterThan(30_000)
})
