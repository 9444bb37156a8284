import { join } from 'node:path'
import { inject } from 'vitest'
import type { StorageConfig } from '../../src/program/open-storage.ts'
import type { SealingKey } from '../../src/storage/engine/sealing.ts'
import { temporaryFolder } from '../servers/child.ts'
import { createDatabase } from '../servers/postgres.ts'

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
export const keyOf = (id: string, fill: number): SealingKey => ({ id, secret: Buffer.alloc(32, fill) })

/** An empty database in a folder of its own, to be opened with keys again and again. */
export async function ownDatabase(engine: 'SQLite' | 'PostgreSQL') {
  const { path, remove } = await temporaryFolder('own-database')
  const dataDir = join(path, 'data')
  const databaseUrl = engine === 'PostgreSQL' ? await createDatabase(inject('postgresUrl')) : undefined
  const config = (...dataKeys: SealingKey[]): StorageConfig => ({
    ...{ dataDir, dataKeys },
    ...(databaseUrl !== undefined && { databaseUrl }),
  })
  return { dataDir, databaseUrl, config, remove }
}
