import { expect, it } from 'vitest'
import { delaysSince } from './citizens.ts'

const accepted = (reply: string, acceptedAt: number) => ({ messageId: reply, reply, acceptedAt })
const seen = (reply: string, at: number) => ({ reply, at })

it('counts what each reply took once all was well, or from its event where that came later', () => {
  const expected = [accepted('a', 1_000), accepted('b', 2_000), accepted('c', 9_000)]
  const phone = [seen('a', 1_500), seen('b', 8_000), seen('c', 9_500)]
  expect(delaysSince(5_000, expected, phone)).toEqual([-3.5, 3, 0.5])
})

it('tells equal replies apart by their order, and counts none for one that never came', () => {
  const expected = [accepted('a', 0), accepted('x', 0), accepted('b', 0), accepted('x', 0)]
  expect(delaysSince(0, expected, [seen('a', 1_000), seen('x', 2_000), seen('x', 4_000)])).toEqual([1, 2, 4])
})
