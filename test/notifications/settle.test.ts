import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { isWindowOpen, settle } from '../../src/notifications/settle.ts'
import type { SendResult } from '../../src/notifications/send.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const DAY = 86_400_000
const message = (attempts: number, createdAt = NOW) => ({
  seq: 1, citizen: '7' as CitizenId, message: { type: 'text', text: 'a' } as const, attempts, createdAt,
}) // prettier-ignore

describe('a message after one attempt', () => {
  it.each<[SendResult, object]>([
    [
      { outcome: 'sent', zaloMessageId: 'ab' },
      { state: 'sent', zaloMessageId: 'ab' },
    ],
    [
      { outcome: 'again', reason: 'zalo -32' },
      { state: 'waiting', notBefore: NOW + 2_000, reason: 'zalo -32' },
    ],
    [
      { outcome: 'later', reason: 'zalo -218', notBefore: NOW + DAY },
      { state: 'waiting', notBefore: NOW + DAY, reason: 'zalo -218' },
    ],
    [
      { outcome: 'window closed', reason: 'zalo -230' },
      { state: 'held', reason: 'zalo -230' },
    ],
    [
      { outcome: 'unreachable', reason: 'zalo -217' },
      { state: 'dead', reason: 'zalo -217' },
    ],
    [
      { outcome: 'broken', reason: 'zalo -201' },
      { state: 'dead', reason: 'zalo -201' },
    ],
  ])('becomes what %o asks for', (result, settlement) => {
    expect(settle(message(0), result, NOW, 0.5)).toEqual(settlement)
  })

  it('pauses longer after each refusal, never above an hour and a quarter, and ends after twelve', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, jitter) => {
        const settlement = settle(message(attempts), { outcome: 'again', reason: 'r' }, NOW, jitter)
        expect(settlement.state).toBe('waiting')
        if (settlement.state !== 'waiting') return
        expect(settlement.notBefore).toBeGreaterThan(NOW)
        expect(settlement.notBefore).toBeLessThanOrEqual(NOW + 1.25 * 3_600_000)
      }),
    )
    expect(settle(message(11), { outcome: 'again', reason: 'r' }, NOW, 0)).toEqual({ state: 'dead', reason: 'r' })
  })

  it('is given up when a daily limit has put it off for a week', () => {
    const old = message(3, NOW - 7 * DAY - 1)
    expect(settle(old, { outcome: 'later', reason: 'zalo -211', notBefore: NOW + 1 }, NOW, 0).state).toBe('dead')
  })
})

it('Zalo’s window is open for seven days after the citizen wrote', () => {
  expect(isWindowOpen(NOW - 6 * DAY, NOW)).toBe(true)
  expect(isWindowOpen(NOW - 7 * DAY, NOW)).toBe(false)
})
