import { expect, it } from 'vitest'
import { createLanes } from '../../src/kernel/lanes.ts'

/** Work that ends when the test says so. */
function bench(limits = { atOnce: 2, waiting: 6, perLane: 4 }) {
  const lanes = createLanes(limits)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const bring = (lane: string, isKnown = false) =>
    lanes.run(
      { lane, isKnown },
      () => new Promise<string>((resolve) => (begun.push(lane), ends.push(() => resolve(lane)))),
    )
  const endOne = async () => {
    ends.shift()?.()
    await new Promise(setImmediate)
  }
  return { begun, bring, endOne, lanes }
}

it('runs so many at once, and the lanes in turn', async () => {
  const { begun, bring, endOne } = bench()
  for (const lane of ['a', 'a', 'a', 'a', 'a', 'b', 'c']) void bring(lane)
  expect(begun).toEqual(['a', 'a'])
  for (let i = 0; i < 5; i++) await endOne()
  expect(begun).toEqual(['a', 'a', 'a', 'b', 'c', 'a', 'a'])
})

it('takes no more of one lane, or of all together, than may wait', async () => {
  const { bring } = bench()
  for (let i = 0; i < 6; i++) void bring('a')
  expect(await bring('a')).toEqual({ outcome: 'full' })
  for (const lane of ['b', 'c']) void bring(lane)
  expect(await bring('d')).toEqual({ outcome: 'full' })
})

it('lets those who are known go first, and strangers never fill their place', async () => {
  const { begun, bring, endOne } = bench()
  for (const lane of ['a', 'a', 'a', 'b', 'b', 'c', 'c', 'd']) void bring(lane)
  const known = bring('known', true)
  await endOne()
  expect(begun.at(-1)).toBe('known')
  for (let i = 0; i < 8; i++) await endOne()
  expect(await known).toEqual({ outcome: 'done', value: 'known' })
})

it('hands its place on also when the work fails', async () => {
  const { lanes } = bench({ atOnce: 1, waiting: 9, perLane: 9 })
  const fails = () => lanes.run({ lane: 'a', isKnown: false }, () => Promise.reject(new Error('broken')))
  await expect(Promise.all([fails(), fails()])).rejects.toThrow('broken')
  expect(await lanes.run({ lane: 'b', isKnown: false }, async () => 1)).toEqual({ outcome: 'done', value: 1 })
})
