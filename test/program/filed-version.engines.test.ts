import { DESK, posted } from '../dossiers/posted.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OfficerAct } from '../../src/dossiers/acts/act.ts'
import type { CitizenId, StaffId } from '../../src/kernel/ids.ts'
import { createFlowVersions } from '../../src/storage/flow-versions.ts'
import { type Running, runProgram } from './running.ts'

const FLOW = 'cap-giay-di-duong'
const [BEFORE, AFTER] = ['7000000000000000941', '7000000000000000942']
const doer = { id: 's1' as StaffId, name: 'Lê Cán Bộ', postings: posted(DESK) } as const

let running: Running
beforeAll(async () => {
  running = await runProgram()
}, 60_000)
afterAll(() => running.close())

async function file(citizen: string) {
  const answers = [
    'menu',
    `#lam:${FLOW}`,
    '#co',
    '#tu-nhap',
    'Trần Mẫu',
    '096190012345',
    '0912345678',
    '2',
    'Đất Mũi',
    'An Xuyên',
    '#bo-qua',
    '7h sáng mai',
    '17h ngày mai',
    '#bo-qua',
    '#nop',
  ]
  await running.say(citizen, ...answers)
  const [dossier] = await running.program.dossiers.ofCitizen(citizen as CitizenId, 1)
  if (!dossier) throw new Error(`nothing filed: ${running.heard(citizen).at(-1)}`)
  return dossier
}

async function decide(dossier: Awaited<ReturnType<typeof file>>, ...types: ('accept' | 'approve')[]) {
  for (const type of types) {
    const revision = (await running.program.dossiers.find(dossier.id))?.revision ?? 0
    const act: OfficerAct = { type }
    expect(await running.program.casework.byOfficer.act({ dossier: dossier.id, revision, act, doer })).toEqual({
      outcome: 'done',
    })
  }
}

const permitsOf = async (dossier: Awaited<ReturnType<typeof file>>) => running.program.permits.ofDossier(dossier.id)

it('grants what the version promised that a dossier was filed under, and not what another one says', async () => {
  const filed = await file(BEFORE)
  const source = await readFile(join(import.meta.dirname, '../../flows', FLOW, 'flow.yaml'), 'utf8')
  const without = source.replace(/^version: (\d+)$/m, 'version: 99').replace(/^grants: .*\n/m, '')
  await createFlowVersions(running.engine).publish({
    ...{ flow: FLOW, version: 99, revision: 1, shape: 'without', source: without, publishedBy: 'An', publishedAt: 2 },
  })
  await running.program.procedures.flows.refresh()
  expect(running.program.procedures.flows.current(FLOW)?.grants).toBeUndefined()

  const later = await file(AFTER)
  expect([filed.flowVersion, later.flowVersion]).toEqual([3, 99])
  await decide(filed, 'accept', 'approve')
  await decide(later, 'accept', 'approve')
  expect((await permitsOf(filed)).map(({ kind }) => kind)).toEqual(['travel-pass'])
  expect(await permitsOf(later)).toEqual([])
  const waiting = await running.program.casework.desk.granting(['registered', 'accepted', 'processing', 'done'])
  expect(waiting).toEqual([{ flow: FLOW, flowVersion: 3 }])
})
