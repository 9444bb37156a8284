import { and, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { MOST_SAVED, type SavedLists } from '../dossiers/saved-lists.ts'
import type { Engine } from './engine/engine.ts'

/** Of who sees the lists of all agencies: as many as fit above a list. */
const MOST_SHOWN = 2 * MOST_SAVED

export function createSavedLists({ tables, read, write }: Engine): SavedLists {
  const { savedLists: saved } = tables
  return {
    of: async (account, agencies) => {
      const own = and(eq(saved.account, account), isNull(saved.agency))
      const shared = agencies === 'all' ? isNotNull(saved.agency) : inArray(saved.agency, [...agencies])
      const rows = await read.select().from(saved).where(or(own, shared)).orderBy(desc(saved.savedAt)).limit(MOST_SHOWN)
      return rows.sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    },

    find: async (id) => {
      const [row] = await read.select().from(saved).where(eq(saved.id, id))
      return row
    },

    add: (list) =>
      write(async (db) => {
        const { account, agency } = list
        const beside = await db
          .select({ id: saved.id })
          .from(saved)
          .where(agency === null ? and(eq(saved.account, account), isNull(saved.agency)) : eq(saved.agency, agency))
          .limit(MOST_SAVED)
        if (beside.length >= MOST_SAVED && !beside.some(({ id }) => id === list.id)) return 'full'
        await db.insert(saved).values(list).onConflictDoNothing()
        return 'saved'
      }),

    rename: (id, name) => write(async (db) => void (await db.update(saved).set({ name }).where(eq(saved.id, id)))),

    remove: (id) => write(async (db) => void (await db.delete(saved).where(eq(saved.id, id)))),
  }
}
