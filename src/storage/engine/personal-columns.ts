import { type Column, getTableColumns, getTableName, is } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig as postgresConfig, type PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Codec } from './codec.ts'

/** A column whose values go through the codec. */
export interface PersonalColumn {
  /** `table.column`. */
  name: string
  /** How the schema calls it. */
  field: string
  column: Column
  /** What its values are bound to. */
  place: string
}

export interface PersonalTable {
  name: string
  table: SQLiteTable
  /** Its primary key, in order. */
  key: readonly Column[]
  columns: readonly PersonalColumn[]
}

/**
 * The tables of a schema that keep anything of people. Nobody keeps a list of their columns: each column of the schema is
 * given a value, and those are personal that take it to the codec.
 */
export function personalTables(schemaOf: (codec: Codec) => Record<string, unknown>): PersonalTable[] {
  let asked: string | undefined
  const noting: Codec = (place) => {
    const note = <Value>(value: Value): Value => {
      asked = place
      return value
    }
    const through = { encode: note, decode: note, encodeBytes: note, decodeBytes: note }
    return { ...through, keyOf: () => undefined, mark: (word) => word, marks: (word) => [word] }
  }
  const placeOf = (column: Column): string | undefined => {
    asked = undefined
    if (/^(text|blob|bytea)$/.test(column.getSQLType())) column.mapToDriverValue([])
    return asked
  }
  return Object.values(schemaOf(noting)).flatMap((given) => {
    const table = given as SQLiteTable
    const name = getTableName(table)
    const columns = Object.entries(getTableColumns(table)).flatMap(([field, column]): PersonalColumn[] => {
      const place = placeOf(column)
      return place === undefined ? [] : [{ name: `${name}.${toSnakeCase(column.name)}`, field, column, place }]
    })
    return columns.length === 0 ? [] : [{ name, table, key: keyOf(table), columns }]
  })
}

function keyOf(table: SQLiteTable): readonly Column[] {
  const { columns, primaryKeys } = is(table, SQLiteTable) ? sqliteConfig(table) : postgresConfig(table as PgTable)
  return primaryKeys[0]?.columns ?? (columns as Column[]).filter((column) => column.primary)
}
