import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { openPostgres } from '../../src/storage/postgres-engine.ts'
import { openSqlite } from '../../src/storage/sqlite-engine.ts'
import { createDatabase } from '../servers/postgres.ts'
import { describeCheckpoints } from './checkpoints.ts'

const folder = mkdtempSync(join(tmpdir(), 'checkpoints-'))
const database = await createDatabase(inject('postgresUrl'))
afterAll(() => rmSync(folder, { recursive: true }))

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describeCheckpoints('SQLite', async () => openSqlite(join(folder, 'mot-cua.db')))
describeCheckpoints('PostgreSQL', () => openPostgres(database, silent))
