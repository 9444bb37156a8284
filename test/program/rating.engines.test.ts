import { DESK, posted } from '../dossiers/posted.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CitizenId, StaffId } from '../../src/kernel/ids.ts'
import type { Doer } from '../../src/dossiers/may.ts'
import { type Running, runProgram } from './running.ts'

const OFFICER: Doer = { id: 's1' as StaffId, name: 'Lê Cán Bộ', postings: posted(DESK) }
const CITIZEN = '7000000000000000701'

let running: Running
beforeAll(async () => {
  running = await runProgram()
})
afterAll(() => running.close())

/** Files a travel pass and takes it through to its result. */
async function finish(): Promise<void> {
  const answers = [
    'menu',
    '#lam:cap-giay-di-duong',
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
  await running.say(CITIZEN, ...answers)
  const [dossier] = await running.program.dossiers.ofCitizen(CITIZEN as CitizenId, 1)
  if (!dossier) throw new Error(`nothing filed: ${running.heard(CITIZEN).at(-1)}`)
  const { byOfficer } = running.program.casework
  for (const type of ['accept', 'approve', 'return'] as const) {
    const revision = (await running.program.dossiers.find(dossier.id))?.revision ?? 0
    expect(await byOfficer.act({ dossier: dossier.id, revision, act: { type }, doer: OFFICER })).toEqual({
      outcome: 'done',
    })
  }
  await running.settled()
}

it('asks for a rating with the result, counts the score alone, and shows it when asked again', async () => {
  await finish()
  await running.say(CITIZEN, '#lam:danh-gia', '1', '4', 'Hướng dẫn tận tình')
  expect(running.heard(CITIZEN).join('\n')).toContain('Cảm ơn ông/bà đã cho ý kiến')
  const metrics = await running.program.metrics.registry.metrics()
  expect(metrics.split('\n').filter((line) => line.startsWith('mot_cua_ratings_total'))).toEqual([
    'mot_cua_ratings_total{score="4"} 1',
  ])
  await running.say(CITIZEN, '#lam:danh-gia')
  const buttons = JSON.stringify(running.phone.transcript(CITIZEN).at(-1))
  expect(buttons).toMatch(/H12\.99-\d{6}-0001 \(đã chấm 4\/5\): Cấp giấy đi đường/)
})
