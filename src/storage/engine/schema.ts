import { chatTables } from './chat-tables.ts'
import { checkpointTables } from './checkpoint-tables.ts'
import type { Codec } from './codec.ts'
import { type ColumnKit, postgresKit, sqliteKit } from './column-kit.ts'
import { deskTables } from './desk-tables.ts'
import { staffTables } from './staff-tables.ts'
import { dossierTables } from './dossier-tables.ts'
import { paperTables } from './paper-tables.ts'

/** Every table, once. Called with the kit of each engine; camelCase here becomes snake_case there. */
const createSchema = (kit: ColumnKit) => ({
  ...chatTables(kit),
  ...dossierTables(kit),
  ...paperTables(kit),
  ...deskTables(kit),
  ...staffTables(kit),
  ...checkpointTables(kit),
})

export const sqliteSchema = (codec: Codec) => createSchema(sqliteKit(codec))
export const postgresSchema = (codec: Codec) => createSchema(postgresKit(codec))
export type Schema = ReturnType<typeof sqliteSchema>
