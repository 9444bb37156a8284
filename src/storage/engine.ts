import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Schema } from './schema.ts'

/** A drizzle handle. The SQLite flavour gives the types; on PostgreSQL the same calls return promises. Always await. */
export type Db = BetterSQLite3Database

/**
 * One of the two databases. Repositories are written against this and run on both.
 * Work given to `write` may await nothing but statements on the handle it receives.
 */
export interface Engine {
  name: 'sqlite' | 'postgres'
  tables: Schema
  /** Sees what is committed. */
  read: Db
  /** Runs the work in a transaction and answers after the commit. Work that throws undoes only itself. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Throws when the database cannot be reached. */
  ping(): Promise<void>
  close(): Promise<void>
}

interface Prepared {
  execute(values: Record<string, unknown>): unknown
}

/**
 * A statement built once per handle and run many times: building the SQL text anew costs more than running it.
 * On SQLite there are two handles for the life of the process; a PostgreSQL transaction has its own.
 */
export function prepared<Row>(build: (db: Db) => Prepared) {
  const built = new WeakMap<Db, Prepared>()
  return async (db: Db, values: Record<string, unknown>): Promise<Row[]> => {
    let statement = built.get(db)
    if (!statement) built.set(db, (statement = build(db)))
    return (await statement.execute(values)) as Row[]
  }
}
