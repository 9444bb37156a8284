import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { openPostgres } from '../../src/storage/postgres-engine.ts'
import { openSqlite } from '../../src/storage/sqlite-engine.ts'
import { createDatabase } from '../servers/postgres.ts'
import { describeStorage } from './contract.ts'
import { describeForgetting } from './forgetting.ts'

const folder = mkdtempSync(join(tmpdir(), 'storage-'))
const database = await createDatabase(inject('postgresUrl'))
afterAll(() => rmSync(folder, { recursive: true }))

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const sqlite = async () => openSqlite(join(folder, 'mot-cua.db'))
const postgres = () => openPostgres(database, silent)

describeStorage('SQLite', sqlite)
describeStorage('PostgreSQL', postgres)
describeForgetting('SQLite', sqlite)
describeForgetting('PostgreSQL', postgres)
