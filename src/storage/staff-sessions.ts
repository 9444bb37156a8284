import { and, asc, desc, eq, gt, isNull, lte, ne, sql } from 'drizzle-orm'
import { handledBy, passesOn } from '../dossiers/absences.ts'
import { toVietnamDay } from '../kernel/clock.ts'
import type { StaffSessions } from '../staff/accounts/accounts.ts'
import type { Engine } from './engine/engine.ts'
import { absencesOn } from './staff-absences.ts'
import { readPostings } from './staff-postings.ts'
import { toAccount } from './staff.ts'

/** Enough of a hash to tell the sessions of one account apart. */
const ID_LENGTH = 12

/** What names a session on a page, in a statement. */
export const sessionId = ({ tokenHash }: Engine['tables']['staffSessions']) =>
  sql<string>`substr(${tokenHash}, 1, ${sql.raw(String(ID_LENGTH))})`

export function createStaffSessions({ tables, read, write }: Engine): StaffSessions {
  const { staffSessions, staffAccounts } = tables
  const id = sessionId(staffSessions)
  return {
    open: (tokenHash, session) =>
      write(async (db) => {
        await db.delete(staffSessions).where(lte(staffSessions.expiresAt, session.openedAt))
        await db.insert(staffSessions).values({ tokenHash, ...session })
        await db.update(staffAccounts).set({ seenAt: session.openedAt }).where(eq(staffAccounts.id, session.account))
      }),

    find: async (tokenHash, now) => {
      const today = toVietnamDay(now)
      const [[row], absences] = await Promise.all([
        read
          .select({ account: staffAccounts, csrf: staffSessions.csrf, expiresAt: staffSessions.expiresAt })
          .from(staffSessions)
          .innerJoin(staffAccounts, eq(staffAccounts.id, staffSessions.account))
          .where(
            and(
              eq(staffSessions.tokenHash, tokenHash),
              gt(staffSessions.expiresAt, now),
              isNull(staffAccounts.disabledAt),
            ),
          ),
        absencesOn(read, tables, today),
      ])
      if (!row) return undefined
      const [own, ...standsInFor] = handledBy(row.account.id, today, absences)
      const held = await readPostings(read, tables, { of: [row.account.id, ...standsInFor], on: today })
      const postings = held.flatMap(({ account, posting }) => (account === own || passesOn(posting) ? [posting] : []))
      return {
        ...{ id: tokenHash.slice(0, ID_LENGTH), csrf: row.csrf, expiresAt: row.expiresAt },
        account: { ...toAccount(row.account, postings), standsInFor },
      }
    },

    close: (tokenHash) =>
      write(async (db) => void (await db.delete(staffSessions).where(eq(staffSessions.tokenHash, tokenHash)))),

    ofAccount: (account, now) =>
      read
        .select({ id, openedAt: staffSessions.openedAt })
        .from(staffSessions)
        .where(and(eq(staffSessions.account, account), gt(staffSessions.expiresAt, now)))
        .orderBy(desc(staffSessions.openedAt), asc(staffSessions.tokenHash)),

    end: (account, which) =>
      write(async (db) => {
        const meant = which && ('only' in which ? eq(id, which.only) : ne(id, which.but))
        await db.delete(staffSessions).where(and(eq(staffSessions.account, account), meant))
      }),
  }
}
