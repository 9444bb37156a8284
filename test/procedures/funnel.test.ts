import { expect, it } from 'vitest'
import { UNCOUNTED } from '../../src/conversation/session/turned.ts'
import { funnelOf, shareUnderstood, typedAt } from '../../src/procedures/funnel.ts'

const count = (step: string, reached: number, answered: number, failed = 0, version = 1) => ({
  flow: 'thu',
  version,
  step,
  ...UNCOUNTED,
  reached,
  answered,
  failed,
})

it('counts as left who came, did not answer and is not waiting', () => {
  const figures = funnelOf('thu', 1, [count('hoi', 10, 6, 3)], [{ flow: 'thu', version: 1, step: 'hoi', citizens: 1 }])
  expect(figures.get('hoi')).toEqual({ ...UNCOUNTED, reached: 10, answered: 6, failed: 3, waiting: 1, left: 3 })
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

it('adds up what was typed and missed over days and steps, and knows no share where nobody typed', () => {
  const typed = (step: string, typed: number, missed: number) => ({ ...count(step, 1, 1), typed, missed })
  const figures = funnelOf(
    'thu',
    1,
    [typed('hoi', 4, 1), typed('hoi', 4, 1), typed('chon', 2, 2), count('xem', 1, 1)],
    [],
  )
  const shares = [...figures].map(([step, it]) => [step, shareUnderstood(it)])
  expect(shares).toEqual([
    ['hoi', 0.75],
    ['chon', 0],
    ['xem', undefined],
  ])
  expect(typedAt(figures)).toMatchObject({ typed: 10, missed: 4 })
})
