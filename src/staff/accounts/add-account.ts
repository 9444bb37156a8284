import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { MakeId, StaffId } from '../../kernel/ids.ts'
import { tidy } from '../../kernel/text.ts'
import type { StaffAccount, StaffAccounts, StaffRole } from './accounts.ts'
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

const ROLES: readonly StaffRole[] = ['officer', 'clerk', 'administrator']

/** Words of the command line: address, name, and `--role` for anybody but an officer. Nothing when they make no account. */
export function readStaffOrder(words: readonly string[]): Pick<NewAccount, 'email' | 'name' | 'role'> | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { role: { type: 'string', default: 'officer' } },
    })
    const [email = '', ...rest] = positionals
    const name = tidy(rest.join(' '))
    const role = ROLES.find((it) => it === values.role)
    return z.email().safeParse(email).success && name !== '' && role ? { email, name, role } : undefined
  } catch {
    // An option that does not exist.
    return undefined
  }
}
