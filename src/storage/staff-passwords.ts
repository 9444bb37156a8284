import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Passwords } from '../staff/people/ports.ts'
import type { Engine } from './engine/engine.ts'
import { sessionId } from './staff-sessions.ts'

export function createPasswords({ tables, read, write }: Engine): Passwords {
  const { staffLinks, staffAccounts, staffSessions } = tables
  return {
    makeLink: (account, link) =>
      write(async (db) => {
        const made = await db
          .update(staffAccounts)
          .set({ passwordHash: '' })
          .where(and(eq(staffAccounts.id, account), isNull(staffAccounts.disabledAt)))
          .returning({ id: staffAccounts.id })
        if (made.length === 0) return false
        await db.delete(staffSessions).where(eq(staffSessions.account, account))
        await db.delete(staffLinks).where(eq(staffLinks.account, account))
        await db.insert(staffLinks).values({ account, ...link })
        return true
      }),

    findLink: async (tokenHash, now) => {
      const [row] = await read
        .select({ email: staffAccounts.email, name: staffAccounts.name })
        .from(staffLinks)
        .innerJoin(staffAccounts, eq(staffAccounts.id, staffLinks.account))
        .where(
          and(eq(staffLinks.tokenHash, tokenHash), gt(staffLinks.expiresAt, now), isNull(staffAccounts.disabledAt)),
        )
      return row
    },

    useLink: (tokenHash, passwordHash, now) =>
      write(async (db) => {
        const [link] = await db
          .delete(staffLinks)
          .where(and(eq(staffLinks.tokenHash, tokenHash), gt(staffLinks.expiresAt, now)))
          .returning({ account: staffLinks.account })
        if (!link) return false
        const set = await db
          .update(staffAccounts)
          .set({ passwordHash, seenAt: now })
          .where(and(eq(staffAccounts.id, link.account), isNull(staffAccounts.disabledAt)))
          .returning({ id: staffAccounts.id })
        await db.delete(staffSessions).where(eq(staffSessions.account, link.account))
        return set.length > 0
      }),

    change: (account, passwordHash, kept) =>
      write(async (db) => {
        await db.update(staffAccounts).set({ passwordHash }).where(eq(staffAccounts.id, account))
        await db
          .delete(staffSessions)
          .where(and(eq(staffSessions.account, account), ne(sessionId(staffSessions), kept.id)))
        await db.delete(staffLinks).where(eq(staffLinks.account, account))
      }),
  }
}
