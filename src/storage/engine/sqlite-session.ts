import type Database from 'better-sqlite3'
import { BetterSQLite3Database, BetterSQLiteSession } from 'drizzle-orm/better-sqlite3'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { toStorageFault } from './driver-fault.ts'
import type { Db } from './engine.ts'
import { storable } from './storable.ts'

type Nothing = Record<string, never>

/**
 * A drizzle handle on a connection, or on the one of several that is `chosen` whenever a statement runs. It keeps only
 * storable values, and its errors are faults of the storage.
 */
export function handleOf(chosen: () => Database.Database): Db {
  const dialect = new SQLiteSyncDialect({ casing: 'snake_case' })
  // All that drizzle asks of a connection outside transactions of its own, which the engine says itself.
  const guarded = { prepare: (text: string) => new Guarded(text, chosen) }
  const session = new BetterSQLiteSession<Nothing, Nothing>(guarded as unknown as Database.Database, dialect, undefined)
  return new BetterSQLite3Database('sync', dialect, session, undefined)
}

/** SQLite plans a statement anew for each value of a parameter that its planner looks at, such as a bare limit. */
const BARE_LIMIT = / limit \?(?= |\)|$)/g

/** What drizzle asks of a statement, which is prepared on a connection when it first runs there. */
class Guarded {
  readonly #text: string
  readonly #chosen: () => Database.Database
  readonly #prepared = new Map<Database.Database, Database.Statement>()
  #isRaw = false

  constructor(text: string, chosen: () => Database.Database) {
    this.#text = text
    this.#chosen = chosen
  }

  raw(): this {
    this.#isRaw = true
    return this
  }

  run = (...values: unknown[]) => naming(() => this.#statement().run(...storable(values)))
  all = (...values: unknown[]) => naming(() => this.#statement().all(...storable(values)))
  get = (...values: unknown[]) => naming(() => this.#statement().get(...storable(values)))

  #statement(): Database.Statement {
    const connection = this.#chosen()
    const known = this.#prepared.get(connection)
    if (known) return known
    const statement = connection.prepare(this.#text.replace(BARE_LIMIT, ' limit (? + 0)'))
    // Drizzle asks a statement for its rows always in the same way.
    if (this.#isRaw) statement.raw()
    this.#prepared.set(connection, statement)
    return statement
  }
}

function naming<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    // Not handled here: only told in words that may be logged.
    throw toStorageFault(cause)
  }
}
