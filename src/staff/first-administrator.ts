import type { MakeId, StaffId } from '../kernel/ids.ts'
import type { StaffAccounts } from './accounts.ts'
import { hashPassword } from './passwords.ts'

/** Makes the first account when there is none yet; says whether it did. Later starts leave all accounts alone. */
export async function addFirstAdministrator(
  accounts: StaffAccounts,
  { email, password }: { email: string; password: string },
  makeId: MakeId,
): Promise<boolean> {
  if ((await accounts.count()) > 0) return false
  const account = {
    id: makeId() as StaffId,
    email: email.toLowerCase(),
    name: 'Quản trị',
    role: 'administrator' as const,
  }
  return (await accounts.add({ ...account, passwordHash: await hashPassword(password) })) === 'added'
}
