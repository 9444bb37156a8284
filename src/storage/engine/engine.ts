import { createHash } from 'node:crypto'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Codec } from './codec.ts'
import type { Schema } from './schema.ts'

/** A drizzle handle. The SQLite flavour gives the types; on PostgreSQL the same calls return promises. Always await. */
export type Db = BetterSQLite3Database

/**
 * One of the two databases. Repositories are written against this and run on both. Errors of the database are
 * `StorageFault`s, from `read` and `write` alike.
 */
export interface Engine {
  name: 'sqlite' | 'postgres'
  tables: Schema
  /** What personal columns go through; files of citizens do as well. */
  codec: Codec
  /** Sees what is committed. */
  read: Db
  /**
   * Runs the work in a transaction and answers after the commit. Work that throws undoes only itself. It may await
   * nothing but statements on the handle it receives, and must have asked all of them when it ends. It may run more than
   * once, and see what other work of its group has written, though only what is committed with it.
   */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Throws when the database cannot be reached. */
  ping(): Promise<void>
  close(): Promise<void>
}

interface Preparable {
  prepare(name?: string): { execute(values: Record<string, unknown>): unknown }
  toSQL(): { sql: string }
}

/**
 * A statement built once per handle and run many times: building the SQL text anew costs more than running it. The name,
 * which follows from the text, lets PostgreSQL parse it once per connection. Handles live as long as the engine.
 */
export function prepared<Row>(build: (db: Db) => Preparable) {
  const built = new WeakMap<Db, ReturnType<Preparable['prepare']>>()
  return async (db: Db, values: Record<string, unknown>): Promise<Row[]> => {
    let statement = built.get(db)
    if (!statement) {
      const query = build(db)
      statement = query.prepare(createHash('sha256').update(query.toSQL().sql).digest('hex').slice(0, 32))
      built.set(db, statement)
    }
    return (await statement.execute(values)) as Row[]
  }
}
