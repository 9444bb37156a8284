import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, runProgram } from './running.ts'

const FLOW = 'hoi-can-bo'
const BECAUSE = 'Việc hỏi cán bộ qua Zalo tạm ngừng đến hết tháng. Ông/bà gọi 1900 0000.'
const [INSIDE, NEW, LATER] = ['7000000000000000931', '7000000000000000932', '7000000000000000933']

let running: Running
beforeAll(async () => {
  running = await runProgram()
}, 60_000)
afterAll(() => running.close())

const newest = async () => {
  const [row] = await running.program.procedures.publishing.history(FLOW)
  return { version: row?.version ?? 0, revision: row?.revision ?? 0 }
}

it('tells who is in the middle, and who begins, why a procedure was taken out of service, until it is put back', async () => {
  const { publishing } = running.program.procedures
  await running.say(INSIDE, `#lam:${FLOW}`, 'đồng ý')
  expect((await publishing.concerned(FLOW)).citizens).toBe(1)

  expect(await publishing.withdraw({ flow: FLOW, because: BECAUSE, by: 'An', after: await newest() })).toBe('withdrawn')
  await running.say(INSIDE, 'Tôi muốn hỏi về đất đai')
  expect(running.heard(INSIDE).at(-1)).toBe(BECAUSE)
  await running.say(NEW, `#lam:${FLOW}`)
  expect(running.heard(NEW).at(-1)).toBe(BECAUSE)
  expect(await publishing.concerned(FLOW)).toEqual({ citizens: 0, dossiers: 0 })
  expect(running.lines.filter((line) => line.includes('turn failed'))).toEqual([])

  expect(await publishing.rollBack({ flow: FLOW, to: await newest(), by: 'An' })).toMatchObject({
    outcome: 'published',
  })
  await running.say(LATER, `#lam:${FLOW}`)
  expect(running.heard(LATER).at(-1)).not.toBe(BECAUSE)
  await running.say(INSIDE, `#lam:${FLOW}`)
  expect(running.heard(INSIDE).at(-1)).toMatch(/đồng ý/)
})
