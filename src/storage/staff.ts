import { and, asc, count, eq, gt, gte, isNull, lte, or } from 'drizzle-orm'
import type { Posting } from '../dossiers/postings.ts'
import { toVietnamDay } from '../kernel/clock.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { StaffAccount, StaffAccounts, StaffSessions } from '../staff/accounts/accounts.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'

type Row = Schema['staffAccounts']['$inferSelect']
type PostingRow = Schema['staffPostings']['$inferSelect']

const toAccount = ({ disabledAt, seenAt, ...row }: Row, postings: readonly Posting[]): StaffAccount => ({
  ...row,
  postings,
  ...(disabledAt !== null && { disabledAt }),
  ...(seenAt !== null && { seenAt }),
})

const toPosting = ({ role, agency, since, until }: PostingRow): Posting => ({
  ...{ role, since },
  ...(agency !== '' && { agency }),
  ...(until !== null && { until }),
})

const toRow = (account: StaffId, { role, agency = '', since, until }: Posting): PostingRow => ({
  ...{ account, role, agency, since },
  until: until ?? null,
})

export function createStaffAccounts({ tables, read, write }: Engine): StaffAccounts {
  const { staffAccounts, staffPostings } = tables
  const inOrder = [asc(staffPostings.role), asc(staffPostings.agency), asc(staffPostings.since)]
  return {
    findByEmail: async (email) => {
      const [row] = await read.select().from(staffAccounts).where(eq(staffAccounts.email, email))
      if (!row) return undefined
      const postings = await read
        .select()
        .from(staffPostings)
        .where(eq(staffPostings.account, row.id))
        .orderBy(...inOrder)
      return toAccount(row, postings.map(toPosting))
    },
    add: ({ postings, ...account }) =>
      write(async (db) => {
        const [row] = await db
          .insert(staffAccounts)
          .values(account)
          .onConflictDoNothing({ target: staffAccounts.email })
          .returning({ id: staffAccounts.id })
        if (!row) return 'known'
        if (postings.length > 0) await db.insert(staffPostings).values(postings.map((it) => toRow(account.id, it)))
        return 'added'
      }),
    count: async () => Number((await read.select({ n: count() }).from(staffAccounts))[0]?.n ?? 0),
  }
}

export function createStaffSessions({ tables, read, write }: Engine): StaffSessions {
  const { staffSessions, staffAccounts, staffPostings } = tables
  const inOrder = [asc(staffPostings.role), asc(staffPostings.agency), asc(staffPostings.since)]
  return {
    open: (tokenHash, session) =>
      write(async (db) => {
        await db.delete(staffSessions).where(lte(staffSessions.expiresAt, session.openedAt))
        await db.insert(staffSessions).values({ tokenHash, ...session })
        await db.update(staffAccounts).set({ seenAt: session.openedAt }).where(eq(staffAccounts.id, session.account))
      }),
    find: async (tokenHash, now) => {
      const [row] = await read
        .select({ account: staffAccounts, csrf: staffSessions.csrf, expiresAt: staffSessions.expiresAt })
        .from(staffSessions)
        .innerJoin(staffAccounts, eq(staffAccounts.id, staffSessions.account))
        .where(
          and(
            eq(staffSessions.tokenHash, tokenHash),
            gt(staffSessions.expiresAt, now),
            isNull(staffAccounts.disabledAt),
          ),
        )
      if (!row) return undefined
      const today = toVietnamDay(now)
      const postings = await read
        .select()
        .from(staffPostings)
        .where(
          and(
            eq(staffPostings.account, row.account.id),
            lte(staffPostings.since, today),
            or(isNull(staffPostings.until), gte(staffPostings.until, today)),
          ),
        )
        .orderBy(...inOrder)
      return { ...row, account: toAccount(row.account, postings.map(toPosting)) }
    },
    close: (tokenHash) =>
      write(async (db) => void (await db.delete(staffSessions).where(eq(staffSessions.tokenHash, tokenHash)))),
  }
}
