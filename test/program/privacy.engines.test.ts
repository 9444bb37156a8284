import { afterAll, beforeAll, expect, it } from 'vitest'
import { KEYS, type Running, runProgram } from './running.ts'

const CITIZEN = '7000000000000000099'
/** A citizen whom nobody else is called like. */
const TRACES = [
  'Trương Quỳnh Hoa',
  'quynh hoa',
  '096190099887',
  '0918273645',
  '69A-765.43',
  'Khánh Lâm',
  KEYS.refreshToken,
  KEYS.oaSecretKey,
]

let running: Running
beforeAll(async () => {
  running = await runProgram()
})
afterAll(() => running.close())

it('a whole filing, its mistakes and its failures leave no trace of the citizen in log, metrics or doorbell', async () => {
  running.phone.faults.set({ failCode: -200, failSends: 1 })
  const texts = [
    'menu',
    '#lam:cap-giay-di-duong',
    '#co',
    '#tu-nhap',
    'Trương Quỳnh Hoa',
    '09619009988',
    '096190099887',
    '0918273645',
    '2',
    'Khánh Lâm',
    'An Xuyên',
    '69A-765.43',
    '7h sáng mai',
    '17h ngày mai',
    '#bo-qua',
    '#nop',
  ]
  await running.say(CITIZEN, ...texts)
  expect(running.heard(CITIZEN).join('\n')).toMatch(/Mã hồ sơ: H12\.99-\d{6}-0001/)
  await running.deliver('{"timestamp":"1790000000123","text":"Trương Quỳnh Hoa 096190099887"')
  const metrics = await running.program.metrics.registry.metrics()
  const written = [...running.lines, metrics].join('\n')
  expect(running.lines.length).toBeGreaterThan(1)
  for (const trace of TRACES) expect(written).not.toContain(trace)
  expect(written).not.toContain(CITIZEN)
})
