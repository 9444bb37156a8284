import { desc, eq, inArray, lt } from 'drizzle-orm'
import type { Unheard, UnheardWords } from '../procedures/ports.ts'
import type { Db, Engine } from './engine/engine.ts'

export function createUnheardWords({ tables, read, write }: Engine): UnheardWords {
  const { unheardWords } = tables
  return {
    newest: (limit) =>
      read.select().from(unheardWords).orderBy(desc(unheardWords.day), desc(unheardWords.id)).limit(limit),
    find: async (id) => (await read.select().from(unheardWords).where(eq(unheardWords.id, id)))[0],
    dismiss: async (ids) => {
      if (ids.length > 0)
        await write(async (db) => void (await db.delete(unheardWords).where(inArray(unheardWords.id, [...ids]))))
    },
    forget: async (before) =>
      write(async (db) => {
        const gone = await db
          .delete(unheardWords)
          .where(lt(unheardWords.day, before))
          .returning({ id: unheardWords.id })
        return gone.length
      }),
  }
}

/** In the turn that agreed to it, or not at all. */
export async function writeUnheard({ tables }: Engine, db: Db, rows: readonly Unheard[]): Promise<void> {
  if (rows.length > 0) await db.insert(tables.unheardWords).values([...rows])
}
