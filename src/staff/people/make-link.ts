import { hashToken, randomToken } from '../../kernel/secrets.ts'
import { LINK_FOR } from './account-state.ts'
import type { PasswordLink } from './ports.ts'

/** A fresh link: what goes into the books, and what is shown once. */
export function makeLink(publicUrl: string, now: number): { link: PasswordLink; address: string } {
  const token = randomToken()
  return {
    link: { tokenHash: hashToken(token), expiresAt: now + LINK_FOR },
    address: `${publicUrl}/staff/password#${token}`,
  }
}
