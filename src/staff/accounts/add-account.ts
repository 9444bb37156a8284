import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { MakeId, StaffId } from '../../kernel/ids.ts'
import { tidy } from '../../kernel/text.ts'
import { agencies } from '../../dossiers/agencies.ts'
import type { StaffRole } from '../../dossiers/may.ts'
import type { StaffAccount, StaffAccounts } from './accounts.ts'
import { hashPassword } from './passwords.ts'

type NewAccount = Pick<StaffAccount, 'email' | 'name' | 'role' | 'agency'> & { password: string }

/** Makes an account. An address that is already there keeps its name and password. */
export async function addAccount(
  accounts: StaffAccounts,
  { password, email, ...account }: NewAccount,
  makeId: MakeId,
): Promise<'added' | 'known'> {
  const id = makeId() as StaffId
  return accounts.add({ id, email: email.toLowerCase(), ...account, passwordHash: await hashPassword(password) })
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

/**
 * Words of the command line: address, name, `--role` for anybody but an officer, `--agency` for who works for one agency
 * only. Nothing when they make no account.
 */
export function readStaffWords(words: readonly string[]): Omit<NewAccount, 'password'> | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { role: { type: 'string', default: 'officer' }, agency: { type: 'string' } },
    })
    const [address, ...rest] = positionals
    const email = z.email().safeParse(address)
    const name = tidy(rest.join(' '))
    const role = ROLES.find((it) => it === values.role)
    const { agency } = values
    if (agency !== undefined && !agencies.some(({ code }) => code === agency)) return undefined
    if (!email.success || name === '' || !role) return undefined
    return { email: email.data, name, role, ...(agency !== undefined && { agency }) }
  } catch {
    // An option that does not exist.
    return undefined
  }
}
