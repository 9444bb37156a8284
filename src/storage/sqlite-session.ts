import type Database from 'better-sqlite3'
import { BetterSQLite3Database, BetterSQLiteSession, type PreparedQuery } from 'drizzle-orm/better-sqlite3'
import { type PreparedQueryConfig, SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { toStorageFault } from './driver-fault.ts'
import type { Db } from './engine.ts'

type Nothing = Record<string, never>
type PrepareQuery = BetterSQLiteSession<Nothing, Nothing>['prepareQuery']

/** A drizzle handle on the connection whose errors are faults of the storage, without the statement and its values. */
export function handleOf(connection: Database.Database): Db {
  const dialect = new SQLiteSyncDialect({ casing: 'snake_case' })
  return new BetterSQLite3Database('sync', dialect, new Session(connection, dialect, undefined), undefined)
}

class Session extends BetterSQLiteSession<Nothing, Nothing> {
  override prepareQuery<T extends Omit<PreparedQueryConfig, 'run'>>(
    ...given: Parameters<PrepareQuery>
  ): PreparedQuery<T> {
    const query = naming(() => super.prepareQuery<T>(...given))
    const { run, all, get, values } = query
    return Object.assign(query, {
      run: (filled?: Record<string, unknown>) => naming(() => run.call(query, filled)),
      all: (filled?: Record<string, unknown>) => naming(() => all.call(query, filled)),
      get: (filled?: Record<string, unknown>) => naming(() => get.call(query, filled)),
      values: (filled?: Record<string, unknown>) => naming(() => values.call(query, filled)),
    })
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
