import { type Column, sql, type SQL } from 'drizzle-orm'

/** Where a row stands in an order of two columns, the second of which no two rows share. */
type Place = readonly [first: number, id: string]

/**
 * Rows after a place, ascending; `rowsBelow`: descending. As one comparison of rows: both engines begin there by an index,
 * where `a > x or (a = x and b > y)` reads everything before it.
 */
export const rowsAbove = (columns: readonly [Column, Column], place: Place): SQL => compared(columns, '>', place)
export const rowsBelow = (columns: readonly [Column, Column], place: Place): SQL => compared(columns, '<', place)

const compared = ([first, second]: readonly [Column, Column], sign: '<' | '>', [at, id]: Place): SQL =>
  sql`(${first}, ${second}) ${sql.raw(sign)} (${sql.param(at, first)}, ${sql.param(id, second)})`
