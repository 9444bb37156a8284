import { desc, max } from 'drizzle-orm'
import type { CalendarVersions } from '../casework/ports.ts'
import { inLine } from './agency-versions.ts'
import type { Engine } from './engine/engine.ts'

export function createCalendarVersions(engine: Engine): CalendarVersions {
  const { tables, read } = engine
  const { workCalendarVersions } = tables
  return {
    recent: (limit) => read.select().from(workCalendarVersions).orderBy(desc(workCalendarVersions.place)).limit(limit),
    mark: async () =>
      (await read.select({ last: max(workCalendarVersions.place) }).from(workCalendarVersions))[0]?.last ?? 0,
    add: (row, after) =>
      inLine(engine, async (db) => {
        const [last] = await db.select({ last: max(workCalendarVersions.place) }).from(workCalendarVersions)
        if ((last?.last ?? 0) !== after) return 'overtaken'
        await db.insert(workCalendarVersions).values(row)
        return 'recorded'
      }),
  }
}
