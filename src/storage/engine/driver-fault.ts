import { DrizzleQueryError } from 'drizzle-orm'
import { StorageFault } from '../../kernel/fault.ts'

/**
 * SQLSTATE classes that blame the statement or its values (PostgreSQL, appendix A): cardinality, data, integrity,
 * syntax or access, program limits, a trigger's own refusal.
 */
const REFUSED_CLASSES = new Set(['21', '22', '23', '42', '44', '54', 'P0'])
/** In class 42, yet nothing that another value would mend: a table or column is away, or the right to it. */
const AWAY = new Set(['42P01', '42703', '42501'])
const REFUSED_BY_SQLITE = /^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG)/

/**
 * What is thrown instead of a driver's error, whose message and fields repeat the statement and its values.
 * What is not a driver's error (a row that cannot be read, an error of our own) goes through as it is.
 */
export function toStorageFault(cause: unknown): unknown {
  // drizzle wraps whatever the PostgreSQL driver throws, and nothing else; better-sqlite3 throws errors of its own.
  if (cause instanceof DrizzleQueryError) return fromPostgres(cause.cause)
  const code = codeOf(cause)
  if (code?.startsWith('SQLITE_')) return new StorageFault(code, { retry: !REFUSED_BY_SQLITE.test(code) })
  return cause
}

/** For errors of `pg` that did not pass through drizzle. */
export function fromPostgres(cause: unknown): StorageFault {
  if (cause instanceof StorageFault) return cause
  const code = codeOf(cause)
  if (code !== undefined) return new StorageFault(code, { retry: !isRefusal(code) })
  // The driver has no code for a connection that ended or did not answer; its other errors are of other classes.
  const isConnection = cause instanceof Error && cause.name === 'Error'
  return new StorageFault(isConnection ? 'connection lost' : 'driver', { retry: isConnection })
}

const isRefusal = (sqlState: string): boolean =>
  /^[0-9A-Z]{5}$/.test(sqlState) && REFUSED_CLASSES.has(sqlState.slice(0, 2)) && !AWAY.has(sqlState)

/** SQLSTATE, a code of SQLite's or one of Node's network: short words of capitals and digits. */
function codeOf(cause: unknown): string | undefined {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : undefined
}
