import { fileURLToPath } from 'node:url'
import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { file } from '../../../src/dossiers/acts/file.ts'
import { verifyAll } from '../../../src/dossiers/differences.ts'
import type { CitizenId, DossierId } from '../../../src/kernel/ids.ts'
import { makeProvince } from '../../../src/program/samples/make-province.ts'
import { createCaseChanges } from '../../../src/storage/case-changes.ts'
import { createDossierRecords } from '../../../src/storage/dossier-records.ts'
import type { Engine } from '../../../src/storage/engine/engine.ts'
import { createOutbox } from '../../../src/storage/outbox.ts'
import { createInbox } from '../../../src/storage/inbox.ts'
import { removeSamples } from '../../../src/storage/sample-removal.ts'
import { bothEngines } from '../../storage/engines.ts'

const NOW = Date.parse('2026-11-30T10:00:00+07:00')
const flowsFolder = fileURLToPath(new URL('../../../flows', import.meta.url))
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const ORDER = { dossiers: 200, years: 0.2, seed: 7 }

/** What a program has from its start. */
const SEEDED = ['agencies', 'flowVersions', 'flowReadings', 'elsewhereVersions', 'dataKeys']

async function rowsOf({ tables, read }: Engine): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (const [name, table] of Object.entries(tables)) {
    const [row] = await read.select({ n: count() }).from(table)
    if (!SEEDED.includes(name) && Number(row?.n) > 0) rows[name] = Number(row?.n)
  }
  return rows
}

describe.each(await bothEngines())('a sample province on %s', (_, open) => {
  let engine: Engine
  const make = () => makeProvince(ORDER, { engine, flowsFolder, now: () => NOW, log: silent, made: () => undefined })
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  it('is written as real dossiers are, also when its making was stopped and gone on with: each is what its acts say', async () => {
    const [order, stopped] = [{ ...ORDER, until: NOW }, new Error('stopped')]
    const parts = { engine, flowsFolder, now: () => NOW, log: silent }
    const stop = () => {
      throw stopped
    }
    await expect(makeProvince(order, { ...parts, atOnce: 60, made: stop })).rejects.toBe(stopped)
    const told: number[] = []
    const made = (dossiers: number) => void told.push(dossiers)
    expect(await makeProvince({ ...order, goesOn: true }, { ...parts, atOnce: 100, made })).toBe('made')
    expect(told).toEqual([160, 200])
    expect(await verifyAll(createDossierRecords(engine))).toEqual({ dossiers: 200, differences: [] })
  }, 240_000)

  it('has the numbers of each unit and day without a gap, in the order of filing', async () => {
    const { dossiers } = engine.tables
    const rows = await engine.read.select().from(dossiers).orderBy(dossiers.filedAt)
    const next = new Map<string, number>()
    for (const { code } of rows) {
      const [unit = '', day = '', number = ''] = code.split('-')
      const expected = (next.get(`${unit} ${day}`) ?? 0) + 1
      expect(Number(number)).toBe(expected)
      next.set(`${unit} ${day}`, expected)
    }
  })

  it('tells nobody anything: what the acts said is settled', async () => {
    expect(await createOutbox(engine).due(NOW, 10)).toEqual([])
    expect(await createInbox(engine).citizensWaiting(NOW, 10)).toEqual([])
  })

  it('is not made twice in one database', async () => expect(await make()).toBe('samples'), 240_000)

  it('goes without a trace but for what others filed, and is not made beside that', async () => {
    const filing = {
      ...{ id: 'd-real' as DossierId, code: 'H12.99.001-261130-9999', lookupSecret: 'ABCD', isReserved: 0 },
      ...{ citizen: '4000000000000000001' as CitizenId, flow: 'phan-anh', flowVersion: 2, agency: 'H12.99.001' },
      ...{ applicant: '', answers: [] },
    }
    await createCaseChanges(engine).commit(file(filing, NOW))
    expect(await removeSamples(engine)).toBe(200)
    const { dossierCounters, ...rest } = await rowsOf(engine)
    expect(rest).toEqual({ dossiers: 1, dossierActions: 1 })
    expect(dossierCounters ?? 0).toBeLessThanOrEqual(1)
    expect(await make()).toBe('others')
    await expect(engine.write(async (db) => void (await db.delete(engine.tables.dossierActions)))).rejects.toThrow()
  }, 240_000)
})
