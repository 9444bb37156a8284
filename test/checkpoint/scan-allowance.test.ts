import { describe, expect, it } from 'vitest'
import { createScanAllowance, PHONE_ALLOWANCE } from '../../src/checkpoint/scan-allowance.ts'
import { MOST_WAITING, UPLOADED_AT_ONCE } from '../../src/checkpoint/browser/scan-queue.ts'
import { DAY, HOUR, SECOND } from '../../src/kernel/clock.ts'
import { NOW } from '../permits/sample.ts'

describe('the scans a phone may hand in', () => {
  it('are all that it can have kept without a signal, at once', () => {
    const { take } = createScanAllowance(PHONE_ALLOWANCE, () => NOW)
    for (let sent = 0; sent < MOST_WAITING; sent += UPLOADED_AT_ONCE) expect(take('a', UPLOADED_AT_ONCE)).toBe(true)
    expect([take('a', 1), take('b', 1)]).toEqual([false, true])
  })

  it('are never refused to an officer, who lets a vehicle pass every two seconds for a whole day', () => {
    let now = NOW
    const { take } = createScanAllowance(PHONE_ALLOWANCE, () => now)
    take('a', MOST_WAITING)
    for (; now < NOW + DAY;) {
      now += 2 * SECOND
      expect(take('a', 1)).toBe(true)
    }
  })

  it('are a few thousand an hour to whoever plants them', () => {
    let now = NOW
    const { take } = createScanAllowance(PHONE_ALLOWANCE, () => now)
    let taken = 0
    for (; now < NOW + HOUR; now += 20) if (take('a', 200)) taken += 200
    expect(taken).toBeLessThanOrEqual(6_800)
  })
})
