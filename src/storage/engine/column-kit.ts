import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'
import type { Codec, PlaceCodec } from './codec.ts'
import type { JsonFormat } from './stored-json.ts'
import { LARGEST_INT, whole } from './storable.ts'

/**
 * The few kinds of column this program uses, spelled for SQLite. The PostgreSQL kit below offers the same words,
 * so one schema function describes both databases. Types are taken from the SQLite flavour. Personal columns say which they
 * are (`table.column`): the codec binds it into the value. A column called otherwise than its field is given its name.
 */
export const sqliteKit = (codec: Codec) => ({
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  text: <T extends string = string>(name = '') => sqlite.text(name).$type<T>(),
  /** Whole, and not above 2^31 on either engine. */
  int: (name = '') => sqlite.customType<{ data: number; driverData: number }>(int)(name),
  /** An instant in epoch milliseconds. */
  ms: (name = '') => sqlite.integer(name),
  /** Kept in epoch seconds, as in the signed code, and epoch milliseconds to the program. */
  seconds: (name = '') => sqlite.customType<{ data: number; driverData: number }>(seconds('integer'))(name),
  /** Counts up by itself; the order of insertion. */
  sequence: () => sqlite.integer().primaryKey({ autoIncrement: true }),
  json: <T>(format: JsonFormat<T>) => sqlite.customType<{ data: T; driverData: string }>(jsonText(format))(),
  /** The only columns that hold names, numbers and texts of people. */
  personalText: (place: string) =>
    sqlite.customType<{ data: string; driverData: string }>(personalText(codec(place)))(),
  personalJson: <T>(place: string, format: JsonFormat<T>) =>
    sqlite.customType<{ data: T; driverData: string }>(personalJson(format, codec(place)))(),
  personalBytes: (place: string) =>
    sqlite.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'blob', ...bytes(codec(place)) })(),
})

export type ColumnKit = ReturnType<typeof sqliteKit>

export const postgresKit = (codec: Codec): ColumnKit =>
  ({
    table: pg.pgTable,
    index: pg.index,
    uniqueIndex: pg.uniqueIndex,
    primaryKey: pg.primaryKey,
    text: <T extends string = string>(name = '') => pg.text(name).$type<T>(),
    int: (name = '') => pg.customType<{ data: number; driverData: number }>(int)(name),
    ms: (name = '') => pg.bigint(name, { mode: 'number' }),
    seconds: (name = '') => pg.customType<{ data: number; driverData: number }>(seconds('bigint'))(name),
    sequence: () => pg.bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    json: <T>(format: JsonFormat<T>) => pg.customType<{ data: T; driverData: string }>(jsonText(format))(),
    personalText: (place: string) => pg.customType<{ data: string; driverData: string }>(personalText(codec(place)))(),
    personalJson: <T>(place: string, format: JsonFormat<T>) =>
      pg.customType<{ data: T; driverData: string }>(personalJson(format, codec(place)))(),
    personalBytes: (place: string) =>
      pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea', ...bytes(codec(place)) })(),
  }) as unknown as ColumnKit

const int = {
  dataType: () => 'integer',
  toDriver: (value: number) => unlessNull(value, (given) => whole(given, LARGEST_INT)),
}

const seconds = (type: string) => ({
  dataType: () => type,
  toDriver: (at: number) => unlessNull(at, (given) => Math.floor(given / 1000)),
  fromDriver: (stored: number | string) => Number(stored) * 1000,
})

/** JSON as plain text on both engines: `jsonb` reorders keys and refuses an escaped NUL. */
const jsonText = <T>({ write, read }: JsonFormat<T>) => ({
  dataType: () => 'text',
  toDriver: (value: T) => unlessNull(value, write),
  fromDriver: read,
})

const personalText = ({ encode, decode }: PlaceCodec) => ({
  dataType: () => 'text',
  toDriver: (text: string) => unlessNull(text, encode),
  fromDriver: decode,
})

const personalJson = <T>({ write, read }: JsonFormat<T>, { encode, decode }: PlaceCodec) => ({
  dataType: () => 'text',
  toDriver: (value: T) => unlessNull(value, (given) => encode(write(given))),
  fromDriver: (stored: string) => read(decode(stored)),
})

const bytes = ({ encodeBytes, decodeBytes }: PlaceCodec) => ({
  toDriver: (value: Buffer) => unlessNull(value, encodeBytes),
  fromDriver: decodeBytes,
})

/** drizzle hands a prepared statement's null to the codec as if it were a value. */
const unlessNull = <T, Stored>(value: T, encode: (value: T) => Stored): Stored =>
  value === null ? (null as Stored) : encode(value)
