import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startRounds } from '../../src/program/rounds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('makes up in the next round for one that failed, names it, and stops when told', async () => {
  const warned: object[] = []
  const log = { info: () => undefined, warn: (fields: object) => void warned.push(fields), error: () => undefined }
  let rounds = 0
  const work = async () => {
    if (++rounds === 1) throw new Error('the database was away')
  }
  const stop = startRounds([{ what: 'counting', every: 1_000, work }], log)
  await vi.advanceTimersByTimeAsync(999)
  expect(rounds).toBe(0)
  await vi.advanceTimersByTimeAsync(1_001)
  expect(rounds).toBe(2)
  stop()
  await vi.advanceTimersByTimeAsync(9_000)
  expect(rounds).toBe(2)
  expect(warned).toEqual([{ what: 'counting' }])
})

it('begins no round while one is still at work, and one when that has ended, well or badly', async () => {
  const ends: (() => void)[] = []
  const work = () =>
    new Promise<void>((resolve, reject) => ends.push(ends.length === 0 ? resolve : () => reject(new Error('killed'))))
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const stop = startRounds([{ what: 'ending', every: 1_000, work }], quiet)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(ends).toHaveLength(1)
  ends[0]!()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(ends).toHaveLength(2)
  ends[1]!()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(ends).toHaveLength(3)
  stop()
})
