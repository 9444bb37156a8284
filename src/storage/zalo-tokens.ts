import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { TokenStore, Uploads } from '../zalo/ports.ts'
import type { Engine } from './engine/engine.ts'

export function createTokenStore({ tables, read, write }: Engine): TokenStore {
  const { zaloTokens } = tables
  return {
    load: async (oaId) => {
      const [row] = await read.select().from(zaloTokens).where(eq(zaloTokens.oaId, oaId))
      return row?.pair && row.savedAt !== null ? { pair: row.pair, savedAt: row.savedAt } : undefined
    },

    lease: (oaId, until, now) =>
      write(async (db) => {
        const [row] = await db
          .insert(zaloTokens)
          .values({ oaId, leasedUntil: until })
          .onConflictDoUpdate({
            target: zaloTokens.oaId,
            set: { leasedUntil: until },
            setWhere: lte(zaloTokens.leasedUntil, now),
          })
          .returning({ oaId: zaloTokens.oaId })
        return row !== undefined
      }),

    save: (oaId, pair, now) =>
      write(async (db) => {
        await db
          .insert(zaloTokens)
          .values({ oaId, pair, savedAt: now, leasedUntil: 0 })
          .onConflictDoUpdate({
            target: zaloTokens.oaId,
            set: { previous: sql`${zaloTokens.pair}`, pair, savedAt: now, leasedUntil: 0 },
          })
      }),

    release: (oaId, until) =>
      write(async (db) => {
        await db
          .update(zaloTokens)
          .set({ leasedUntil: 0 })
          .where(and(eq(zaloTokens.oaId, oaId), eq(zaloTokens.leasedUntil, until)))
      }),
  }
}

export function createUploads({ tables, read, write }: Engine): Uploads {
  const { zaloUploads } = tables
  return {
    find: async (ref, now) => {
      const [row] = await read
        .select({ attachmentId: zaloUploads.attachmentId })
        .from(zaloUploads)
        .where(and(eq(zaloUploads.ref, ref), gt(zaloUploads.expiresAt, now)))
      return row?.attachmentId
    },
    save: (ref, attachmentId, expiresAt) =>
      write(async (db) => {
        await db
          .insert(zaloUploads)
          .values({ ref, attachmentId, expiresAt })
          .onConflictDoUpdate({ target: zaloUploads.ref, set: { attachmentId, expiresAt } })
      }),
  }
}
