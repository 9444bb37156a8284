import { asc, desc, eq } from 'drizzle-orm'
import type { KeyStore } from '../permits/keys/key-store.ts'
import type { Engine } from './engine/engine.ts'

/** The permit keys, their published lists and the roots that phones trust. */
export function createKeyStore({ tables, read, write }: Engine): KeyStore {
  const { permitKeys, keyLists, rootKeys } = tables
  return {
    keys: async () => {
      const rows = await read.select().from(permitKeys).orderBy(asc(permitKeys.notBefore), asc(permitKeys.keyId))
      return rows.map(({ withdrawnAt, withdrawnBecause, ...key }) => ({
        ...key,
        ...(withdrawnAt !== null && { withdrawnAt }),
        ...(withdrawnBecause !== null && { withdrawnBecause }),
      }))
    },

    add: (key) =>
      write(async (db) => {
        await db.insert(permitKeys).values({
          ...key,
          withdrawnAt: key.withdrawnAt ?? null,
          withdrawnBecause: key.withdrawnBecause ?? null,
        })
      }),

    withdraw: async (keyId, at, because) => {
      const rows = await write(async (db) =>
        db
          .update(permitKeys)
          .set({ withdrawnAt: at, withdrawnBecause: because })
          .where(eq(permitKeys.keyId, keyId))
          .returning({ keyId: permitKeys.keyId }),
      )
      return rows.length > 0 ? 'withdrawn' : 'unknown'
    },

    newestList: async () => {
      const [row] = await read.select().from(keyLists).orderBy(desc(keyLists.serial)).limit(1)
      return row
    },

    publish: (list) =>
      write(async (db) => {
        const [newest] = await db.select().from(keyLists).orderBy(desc(keyLists.serial)).limit(1)
        if (newest && newest.serial >= list.serial) return 'stale'
        const published = await db.insert(keyLists).values(list).onConflictDoNothing().returning()
        return published.length > 0 ? 'published' : 'stale'
      }),

    roots: async () => (await read.select().from(rootKeys).orderBy(asc(rootKeys.addedAt))).map((row) => row.publicKey),

    trust: (publicKey, addedAt) =>
      write(async (db) => {
        await db.insert(rootKeys).values({ publicKey, addedAt }).onConflictDoNothing()
      }),

    distrust: (publicKey) =>
      write(async (db) => {
        await db.delete(rootKeys).where(eq(rootKeys.publicKey, publicKey))
      }),
  }
}
