import { expect, it } from 'vitest'
import * as postgres from '../../../migrations/postgres.schema.ts'
import * as sqlite from '../../../migrations/sqlite.schema.ts'
import { plain } from '../../../src/storage/engine/codec.ts'
import { sqliteSchema } from '../../../src/storage/engine/schema.ts'

it('hands every table to the migrations, which would silently lack one that is not named there', () => {
  const tables = Object.keys(sqliteSchema(plain)).sort()
  expect(Object.keys(sqlite).sort()).toEqual(tables)
  expect(Object.keys(postgres).sort()).toEqual(tables)
})
