import Database from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import pg from 'pg'
import type { Log } from '../../kernel/log.ts'
import { plain } from './codec.ts'
import { openPostgres } from './postgres-engine.ts'
import { postgresSchema } from './schema.ts'
import { openSqlite } from './sqlite-engine.ts'

/** Rows of one statement: some megabytes at most, and a line of progress every few seconds. */
const ROWS = 2_000

interface ColumnOf {
  name: string
  type: string
  isCounted: boolean
}

/**
 * Copies everything that lies in the SQLite file into an empty PostgreSQL database, as it is kept: sealed values stay sealed, and
 * each counter goes on where it was. All of it arrives or nothing does. Nobody can write to the file meanwhile; a program that
 * runs on it has to be stopped before, as it would go on writing there afterwards.
 */
export async function moveToPostgres(
  file: string,
  url: string,
  { log, moved }: { log: Log; moved: (table: string, rows: number) => void },
): Promise<'moved' | 'not empty'> {
  await openSqlite(file, plain).close()
  await (await openPostgres(url, plain, log)).close()
  const from = new Database(file)
  const to = new pg.Client({ connectionString: url, keepAlive: true })
  // What breaks is told by the statement that is asked next.
  to.on('error', () => undefined)
  try {
    await to.connect()
    from.exec('BEGIN IMMEDIATE')
    await to.query('begin')
    const tables = Object.values(postgresSchema(plain)).map(getTableName)
    for (const table of tables)
      if ((await to.query(`select 1 from "${table}" limit 1`)).rows.length > 0) return 'not empty'
    for (const table of tables) moved(table, await moveTable(from, to, table))
    await to.query('commit')
    await to.query('analyze')
    return 'moved'
  } finally {
    from.close()
    // A transaction that was not committed goes with the connection.
    await to.end()
  }
}

async function moveTable(from: Database.Database, to: pg.Client, table: string): Promise<number> {
  const columns = await columnsOf(to, table)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')
  const text = `insert into "${table}" (${names}) overriding system value select * from unnest(${values})`
  let rows: unknown[][] = []
  let count = 0
  const insert = async () => {
    if (rows.length > 0) await to.query(text, columns.map((_, i) => rows.map((row) => row[i])))
    count += rows.length
    rows = []
  } // prettier-ignore
  for (const row of from.prepare(`select ${names} from "${table}"`).raw().iterate() as Iterable<unknown[]>) {
    rows.push(row)
    if (rows.length === ROWS) await insert()
  }
  await insert()
  const counted = columns.find(({ isCounted }) => isCounted)
  if (counted) await goOnCounting(from, to, table, counted.name)
  return count
}

/** SQLite remembers the last number given, also of rows that are gone. */
async function goOnCounting(from: Database.Database, to: pg.Client, table: string, column: string) {
  const last = from.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table)
  if (last) await to.query('select setval(pg_get_serial_sequence($1, $2), $3)', [table, column, last])
}

async function columnsOf(to: pg.Client, table: string): Promise<ColumnOf[]> {
  const { rows } = await to.query<{ name: string; type: string; counted: string }>(
    `select column_name as name, udt_name as type, is_identity as counted from information_schema.columns
     where table_schema = current_schema() and table_name = $1 order by ordinal_position`,
    [table],
  )
  return rows.map(({ name, type, counted }) => ({ name, type, isCounted: counted === 'YES' }))
}
