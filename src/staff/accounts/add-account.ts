import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { MakeId, StaffId } from '../../kernel/ids.ts'
import { tidy } from '../../kernel/text.ts'
import { everyRole, type Posting, ROLES } from '../../dossiers/postings.ts'
import { province } from '../../province/province.ts'
import type { StaffAccount, StaffAccounts } from './accounts.ts'
import { hashPassword } from './passwords.ts'

type NewAccount = Pick<StaffAccount, 'email' | 'name' | 'postings'> & { password: string }

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
  const postings = everyRole(province.since)
  return (await addAccount(accounts, { ...credentials, name: 'Quản trị', postings }, makeId)) === 'added'
}

/** What somebody does who is there for everything at the desk but deciding. */
const USUAL = ['reception', 'specialist'] as const

/**
 * Words of the command line: address, name, one `--role` or several, `--agency` for who works for one agency only. Nothing when
 * they make no account.
 */
export function readStaffWords(words: readonly string[]): Omit<NewAccount, 'password'> | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { role: { type: 'string', multiple: true, default: [...USUAL] }, agency: { type: 'string' } },
    })
    const [address, ...rest] = positionals
    const email = z.email().safeParse(address)
    const name = tidy(rest.join(' '))
    const { agency } = values
    const postings = values.role.flatMap((given): Posting[] => {
      const role = ROLES.find((it) => it === given)
      return role ? [{ role, ...(agency !== undefined && { agency }), since: province.since }] : []
    })
    if (!email.success || name === '' || postings.length < values.role.length) return undefined
    return { email: email.data, name, postings }
  } catch {
    // An option that does not exist.
    return undefined
  }
}
