import { expect, it } from 'vitest'
import { createCounting } from '../../src/procedures/counting.ts'
import { UNCOUNTED } from '../../src/conversation/session/turned.ts'
import type { StepCount } from '../../src/procedures/ports.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const row = (reached: number, answered: number): StepCount => ({
  flow: 'thu',
  version: 1,
  step: 'hoi',
  ...UNCOUNTED,
  reached,
  answered,
})

it('writes what was gathered in one go under the day in Viet Nam, and nothing twice', async () => {
  const written: [string, readonly StepCount[]][] = []
  const counts = {
    add: async (day: string, rows: readonly StepCount[]) => void written.push([day, rows]),
    ofFlow: async () => [],
  }
  const counting = createCounting({ counts, now: () => Date.parse('2030-04-30T18:00:00Z'), log: silent })
  counting.add([row(1, 0)])
  counting.add([row(1, 1)])
  await counting.flush()
  await counting.flush()
  expect(written).toEqual([['2030-05-01', [row(2, 1)]]])
})

it('keeps what could not be written', async () => {
  let isDown = true
  const written: StepCount[] = []
  const add = async (_: string, rows: readonly StepCount[]) => {
    if (isDown) throw new Error('down')
    written.push(...rows)
  }
  const counting = createCounting({ counts: { add, ofFlow: async () => [] }, now: () => 0, log: silent })
  counting.add([row(1, 0)])
  await counting.flush()
  counting.add([row(0, 1)])
  isDown = false
  await counting.flush()
  expect(written).toEqual([row(1, 1)])
})
