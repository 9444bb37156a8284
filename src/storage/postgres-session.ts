import { NodePgSession, type NodePgClient } from 'drizzle-orm/node-postgres'
import { PgDatabase, PgDialect, type PgPreparedQuery, type PreparedQueryConfig } from 'drizzle-orm/pg-core'
import { toStorageFault } from './driver-fault.ts'
import type { Db } from './engine.ts'

type Nothing = Record<string, never>
type PrepareQuery = NodePgSession<Nothing, Nothing>['prepareQuery']

/** A drizzle handle on the connections whose errors are faults of the storage, without the statement and its values. */
export function handleOf(client: NodePgClient): Db {
  const dialect = new PgDialect({ casing: 'snake_case' })
  return new PgDatabase(dialect, new Session(client, dialect, undefined), undefined) as unknown as Db
}

class Session extends NodePgSession<Nothing, Nothing> {
  override prepareQuery<T extends PreparedQueryConfig = PreparedQueryConfig>(
    ...given: Parameters<PrepareQuery>
  ): PgPreparedQuery<T> {
    const query = super.prepareQuery<T>(...given)
    const execute = query.execute.bind(query)
    query.execute = async (values) => {
      try {
        return await execute(values)
      } catch (cause) {
        // Not handled here: only told in words that may be logged.
        throw toStorageFault(cause)
      }
    }
    return query
  }
}
