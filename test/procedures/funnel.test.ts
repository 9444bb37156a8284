import { expect, it } from 'vitest'
import { funnelOf } from '../../src/procedures/funnel.ts'

const count = (step: string, reached: number, answered: number, failed = 0, version = 1) => ({
  flow: 'thu',
  version,
  step,
  reached,
  answered,
  failed,
})

it('counts as left who came, did not answer and is not waiting', () => {
  const figures = funnelOf('thu', 1, [count('hoi', 10, 6, 3)], [{ flow: 'thu', version: 1, step: 'hoi', citizens: 1 }])
  expect(figures.get('hoi')).toEqual({ reached: 10, answered: 6, failed: 3, waiting: 1, left: 3 })
})

it('never counts fewer than nobody as left, since counts and conversations are read at two moments', () => {
  const figures = funnelOf('thu', 1, [count('hoi', 1, 1)], [{ flow: 'thu', version: 1, step: 'hoi', citizens: 1 }])
  expect(figures.get('hoi')?.left).toBe(0)
})

it('looks at one version only, and passes by drafts', () => {
  const pinned = [
    { flow: 'thu', version: 1, citizens: 4 },
    { flow: 'khac', version: 1, step: 'hoi', citizens: 9 },
  ]
  expect(funnelOf('thu', 1, [count('hoi', 5, 5, 0, 2)], pinned).size).toBe(0)
})
