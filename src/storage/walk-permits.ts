import { setImmediate as nextTick } from 'node:timers/promises'
import { and, asc, type Column, type SQL, sql } from 'drizzle-orm'
import type { Engine } from './engine/engine.ts'

/** Rows that are looked at in one question, wanted or not: some milliseconds on SQLite, which answers on the main thread. */
const ROWS = 1_000

/** Permits as an index has them: those of `which`, in the order of a column, from `from` on. */
interface Walk {
  which: SQL | undefined
  by: Column
  from?: SQL
}

/**
 * Goes through permits in the order of an index, each question from where the one before it came to, so that none reads what
 * was read before, and others are served in between. Sees changes as they come.
 */
export async function* walkPermits({ name, read, tables: { permits } }: Engine, { which, by, ...walk }: Walk) {
  // SQLite keeps equal keys of an index in the order of the row ids, and so sorts nothing.
  const place = name === 'sqlite' ? sql<unknown>`${permits}.rowid` : sql<unknown>`${permits.id}`
  const page = async (from: SQL | undefined) =>
    read
      .select({ id: permits.id, revokedAt: permits.revokedAt, validUntil: permits.validUntil, key: sql`${by}`, place })
      .from(permits)
      .where(and(which, from))
      .orderBy(asc(by), asc(place))
      .limit(ROWS)

  let { from } = walk
  for (;;) {
    let rows = await page(from)
    if (rows.length > 0) yield rows
    if (rows.length < ROWS) return
    // Thousands end at one midnight: those are gone through by their places, before what ends later is looked for.
    const key = rows.at(-1)?.key
    while (rows.length === ROWS) {
      await nextTick()
      rows = await page(sql`${by} = ${key} and ${place} > ${rows.at(-1)?.place}`)
      if (rows.length > 0) yield rows
    }
    from = sql`${by} > ${key}`
  }
}
