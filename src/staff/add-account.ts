import type { MakeId, StaffId } from '../kernel/ids.ts'
import type { StaffAccount, StaffAccounts } from './accounts.ts'
import { hashPassword } from './passwords.ts'

export type NewAccount = Pick<StaffAccount, 'email' | 'name' | 'role'> & { password: string }

/** Makes an account. An address that is already there keeps its name and password. */
export async function addAccount(
  accounts: StaffAccounts,
  { email, name, role, password }: NewAccount,
  makeId: MakeId,
): Promise<'added' | 'known'> {
  const id = makeId() as StaffId
  return accounts.add({ id, email: email.toLowerCase(), name, role, passwordHash: await hashPassword(password) })
}

/** Makes the first account when there is none yet; says whether it did. Later starts leave all accounts alone. */
export async function addFirstAdministrator(
  accounts: StaffAccounts,
  credentials: { email: string; password: string },
  makeId: MakeId,
): Promise<boolean> {
  if ((await accounts.count()) > 0) return false
  return (await addAccount(accounts, { ...credentials, name: 'Quản trị', role: 'administrator' }, makeId)) === 'added'
}
