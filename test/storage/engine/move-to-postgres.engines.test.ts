import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getTableName, sql } from 'drizzle-orm'
import { inject } from 'vitest'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyAll } from '../../../src/dossiers/differences.ts'
import { openStorage } from '../../../src/program/open-storage.ts'
import { makeProvince } from '../../../src/program/samples/make-province.ts'
import { createDossierRecords } from '../../../src/storage/dossier-records.ts'
import type { Engine } from '../../../src/storage/engine/engine.ts'
import { moveToPostgres } from '../../../src/storage/engine/move-to-postgres.ts'
import { createDatabase } from '../../servers/postgres.ts'
import { keyOf, ownDatabase, silent } from '../own-database.ts'

const flowsFolder = fileURLToPath(new URL('../../../flows', import.meta.url))
const KEY = keyOf('moved-1', 7)
const NOW = Date.parse('2026-11-30T08:05:00+07:00')
const quiet = { log: silent, moved: () => undefined }

let sqlite: Awaited<ReturnType<typeof ownDatabase>>
const file = () => join(sqlite.dataDir, 'mot-cua.db')

beforeAll(async () => {
  sqlite = await ownDatabase('SQLite')
  const engine = await openStorage(sqlite.config(KEY), silent)
  const order = { dossiers: 40, years: 1, seed: 11 }
  await makeProvince(order, { engine, flowsFolder, now: () => NOW, log: silent, made: () => undefined })
  await engine.close()
}, 120_000)
afterAll(() => sqlite.remove())

/** Every row of every table, as the program reads it. */
async function everythingIn({ tables, read }: Engine): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const table of Object.values(tables)) {
    const rows = await read.select().from(table)
    found.set(getTableName(table), rows.map((row) => JSON.stringify(row)).sort())
  }
  return found
}

it('all that lies in the file lies in PostgreSQL afterwards, sealed as it was, and is counted on from there', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  expect(await moveToPostgres(file(), databaseUrl, quiet)).toBe('moved')
  const [before, after] = [
    await openStorage(sqlite.config(KEY), silent),
    await openStorage({ ...sqlite.config(KEY), databaseUrl }, silent),
  ]
  try {
    const [there, here] = [await everythingIn(before), await everythingIn(after)]
    for (const [table, rows] of there) expect(here.get(table), table).toEqual(rows)
    expect(there.get('dossiers')).toHaveLength(40)
    expect((await verifyAll(createDossierRecords(after))).differences).toEqual([])
    const { outbox } = after.tables
    const [last] = await before.read.select({ seq: sql<number>`max(seq)` }).from(before.tables.outbox)
    const [row] = await after.read.select().from(outbox).limit(1)
    await after.write((db) => db.insert(outbox).values({ ...row!, seq: undefined }) as unknown as Promise<void>)
    const [next] = await after.read.select({ seq: sql<string>`max(seq)` }).from(outbox)
    expect(Number(next?.seq)).toBe((last?.seq ?? 0) + 1)
  } finally {
    await Promise.all([before.close(), after.close()])
  }
})

it('a database that holds something is left as it is', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const engine = await openStorage({ ...sqlite.config(KEY), databaseUrl }, silent)
  const lease = { citizen: '7000000000000000001', leasedAt: 1, until: 2, diedSince: 0 } as never
  await engine.write((db) => db.insert(engine.tables.deliveryLeases).values(lease) as unknown as Promise<void>)
  expect(await moveToPostgres(file(), databaseUrl, quiet)).toBe('not empty')
  expect(await engine.read.select().from(engine.tables.dossiers)).toEqual([])
  await engine.close()
})
