import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Log } from '../../src/kernel/log.ts'
import { openCatalogue } from '../../src/program/open-catalogue.ts'
import { newFlowText } from '../../src/procedures/new-flow.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { sampleKinds } from '../permits/sample.ts'
import { temporaryFolder } from '../servers/child.ts'

const COUNT = 400

it('takes what the first start read, reads what was changed by hand since, and offers the same', async () => {
  const folder = await temporaryFolder('second-start')
  for (let n = 0; n < COUNT; n++) {
    mkdirSync(join(folder.path, 'flows', `viec-${n}`), { recursive: true })
    writeFileSync(join(folder.path, 'flows', `viec-${n}`, 'flow.yaml'), newFlowText(`viec-${n}`, `Việc ${n}`))
  }
  const engine = openSqlite(join(folder.path, 'mot-cua.db'), plain)
  const told: unknown[] = []
  const tell = (about: unknown) => void told.push(about)
  const log = { info: tell, warn: tell, error: tell } as unknown as Log
  const start = async (flows = 'flows') => {
    const opened = await openCatalogue(engine, join(folder.path, flows), sampleKinds, () => 1, log)
    opened.stopFollowing()
    return opened.flows
  }
  const first = await start()
  expect(first.offered()).toHaveLength(COUNT)
  const shown = (flows: typeof first) => flows.offered().map(({ machine: _, ...flow }) => flow)
  expect(shown(await start())).toEqual(shown(first))

  const { flowReadings, flowVersions } = engine.tables
  await engine.write(async (db) => {
    await db.update(flowReadings).set({ file: sql`replace(${flowReadings.file}, 'Việc 7"', 'Việc đã giữ"')` })
    const damaged = { source: newFlowText('viec-8', 'Việc 8').replace('personName', 'tenCu') }
    await db.update(flowVersions).set(damaged).where(eq(flowVersions.flow, 'viec-8'))
  })
  expect(told).toEqual([])
  mkdirSync(join(folder.path, 'no-flows'))
  const again = await start('no-flows')
  expect([again.nameOf('viec-7'), again.nameOf('viec-9')]).toEqual(['Việc đã giữ', 'Việc 9'])
  expect([again.current('viec-8'), again.offered().length]).toEqual([undefined, COUNT - 1])
  expect(told).toEqual([{ flow: 'viec-8', version: 1, revision: 1 }])
  await engine.close()
  await folder.remove()
}, 60_000)
