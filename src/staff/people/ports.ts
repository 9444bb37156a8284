import type { Absence } from '../../dossiers/absences.ts'
import type { Doer } from '../../dossiers/may.ts'
import type { Posting } from '../../dossiers/postings.ts'
import type { VietnamDay } from '../../kernel/clock.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { StaffSession } from '../accounts/accounts.ts'

/** Somebody as administrators see them, with postings of the past and of days to come. */
export interface Person extends Doer {
  email: string
  hasPassword: boolean
  disabledAt?: number
  /** Of the last signing in, the invitation, or when the account was opened again. */
  seenAt?: number
  /** Until when a link that sets a password can be used, also when that is over. */
  linkUntil?: number
}

/** A link that sets a password once. Only a hash of what is in it is kept. */
export interface PasswordLink {
  tokenHash: string
  expiresAt: number
}

export interface People {
  all(): Promise<Person[]>
  find(id: StaffId): Promise<Person | undefined>
  /** An account without a password. `known`: somebody has this address. */
  invite(
    person: Pick<Person, 'id' | 'email' | 'name' | 'postings'>,
    link: PasswordLink,
    at: number,
  ): Promise<'invited' | 'known'>
  /** Ends sessions and links. `last`: nobody else looks after the whole province. */
  disable(id: StaffId, at: number): Promise<'disabled' | 'last'>
  enable(id: StaffId, at: number): Promise<void>
  /** Those that are there already stay as they are. */
  addPostings(id: StaffId, postings: readonly Posting[]): Promise<void>
  /** `gone`: there is none, or it ended otherwise than the page showed. */
  endPosting(id: StaffId, posting: Posting, until: VietnamDay, today: VietnamDay): Promise<'ended' | 'gone' | 'last'>
  /** Takes away one that has not begun. */
  dropPosting(id: StaffId, posting: Posting): Promise<void>
  /** Dossiers that are theirs to work on and not finished. */
  countInHand(id: StaffId): Promise<number>
  /** Accounts that nobody has used since then are disabled, but never the last that looks after the whole province. Says how many. */
  disableUnused(since: number, at: number): Promise<number>
}

export interface Passwords {
  /** Replaces earlier links of the account, ends its sessions and its password. `false`: it is disabled. */
  makeLink(account: StaffId, link: PasswordLink): Promise<boolean>
  findLink(tokenHash: string, now: number): Promise<Pick<Person, 'email' | 'name'> | undefined>
  /** Once, by an account that is not disabled. Answers whether it did. */
  useLink(tokenHash: string, passwordHash: string, now: number): Promise<boolean>
  /** The other sessions of the account end, and links that would set another password. */
  change(account: StaffId, passwordHash: string, kept: Pick<StaffSession, 'id'>): Promise<void>
}

export interface Absences {
  /** All that hold on a day; a substitute whose account is disabled is left out. */
  on(day: VietnamDay): Promise<Absence[]>
  /** All that end on this day or later. */
  since(day: VietnamDay): Promise<Absence[]>
  /** Pressed twice it is there once. */
  add(absence: Absence): Promise<void>
  /** From this day on they are there again. What has passed stays. */
  end(account: StaffId, since: VietnamDay, back: VietnamDay): Promise<void>
}
