import { DESK, EVERYTHING, posted } from '../../dossiers/posted.ts'
import { describe, expect, it } from 'vitest'
import type { StaffAccount, StaffAccounts } from '../../../src/staff/accounts/accounts.ts'
import { addAccount, addFirstAdministrator, readStaffWords } from '../../../src/staff/accounts/add-account.ts'
import { opensWith } from '../../../src/staff/accounts/passwords.ts'

function emptyAccounts() {
  const rows = new Map<string, StaffAccount>()
  const accounts: StaffAccounts = {
    findByEmail: async (email) => rows.get(email),
    add: async (account) => {
      if (rows.has(account.email)) return 'known'
      rows.set(account.email, account)
      return 'added'
    },
    count: async () => rows.size,
  }
  return { accounts, rows }
}
const id = () => 's1'

it('makes the first administrator once, and nobody when accounts exist', async () => {
  const { accounts, rows } = emptyAccounts()
  const credentials = { email: 'Admin@Example.vn', password: 'correct horse battery' }
  expect(await addFirstAdministrator(accounts, credentials, id)).toBe(true)
  expect(await addFirstAdministrator(accounts, { ...credentials, email: 'b@example.vn' }, id)).toBe(false)
  expect([...rows.values()]).toMatchObject([{ email: 'admin@example.vn', name: 'Quản trị', postings: EVERYTHING }])
})

it('makes an officer who can sign in with the password, and leaves a known address alone', async () => {
  const { accounts, rows } = emptyAccounts()
  const officer = {
    email: 'officer@example.vn',
    name: 'Lê Thị Mẫu',
    postings: posted(DESK),
    password: 'first password',
  } as const
  expect(await addAccount(accounts, officer, id)).toBe('added')
  expect(await addAccount(accounts, { ...officer, password: 'second password' }, id)).toBe('known')
  const hash = rows.get('officer@example.vn')?.passwordHash
  expect(await opensWith('first password', hash)).toBe(true)
  expect(await opensWith('second password', hash)).toBe(false)
})

describe('the words of staff-add', () => {
  it.each([
    [
      ['a@example.vn', 'Lê Thị Mẫu'],
      { email: 'a@example.vn', name: 'Lê Thị Mẫu', postings: posted(['reception', 'specialist']) },
    ],
    [
      ['a@example.vn', 'Lê', 'Thị', '--role', 'leader', '--role', 'editor'],
      { email: 'a@example.vn', name: 'Lê Thị', postings: posted(['leader', 'editor']) },
    ],
    [
      ['--role=administrator', 'a@example.vn', 'Lê'],
      { email: 'a@example.vn', name: 'Lê', postings: posted(['administrator']) },
    ],
    [
      ['a@example.vn', 'Lê', '--agency', 'H12.99.001'],
      { email: 'a@example.vn', name: 'Lê', postings: posted(['reception', 'specialist'], 'H12.99.001') },
    ],
  ])('%j make an account', (words, account) => expect(readStaffWords(words)).toEqual(account))

  it.each([
    [[]],
    [['a@example.vn']],
    [['Lê', 'a@example.vn']],
    [['a@example.vn', 'Lê', '--role', 'leader', '--role', 'boss']],
    [['a@example.vn', 'Lê', '--rol', 'clerk']],
  ])('%j make none', (words) => expect(readStaffWords(words)).toBeUndefined())
})
