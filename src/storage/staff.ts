import { and, count, eq, gt, isNull, lte } from 'drizzle-orm'
import type { StaffAccount, StaffAccounts, StaffSessions } from '../staff/accounts/accounts.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'

const toAccount = ({ disabledAt, agency, ...row }: Schema['staffAccounts']['$inferSelect']): StaffAccount => ({
  ...row,
  ...(agency !== null && { agency }),
  ...(disabledAt !== null && { disabledAt }),
})

export function createStaffAccounts({ tables, read, write }: Engine): StaffAccounts {
  const { staffAccounts } = tables
  return {
    findByEmail: async (email) => {
      const [row] = await read.select().from(staffAccounts).where(eq(staffAccounts.email, email))
      return row && toAccount(row)
    },
    add: (account) =>
      write(async (db) => {
        const [row] = await db
          .insert(staffAccounts)
          .values(account)
          .onConflictDoNothing({ target: staffAccounts.email })
          .returning({ id: staffAccounts.id })
        return row ? 'added' : 'known'
      }),
    count: async () => Number((await read.select({ n: count() }).from(staffAccounts))[0]?.n ?? 0),
  }
}

export function createStaffSessions({ tables, read, write }: Engine): StaffSessions {
  const { staffSessions, staffAccounts } = tables
  return {
    open: (tokenHash, session) =>
      write(async (db) => {
        await db.delete(staffSessions).where(lte(staffSessions.expiresAt, session.openedAt))
        await db.insert(staffSessions).values({ tokenHash, ...session })
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
      return row && { ...row, account: toAccount(row.account) }
    },
    close: (tokenHash) =>
      write(async (db) => void (await db.delete(staffSessions).where(eq(staffSessions.tokenHash, tokenHash)))),
  }
}
