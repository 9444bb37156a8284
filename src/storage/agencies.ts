import { asc } from 'drizzle-orm'
import type { Agency } from '../dossiers/agencies.ts'
import type { Agencies } from '../dossiers/ports.ts'
import type { Engine } from './engine/engine.ts'

export function createAgencies({ tables, read, write }: Engine): Agencies {
  const { agencies } = tables
  return {
    addMissing: (rows) =>
      write(
        async (db) =>
          void (await db
            .insert(agencies)
            .values([...rows])
            .onConflictDoNothing()),
      ),
    all: async () => {
      const rows = await read.select().from(agencies).orderBy(asc(agencies.code))
      return rows.map(({ area, validTo, successor, ...row }): Agency => ({
        ...row,
        ...(area !== null && { area }),
        ...(validTo !== null && { validTo }),
        ...(successor !== null && { successor }),
      }))
    },
  }
}
