import type { Doer } from '../../dossiers/may.ts'
import type { StaffId } from '../../kernel/ids.ts'

export interface StaffAccount extends Doer {
  email: string
  /** '' until a password is set with the link of the invitation. */
  passwordHash: string
  disabledAt?: number
  /** Of the last signing in, or of the invitation (epoch milliseconds). */
  seenAt?: number
}

export interface StaffSession {
  /** Names it on a page; nobody signs in with it. */
  id: string
  /** With the postings of today, also of those they stand in for today. */
  account: StaffAccount & { standsInFor: readonly StaffId[] }
  /** Must come back with every form of this session. */
  csrf: string
  expiresAt: number
}

export interface StaffAccounts {
  findByEmail(email: string): Promise<StaffAccount | undefined>
  /** Does nothing when the address is already there; says which. */
  add(account: StaffAccount): Promise<'added' | 'known'>
  count(): Promise<number>
}

/** Sessions live in the database, so that any web process knows them. Only a hash of the cookie is stored. */
export interface StaffSessions {
  open(
    tokenHash: string,
    session: { account: StaffId; csrf: string; openedAt: number; expiresAt: number },
  ): Promise<void>
  find(tokenHash: string, now: number): Promise<StaffSession | undefined>
  close(tokenHash: string): Promise<void>
  /** Those of an account that last, the newest first. */
  ofAccount(account: StaffId, now: number): Promise<{ id: string; openedAt: number }[]>
  /** Ends one session of the account, or all but one, or all. */
  end(account: StaffId, which?: { only: string } | { but: string }): Promise<void>
}
