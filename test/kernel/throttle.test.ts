import { expect, it } from 'vitest'
import { createThrottle } from '../../src/kernel/throttle.ts'

const MINUTE = 60_000
const start = () => {
  const clock = { now: 0 }
  return { clock, throttle: createThrottle({ tries: 3, within: 15 * MINUTE, now: () => clock.now }) }
}

it('admits as many tries as it is told to, for each key apart', () => {
  const { throttle } = start()
  expect([1, 2, 3, 4].map(() => throttle.take('a'))).toEqual([true, true, true, false])
  expect(throttle.take('b')).toBe(true)
})

it('admits again when the oldest try has left the window', () => {
  const { clock, throttle } = start()
  for (const minute of [0, 5, 10]) {
    clock.now = minute * MINUTE
    throttle.take('a')
  }
  clock.now = 14 * MINUTE
  expect(throttle.take('a')).toBe(false)
  clock.now = 15 * MINUTE
  expect(throttle.take('a')).toBe(true)
  expect(throttle.take('a')).toBe(false)
})

it('does not count a try that was given back', () => {
  const { throttle } = start()
  for (let i = 0; i < 20; i++) {
    expect(throttle.take('a')).toBe(true)
    throttle.giveBack('a')
  }
})

it('forgets the oldest keys rather than fill the memory', () => {
  const { throttle } = start()
  for (let i = 0; i < 3; i++) throttle.take('first')
  expect(throttle.take('first')).toBe(false)
  for (let i = 0; i < 10_000; i++) throttle.take(`stranger ${i}`)
  expect(throttle.take('first')).toBe(true)
})
