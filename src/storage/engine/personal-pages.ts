import { and, asc, eq, sql } from 'drizzle-orm'
import type { Engine } from './engine.ts'
import { withoutTriggers } from './lifted-triggers.ts'
import { type PersonalColumn, type PersonalTable, personalTables } from './personal-columns.ts'
import { postgresSchema, sqliteSchema } from './schema.ts'

/** A value as the database keeps it. */
export type Kept = string | Buffer

/** A row of a table with personal columns; a column that is null is left out. */
interface PersonalRow {
  key: readonly unknown[]
  values: readonly { of: PersonalColumn; kept: Kept }[]
}

/** What is to stand in a row instead of what was read there. */
export interface Replacement {
  key: readonly unknown[]
  values: readonly { of: PersonalColumn; kept: Kept; instead: Kept }[]
}

/** Rows: few enough for the memory with the longest values, and for a transaction that nobody notices. */
const PAGE = 200

export const personalTablesOf = ({ name }: Engine): PersonalTable[] =>
  personalTables(name === 'sqlite' ? sqliteSchema : postgresSchema)

/** The next rows by primary key, as they are kept; none at the end. */
export async function pageAfter(
  { read }: Engine,
  { table, key, columns }: PersonalTable,
  after: readonly unknown[] | undefined,
): Promise<PersonalRow[]> {
  const isLater =
    after &&
    sql`(${sql.join([...key], sql`, `)}) > (${sql.join(
      after.map((value) => sql`${value}`),
      sql`, `,
    )})`
  const fields = [
    ...key.map((column, i) => [`key${i}`, column]),
    // Within a template of its own a column is not decoded.
    ...columns.map(({ column }, i) => [`value${i}`, sql`${column}`]),
  ]
  const rows = (await read
    .select(Object.fromEntries(fields) as Record<string, never>)
    .from(table)
    .where(isLater)
    .orderBy(...key.map((column) => asc(column)))
    .limit(PAGE)) as Record<string, unknown>[]
  return rows.map((row) => ({
    key: key.map((_, i) => row[`key${i}`]),
    values: columns.flatMap((of, i) => {
      const kept = row[`value${i}`] as Kept | null
      return kept === null ? [] : [{ of, kept }]
    }),
  }))
}

/**
 * Replaces values in one transaction, each row only if it still keeps what was read; answers with those that were replaced.
 * History that may not be changed says the same afterwards, and is guarded as before.
 */
export async function replaceKept(
  { name: engine, write }: Engine,
  { name, table, key }: PersonalTable,
  replacements: readonly Replacement[],
): Promise<Replacement[]> {
  if (replacements.length === 0) return []
  return write((db) =>
    withoutTriggers(engine, db, name, async () => {
      const made = await Promise.all(
        replacements.map(async ({ key: of, values }) => {
          const isTheSame = values.map(({ of: { column }, kept }) => sql`${column} = ${kept}`)
          const rows = await db
            .update(table)
            .set(Object.fromEntries(values.map(({ of: { field }, instead }) => [field, sql`${instead}`])))
            .where(and(...key.map((column, i) => eq(column, of[i])), ...isTheSame))
            .returning({ one: sql`1` })
          return rows.length > 0
        }),
      )
      return replacements.filter((_, i) => made[i])
    }),
  )
}
