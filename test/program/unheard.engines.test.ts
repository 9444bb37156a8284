import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, runProgram } from './running.ts'

const CITIZEN = '7000000000000000711'

let running: Running
beforeAll(async () => {
  running = await runProgram()
})
afterAll(() => running.close())

it('hands what nobody understood to clerks with consent, and nothing that leads to who wrote it', async () => {
  await running.say(
    CITIZEN,
    'menu',
    '#lam:cap-giay-di-duong',
    '#co',
    '#tu-nhap',
    'Trần Mẫu',
    '096190012345',
    '0912345678',
  )
  await running.say(CITIZEN, 'anh mẫu đi quắn quéo 0912345678', 'hủy', 'có')
  expect(running.heard(CITIZEN).at(-1)).toContain('“anh […] đi quắn quéo […]”')
  expect(await running.program.procedures.unheard.newest(10)).toEqual([])
  await running.say(CITIZEN, '#hoc-them.co')
  const [row, ...others] = await running.program.procedures.unheard.newest(10)
  expect(others).toEqual([])
  expect(row).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    flow: 'cap-giay-di-duong',
    step: 'muc_dich',
    words: 'anh […] đi quắn quéo […]',
    day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
  })
})
