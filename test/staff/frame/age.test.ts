import { expect, it } from 'vitest'
import { renderAge } from '../../../src/staff/frame/age.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

it.each([
  [-5 * MINUTE, 'vừa xong'],
  [59_999, 'vừa xong'],
  [MINUTE, '1 phút trước'],
  [HOUR - 1, '59 phút trước'],
  [3 * HOUR, '3 giờ trước'],
  [24 * HOUR, '1 ngày trước'],
  [400 * 24 * HOUR, '400 ngày trước'],
])('%d milliseconds ago is "%s"', (passed, words) => {
  expect(renderAge(1_000 * HOUR - passed, 1_000 * HOUR)).toBe(words)
})
