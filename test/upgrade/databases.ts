import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import pg from 'pg'
import { postgresProgram } from '../servers/programs.ts'

/** A revision's database as a text of statements that makes it anew. */
export const FIXTURES = join(import.meta.dirname, 'fixtures')
export const fixtureOf = (revision: string, engine: 'sqlite' | 'postgres') =>
  readFile(join(FIXTURES, `${revision}.${engine}.sql`), 'utf8')

/** A database that is asked in plain statements, past the program. */
export interface Plain {
  ask(statement: string): Promise<Record<string, unknown>[]>
  dump(): Promise<string>
  restore(statements: string): Promise<void>
}

export const sqliteFile = (path: string): Plain => {
  const within = <T>(work: (database: Database.Database) => T): T => {
    const database = new Database(path)
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  return {
    ask: async (statement) =>
      within((database) => {
        const prepared = database.prepare<[], Record<string, unknown>>(statement)
        if (prepared.reader) return prepared.all()
        prepared.run()
        return []
      }),
    dump: async () => within(dumpSqlite),
    restore: async (statements) => within((database) => void database.exec(statements)),
  }
}

function dumpSqlite(database: Database.Database): string {
  const made = database
    .prepare<[], { type: string; name: string; sql: string }>(
      "select type, name, sql from sqlite_master where sql is not null order by type = 'table' desc, name",
    )
    .all()
  const statements = made
    .filter(({ name }) => !name.startsWith('sqlite_'))
    .map(({ type, sql }) => ({ type, sql: `${sql};` }))
  const rows = made.flatMap(({ type, name }) => {
    if (type !== 'table') return []
    const columns = database.prepare<[], { name: string }>(`select name from pragma_table_info('${name}')`).all()
    const quoted = columns.map((column) => `quote("${column.name}")`).join(` || ',' || `)
    return database
      .prepare<[], { row: string }>(`select ${quoted} as row from "${name}" order by rowid`)
      .all()
      .map(({ row }) => `insert into "${name}" values (${row});`)
  })
  const tables = statements.filter(({ type }) => type === 'table')
  const others = statements.filter(({ type }) => type !== 'table')
  // Triggers come last: they guard what is inserted before them.
  return `${[...tables.map(({ sql }) => sql), ...rows, ...others.map(({ sql }) => sql)].join('\n')}\n`
}

export const postgresDatabase = (url: string): Plain => {
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows
    } finally {
      await client.end()
    }
  }
  return {
    ask,
    dump: async () => {
      const words = ['--no-owner', '--no-privileges', '--inserts', '--dbname', url]
      const { stdout } = await promisify(execFile)(postgresProgram('pg_dump'), words, { maxBuffer: 64 * 1024 * 1024 })
      // Comments, and what only `psql` understands.
      return stdout.replace(/^(--.*|\\.*|)\n/gm, '')
    },
    restore: async (statements) => void (await ask(statements)),
  }
}
