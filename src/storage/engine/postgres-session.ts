import { DrizzleQueryError } from 'drizzle-orm'
import { type NodePgClient, NodePgSession } from 'drizzle-orm/node-postgres'
import { PgDatabase, PgDialect, type PgPreparedQuery, type PreparedQueryConfig } from 'drizzle-orm/pg-core'
import type { Db } from './engine.ts'
import type { Asks } from './postgres-line.ts'

type Nothing = Record<string, never>
type PrepareQuery = NodePgSession<Nothing, Nothing>['prepareQuery']

/** A drizzle handle on what answers statements. Its errors are those of `query` itself. */
export function handleOf(asks: Asks): Db {
  const dialect = new PgDialect({ casing: 'snake_case' })
  // drizzle asks no more of a client outside transactions of its own, which the engine says itself.
  const session = new Session(asks as unknown as NodePgClient, dialect, undefined)
  return new PgDatabase(dialect, session, undefined) as unknown as Db
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
        // Not handled here: the error around it repeats the statement and its values.
        throw cause instanceof DrizzleQueryError ? cause.cause : cause
      }
    }
    return query
  }
}
