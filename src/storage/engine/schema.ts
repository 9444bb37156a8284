import { chatTables } from './chat-tables.ts'
import { checkpointTables } from './checkpoint-tables.ts'
import { type ColumnKit, postgresKit, sqliteKit } from './column-kit.ts'
import { deskTables } from './desk-tables.ts'
import { dossierTables } from './dossier-tables.ts'

/** Every table, once. Called with the kit of each engine; camelCase here becomes snake_case there. */
const createSchema = (kit: ColumnKit) => ({
  ...chatTables(kit),
  ...dossierTables(kit),
  ...deskTables(kit),
  ...checkpointTables(kit),
})

export const sqliteSchema = createSchema(sqliteKit)
export const postgresSchema = createSchema(postgresKit)
export type Schema = typeof sqliteSchema
