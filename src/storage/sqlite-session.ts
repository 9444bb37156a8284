import type Database from 'better-sqlite3'
import { BetterSQLite3Database, BetterSQLiteSession } from 'drizzle-orm/better-sqlite3'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { toStorageFault } from './driver-fault.ts'
import type { Db } from './engine.ts'
import { storable } from './storable.ts'

type Nothing = Record<string, never>

/** A drizzle handle on the connection. It keeps only storable values, and its errors are faults of the storage. */
export function handleOf(connection: Database.Database): Db {
  const dialect = new SQLiteSyncDialect({ casing: 'snake_case' })
  // All that drizzle asks of a connection outside transactions of its own, which the engine says itself.
  const guarded = { prepare: (text: string) => naming(() => new Guarded(connection.prepare(text))) }
  const session = new BetterSQLiteSession<Nothing, Nothing>(guarded as unknown as Database.Database, dialect, undefined)
  return new BetterSQLite3Database('sync', dialect, session, undefined)
}

/** What drizzle asks of a statement. */
class Guarded {
  readonly #statement: Database.Statement

  constructor(statement: Database.Statement) {
    this.#statement = statement
  }

  raw(): this {
    this.#statement.raw()
    return this
  }

  run = (...values: unknown[]) => naming(() => this.#statement.run(...storable(values)))
  all = (...values: unknown[]) => naming(() => this.#statement.all(...storable(values)))
  get = (...values: unknown[]) => naming(() => this.#statement.get(...storable(values)))
}

function naming<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    // Not handled here: only told in words that may be logged.
    throw toStorageFault(cause)
  }
}
