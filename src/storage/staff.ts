import { count, eq } from 'drizzle-orm'
import type { Posting } from '../dossiers/postings.ts'
import type { StaffAccount, StaffAccounts } from '../staff/accounts/accounts.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'
import { readPostings, toPostingRow } from './staff-postings.ts'

type Row = Schema['staffAccounts']['$inferSelect']

export const toAccount = ({ disabledAt, seenAt, ...row }: Row, postings: readonly Posting[]): StaffAccount => ({
  ...row,
  postings,
  ...(disabledAt !== null && { disabledAt }),
  ...(seenAt !== null && { seenAt }),
})

export function createStaffAccounts({ tables, read, write }: Engine): StaffAccounts {
  const { staffAccounts, staffPostings } = tables
  return {
    findByEmail: async (email) => {
      const [row] = await read.select().from(staffAccounts).where(eq(staffAccounts.email, email))
      if (!row) return undefined
      const postings = await readPostings(read, tables, { of: [row.id] })
      return toAccount(
        row,
        postings.map(({ posting }) => posting),
      )
    },
    add: ({ postings, ...account }) =>
      write(async (db) => {
        const [row] = await db
          .insert(staffAccounts)
          .values(account)
          .onConflictDoNothing({ target: staffAccounts.email })
          .returning({ id: staffAccounts.id })
        if (!row) return 'known'
        if (postings.length > 0)
          await db.insert(staffPostings).values(postings.map((it) => toPostingRow(account.id, it)))
        return 'added'
      }),
    count: async () => Number((await read.select({ n: count() }).from(staffAccounts))[0]?.n ?? 0),
  }
}
