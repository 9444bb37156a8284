import { asc, desc, eq, max } from 'drizzle-orm'
import type { AgencyVersions } from '../dossiers/ports.ts'
import type { Db, Engine } from './engine/engine.ts'

export function createAgencyVersions({ tables, read, write }: Engine): AgencyVersions {
  const { agencyVersions } = tables
  return {
    all: () => read.select().from(agencyVersions).orderBy(asc(agencyVersions.place)),
    mark: async () => (await read.select({ last: max(agencyVersions.place) }).from(agencyVersions))[0]?.last ?? 0,
    add: (rows, after) =>
      write(async (db) => {
        await inLine(db, tables)
        const [last] = await db.select().from(agencyVersions).orderBy(desc(agencyVersions.place)).limit(1)
        if ((last?.place ?? 0) !== after) return 'overtaken'
        if (rows.length > 0) await db.insert(agencyVersions).values([...rows])
        return 'recorded'
      }),
  }
}

/** Who records agencies or calendars waits here for who does so at once, also in another process: the first row that is there is locked. */
export async function inLine(db: Db, { agencies }: Engine['tables']): Promise<void> {
  const [first] = await db.select({ code: agencies.code }).from(agencies).orderBy(asc(agencies.code)).limit(1)
  if (!first) return
  await db.update(agencies).set({ code: first.code }).where(eq(agencies.code, first.code))
}
