import { type SQL, sql } from 'drizzle-orm'
import type { Db, Engine } from './engine.ts'

/**
 * Does the work while the triggers of a table are lifted, and puts them back as they were. Only within a transaction:
 * if the work or the process ends in the middle they were never away, and nobody else sees the table without them.
 */
export const withoutTriggers = <T>(
  engine: Engine['name'],
  db: Db,
  table: string,
  work: () => Promise<T>,
): Promise<T> => (engine === 'sqlite' ? onSqlite(db, table, work) : onPostgres(db, table, work))

async function onSqlite<T>(db: Db, table: string, work: () => Promise<T>): Promise<T> {
  const triggers = db.all<{ name: string; text: string }>(
    sql`select name, sql as text from sqlite_master where type = 'trigger' and tbl_name = ${table} order by rowid`,
  )
  for (const { name } of triggers) db.run(sql`drop trigger ${sql.identifier(name)}`)
  const done = await work()
  for (const { text } of triggers) db.run(sql.raw(text))
  return done
}

/** Its words for when a trigger fires, of those that fire here (`pg_trigger.tgenabled`). */
const ENABLE: Record<string, SQL> = { O: sql`enable`, A: sql`enable always` }

/** Holds off whoever writes to the table until the commit, if it has any; readers go on. */
async function onPostgres<T>(db: Db, table: string, work: () => Promise<T>): Promise<T> {
  const { execute } = db as unknown as { execute(asked: SQL): Promise<{ rows: { name: string; when: string }[] }> }
  const run = execute.bind(db)
  const { rows } = await run(
    sql`select tgname as name, tgenabled as when from pg_trigger where tgrelid = ${table}::regclass and not tgisinternal`,
  )
  const triggers = rows.filter(({ when }) => when in ENABLE)
  const alter = (word: SQL | undefined, name: string) =>
    run(sql`alter table ${sql.identifier(table)} ${word} trigger ${sql.identifier(name)}`)
  for (const { name } of triggers) await alter(sql`disable`, name)
  const done = await work()
  for (const { name, when } of triggers) await alter(ENABLE[when], name)
  return done
}
