import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAll } from '../../../src/dossiers/differences.ts'
import { DAY } from '../../../src/kernel/clock.ts'
import { demonstrateDesks } from '../../../src/program/samples/demonstrate-desks.ts'
import { openAgencies } from '../../../src/program/open-agencies.ts'
import { openKinds } from '../../../src/program/open-catalogue.ts'
import { createDossierRecords } from '../../../src/storage/dossier-records.ts'
import { createDossiers } from '../../../src/storage/dossiers.ts'
import type { Engine } from '../../../src/storage/engine/engine.ts'
import { removeSamples } from '../../../src/storage/sample-removal.ts'
import { createStaffAccounts } from '../../../src/storage/staff.ts'
import { flowsOfFiles } from '../../conversation/flows-of-files.ts'
import { bothEngines } from '../../storage/engines.ts'

const flowsFolder = fileURLToPath(new URL('../../../flows', import.meta.url))
const flows = await flowsOfFiles()
const kinds = await openKinds(flowsFolder)

/** A Monday morning, a Sunday, a holiday and a Friday evening: somebody may try the program on any of them. */
const MOMENTS = ['2026-11-30T08:05', '2026-11-29T19:30', '2027-01-01T09:00', '2026-12-04T20:00']

describe.each(await bothEngines())('the desks of a demonstration on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  it.each(MOMENTS)(
    'have about sixty dossiers in every state at %s, each as its acts say',
    async (moment) => {
      const now = Date.parse(`${moment}:00+07:00`)
      const { agencyName, agencyNow } = await openAgencies(engine, () => now)
      const accounts = createStaffAccounts(engine)
      const parts = { engine, accounts, flows, kinds, agencyName, agencyNow, flowsFolder, now: () => now }
      const lines = await demonstrateDesks(parts)
      expect(lines.filter((line) => line.includes('@example.vn'))).toHaveLength(8)
      expect((await verifyAll(createDossierRecords(engine))).differences).toEqual([])

      const scope = { agencies: 'all', reserved: 'all' } as const
      const rows = await createDossiers(engine).list({ scope, order: 'newest', limit: 200 })
      expect(rows.length).toBeGreaterThanOrEqual(60)
      expect(new Set(rows.map(({ flow }) => flow)).size).toBe(8)
      const statuses = new Set(rows.map(({ status }) => status))
      for (const status of [
        'registered',
        'accepted',
        'processing',
        'supplement',
        'done',
        'stopped',
        'declined',
        'withdrawn',
        'returned',
      ] as const)
        expect(statuses, status).toContain(status)
      const waiting = rows.filter(({ queue }) => queue !== null)
      expect(waiting.filter(({ dueAt }) => dueAt !== null && dueAt < now).length).toBeGreaterThan(2)
      expect(
        waiting.filter(({ dueAt }) => dueAt !== null && dueAt > now && dueAt < now + 4 * DAY).length,
      ).toBeGreaterThan(2)
      expect(waiting.filter(({ lastAction }) => lastAction === 'supplemented').length).toBeGreaterThan(2)
      expect(waiting.filter(({ agency, holder }) => agency !== holder).length).toBeGreaterThan(2)
      await removeSamples(engine)
      expect(await createDossiers(engine).list({ scope, order: 'newest', limit: 200 })).toEqual([])
    },
    120_000,
  )
})
