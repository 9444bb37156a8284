import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'
import { personal } from './personal.ts'
import { LARGEST_INT, whole } from './storable.ts'

/**
 * The few kinds of column this program uses, spelled for SQLite. The PostgreSQL kit below offers the same words,
 * so one schema function describes both databases. Types are taken from the SQLite flavour.
 */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  text: <T extends string = string>() => sqlite.text().$type<T>(),
  /** Whole, and not above 2^31 on either engine. */
  int: () => sqlite.customType<{ data: number; driverData: number }>(int)(),
  /** An instant in epoch milliseconds. */
  ms: () => sqlite.integer(),
  /** Counts up by itself; the order of insertion. */
  sequence: () => sqlite.integer().primaryKey({ autoIncrement: true }),
  json: <T>() => sqlite.customType<{ data: T; driverData: string }>(jsonText<T>())(),
  /** The only columns that hold names, numbers and texts of people. */
  personalText: () => sqlite.customType<{ data: string; driverData: string }>(personalText)(),
  personalJson: <T>() => sqlite.customType<{ data: T; driverData: string }>(personalJson<T>())(),
  personalBytes: () => sqlite.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'blob', ...bytes })(),
}

export type ColumnKit = typeof sqliteKit

export const postgresKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  text: <T extends string = string>() => pg.text().$type<T>(),
  int: () => pg.customType<{ data: number; driverData: number }>(int)(),
  ms: () => pg.bigint({ mode: 'number' }),
  sequence: () => pg.bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  json: <T>() => pg.customType<{ data: T; driverData: string }>(jsonText<T>())(),
  personalText: () => pg.customType<{ data: string; driverData: string }>(personalText)(),
  personalJson: <T>() => pg.customType<{ data: T; driverData: string }>(personalJson<T>())(),
  personalBytes: () => pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea', ...bytes })(),
} as unknown as ColumnKit

const int = {
  dataType: () => 'integer',
  toDriver: (value: number) => unlessNull(value, (given) => whole(given, LARGEST_INT)),
}

/** JSON as plain text on both engines: `jsonb` reorders keys and refuses an escaped NUL. */
function jsonText<T>() {
  return {
    dataType: () => 'text',
    toDriver: (value: T) => unlessNull(value, JSON.stringify),
    fromDriver: (stored: string) => JSON.parse(stored) as T,
  }
}

const personalText = {
  dataType: () => 'text',
  toDriver: (text: string) => unlessNull(text, personal.encode),
  fromDriver: personal.decode,
}

function personalJson<T>() {
  return {
    dataType: () => 'text',
    toDriver: (value: T) => unlessNull(value, (given) => personal.encode(JSON.stringify(given))),
    fromDriver: (stored: string) => JSON.parse(personal.decode(stored)) as T,
  }
}

const bytes = {
  toDriver: (value: Buffer) => unlessNull(value, personal.encodeBytes),
  fromDriver: personal.decodeBytes,
}

/** drizzle hands a prepared statement's null to the codec as if it were a value. */
const unlessNull = <T, Stored>(value: T, encode: (value: T) => Stored): Stored =>
  value === null ? (null as Stored) : encode(value)
