import { asc, sql } from 'drizzle-orm'
import type { ElsewhereVersions } from '../procedures/ports.ts'
import type { Engine } from './engine/engine.ts'

export function createElsewhereVersions({ tables, read, write }: Engine): ElsewhereVersions {
  const { elsewhereVersions } = tables
  return {
    all: async () => {
      const rows = await read.select().from(elsewhereVersions).orderBy(asc(elsewhereVersions.place))
      return rows.map(({ place: _, ...row }) => row)
    },
    mark: async () => {
      // Rows are never changed nor deleted, so their number alone tells that one was added.
      const [row] = await read.select({ rows: sql<number>`count(*)` }).from(elsewhereVersions)
      return String(row?.rows ?? 0)
    },
    publish: async (rows) => {
      if (rows.length === 0) return 'published'
      return write(async (db) => {
        const added = await db
          .insert(elsewhereVersions)
          .values([...rows])
          .onConflictDoNothing()
          .returning({ id: elsewhereVersions.id })
        return added.length === rows.length ? 'published' : 'known'
      })
    },
  }
}
