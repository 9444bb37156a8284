import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runFlowCommand } from '../../src/commands/flows.ts'
import { openAgencies } from '../../src/program/open-agencies.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { bothEngines } from '../storage/engines.ts'

const NEW = 'H12.99.950'
const FLOW = 'du-lieu-cua-toi'

describe.each(await bothEngines())('procedures in files, beside a database on %s', (_, open) => {
  let flowsFolder: string
  let engine: Engine
  beforeAll(async () => {
    flowsFolder = mkdtempSync(join(tmpdir(), 'flows-'))
    cpSync(fileURLToPath(new URL('../../flows', import.meta.url)), flowsFolder, { recursive: true })
    const file = join(flowsFolder, FLOW, 'flow.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^agency: .*$/m, `agency: ${NEW}`))
    engine = await open()
    const { book } = await openAgencies(engine, Date.now)
    const since = '2025-07-01'
    const entry = {
      code: NEW,
      name: 'Điểm tiếp nhận mới',
      level: 'commune',
      parent: 'H12.99',
      validFrom: since,
    } as const
    const added = await book.record({ code: NEW, since, entry, why: 'Mới lập' }, 0, 'Phạm Quản Trị')
    expect(added).toEqual({ outcome: 'recorded' })
  }, 120_000)
  afterAll(async () => {
    await engine.close()
    rmSync(flowsFolder, { recursive: true })
  })

  const lint = async (openDatabase: () => Promise<Engine>, hasDatabase = true) => {
    const said: string[] = []
    const isGood = await runFlowCommand(['lint', FLOW], {
      ...{ flowsFolder, openDatabase, hasDatabase: () => hasDatabase },
      say: (text) => void said.push(text),
    })
    return { isGood, said: said.join('\n') }
  }
  /** The command closes what it was given; the tests go on with it. */
  const stays = async (): Promise<Engine> => ({ ...engine, close: async () => undefined })

  it('may name an agency that an administrator has recorded', async () => {
    expect(await lint(stays)).toMatchObject({ isGood: true })
  })

  it('may name only those that came with the program where there is no database', async () => {
    const asked = await lint(() => Promise.reject(new Error('asked')), false)
    expect(asked).toMatchObject({ isGood: false, said: expect.stringContaining(NEW) as string })
    expect(asked.said).not.toContain('Không mở được')
  })

  it('are looked at all the same where the database cannot be opened, which is said', async () => {
    const { isGood, said } = await lint(() => Promise.reject(new Error('locked')))
    expect(isGood).toBe(false)
    for (const part of ['Không mở được cơ sở dữ liệu', NEW]) expect(said).toContain(part)
  })
})
