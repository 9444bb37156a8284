import { asc, desc, eq, max } from 'drizzle-orm'
import type { AgencyVersions } from '../dossiers/ports.ts'
import type { Db, Engine } from './engine/engine.ts'

export function createAgencyVersions(engine: Engine): AgencyVersions {
  const { tables, read } = engine
  const { agencyVersions } = tables
  return {
    all: () => read.select().from(agencyVersions).orderBy(asc(agencyVersions.place)),
    mark: async () => (await read.select({ last: max(agencyVersions.place) }).from(agencyVersions))[0]?.last ?? 0,
    add: (rows, after) =>
      inLine(engine, async (db) => {
        const [last] = await db.select().from(agencyVersions).orderBy(desc(agencyVersions.place)).limit(1)
        if ((last?.place ?? 0) !== after) return 'overtaken'
        if (rows.length > 0) await db.insert(agencyVersions).values([...rows])
        return 'recorded'
      }),
  }
}

/** What this process records, one after another. */
const lines = new WeakMap<Engine, Promise<unknown>>()

/**
 * Who records agencies or calendars looks first and then writes, so nobody may write in between. In one process the pieces of a group share
 * a transaction and their statements alternate: each waits for the one before. Another process waits for the row that is locked.
 */
export function inLine<T>(engine: Engine, work: (db: Db) => Promise<T>): Promise<T> {
  const { agencies } = engine.tables
  const mine = (lines.get(engine) ?? Promise.resolve()).then(() =>
    engine.write(async (db) => {
      const [first] = await db.select({ code: agencies.code }).from(agencies).orderBy(asc(agencies.code)).limit(1)
      if (first) await db.update(agencies).set({ code: first.code }).where(eq(agencies.code, first.code))
      return work(db)
    }),
  )
  lines.set(
    engine,
    mine.catch(() => undefined),
  )
  return mine
}
