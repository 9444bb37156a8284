import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { type Codec, plain } from '../../src/storage/engine/codec.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { openPostgres } from '../../src/storage/engine/postgres-engine.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { createDatabase } from '../servers/postgres.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** An empty database of each kind for one test file: its name, and how to open it. */
export async function bothEngines(codec: Codec = plain): Promise<[string, () => Promise<Engine>][]> {
  const folder = mkdtempSync(join(tmpdir(), 'engines-'))
  const database = await createDatabase(inject('postgresUrl'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return [
    ['SQLite', async () => openSqlite(join(folder, 'mot-cua.db'), codec)],
    ['PostgreSQL', () => openPostgres(database, codec, silent)],
  ]
}
