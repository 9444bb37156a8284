import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CitizenId } from '../../src/kernel/ids.ts'
import type { Piece } from '../../src/notifications/echo.ts'
import type { Doubt } from '../../src/notifications/outbox.ts'
import { ZALO } from '../../src/zalo/channel.ts'
import { isWindowOpen, judgeDoubt, settle } from '../../src/notifications/settle.ts'
import type { SendResult } from '../../src/notifications/send.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const DAY = 86_400_000
const message = (attempts: number, createdAt = NOW) => ({
  seq: 1,
  citizen: '7' as CitizenId,
  message: { type: 'text', text: 'a' } as const,
  attempts,
  createdAt,
  parts: 0,
})

const attempt = (jitter: number) => ({ beganAt: NOW - 9, endedAt: NOW, jitter })

describe('a message after one attempt', () => {
  it.each<[SendResult, object]>([
    [
      { outcome: 'sent', zaloMessageId: 'ab' },
      { state: 'sent', zaloMessageId: 'ab' },
    ],
    [{ outcome: 'sent' }, { state: 'sent' }],
    [
      { outcome: 'again', reason: 'zalo -32' },
      { state: 'waiting', notBefore: NOW + 2_000, reason: 'zalo -32', parts: 0 },
    ],
    [
      { outcome: 'again', reason: 'econnreset', mayHaveArrived: true, parts: 2 },
      { state: 'in doubt', since: NOW - 9, until: NOW + 18_000, reason: 'econnreset', parts: 2 },
    ],
    [
      { outcome: 'later', reason: 'zalo -218', notBefore: NOW + DAY },
      { state: 'waiting', notBefore: NOW + DAY, reason: 'zalo -218', parts: 0 },
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
    expect(settle(message(0), result, attempt(0.5), ZALO)).toStrictEqual(settlement)
  })

  it('pauses longer after each refusal, never above an hour and a quarter, and ends after twelve', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, jitter) => {
        const settlement = settle(message(attempts), { outcome: 'again', reason: 'r' }, attempt(jitter), ZALO)
        expect(settlement.state).toBe('waiting')
        if (settlement.state !== 'waiting') return
        expect(Number.isInteger(settlement.notBefore)).toBe(true)
        expect(settlement.notBefore).toBeGreaterThan(NOW)
        expect(settlement.notBefore).toBeLessThanOrEqual(NOW + 1.25 * 3_600_000)
      }),
    )
    expect(settle(message(11), { outcome: 'again', reason: 'r' }, attempt(0), ZALO)).toEqual({
      state: 'dead',
      reason: 'r',
    })
  })

  it('is given up when a daily limit has put it off for a week', () => {
    const putOff = { outcome: 'later', reason: 'zalo -211', notBefore: NOW + 1 } as const
    expect(settle(message(3, NOW - 7 * DAY - 1), putOff, attempt(0), ZALO).state).toBe('dead')
    expect(settle(message(3, NOW - 7 * DAY), putOff, attempt(0), ZALO).state).toBe('waiting')
  })
})

it('Zalo’s window is open for seven days after the citizen wrote, less a minute for the call', () => {
  expect(isWindowOpen(NOW - 7 * DAY + 60_001, NOW, ZALO)).toBe(true)
  expect(isWindowOpen(NOW - 7 * DAY + 60_000, NOW, ZALO)).toBe(false)
  expect(isWindowOpen(NOW - 7 * DAY, NOW, ZALO)).toBe(false)
})

describe('a first message that may have arrived', () => {
  const piece = (text: string): Piece => ({ kind: 'text', text })
  const echo = (text: string, kind: Piece['kind'] = 'text') => ({ kind, text, messageId: `id of ${text}` })
  const pieces = [piece('một'), piece('hai'), piece('ba')]
  const judge = (doubt: Omit<Doubt, 'since'> | undefined, parts = 0, attempts = 1, of: readonly Piece[] = pieces) => {
    const messages = [{ ...message(attempts), parts }]
    const lease = { citizen: '7' as CitizenId, leasedAt: NOW, messages, lastInteractionAt: NOW }
    return judgeDoubt({ ...lease, ...(doubt && { doubt: { since: NOW - 9_000, ...doubt } }) }, messages[0]!, of, NOW)
  }

  it('is sent where there is no doubt, from its first piece that has not arrived', () => {
    expect(judge(undefined, 1)).toEqual({ do: 'send', from: 1 })
  })

  it('waits for its echo as long as one may come, and is then sent again', () => {
    expect(judge({ until: NOW + 1, echoes: [] })).toEqual({ do: 'wait' })
    expect(judge({ until: NOW, echoes: [] })).toEqual({ do: 'send', from: 0 })
  })

  it('goes on behind the piece whose echo came', () => {
    expect(judge({ until: NOW + 1, echoes: [echo('hai')] }, 1)).toEqual({ do: 'send', from: 2 })
  })

  it('is sent once the echo of its last piece came', () => {
    const settlement = { state: 'sent', zaloMessageId: 'id of ba' }
    expect(judge({ until: NOW + 1, echoes: [echo('ba')] }, 2)).toEqual({ do: 'settle', settlement })
  })

  it('is not taken for arrived because it is cut into fewer pieces than when it was begun', () => {
    expect(judge({ until: NOW + 1, echoes: [] }, 3)).toEqual({ do: 'wait' })
  })

  it('is not taken for arrived because something else came back', () => {
    expect(judge({ until: NOW + 1, echoes: [echo('hai'), echo('một', 'picture')] })).toEqual({ do: 'wait' })
  })

  it('tells a picture by its kind, with or without its words, and a document by its kind', () => {
    const came = (kind: Piece['kind'], words: string, heard: string) =>
      judge({ until: NOW + 1, echoes: [echo(heard, kind)] }, 0, 1, [{ kind, text: words }]).do
    expect(came('picture', 'Giấy phép', '')).toBe('settle')
    expect(came('picture', 'Giấy phép', 'Giấy\u00a0phép ')).toBe('settle')
    expect(came('picture', 'Giấy phép', 'Ảnh khác')).toBe('wait')
    expect(came('document', '', '')).toBe('settle')
  })

  it('is looked for whole after a deliverer died, whose place in it nobody knows', () => {
    expect(judge({ diedSince: NOW - 4_000, echoes: [echo('một'), echo('hai')] })).toEqual({ do: 'wait' })
    expect(judge({ diedSince: NOW - 5_000, echoes: [echo('một'), echo('hai')] })).toEqual({ do: 'send', from: 2 })
    expect(judge({ diedSince: NOW, echoes: pieces.map(({ text }) => echo(text)) })).toMatchObject({ do: 'settle' })
    expect(judge({ diedSince: NOW - 9_000, until: NOW + 1, echoes: [] })).toEqual({ do: 'wait' })
  })

  it('counts an echo once: two equal pieces need two', () => {
    const twice = [piece('một'), piece('một')]
    expect(judge({ diedSince: NOW - 5_000, echoes: [echo('một')] }, 0, 1, twice)).toEqual({ do: 'send', from: 1 })
  })

  it('ends after twelve calls without an echo, and not before the last echo could have come', () => {
    expect(judge({ until: NOW + 1, echoes: [] }, 0, 12)).toEqual({ do: 'wait' })
    expect(judge({ until: NOW, echoes: [] }, 0, 12)).toEqual({
      do: 'settle',
      settlement: { state: 'dead', reason: 'never echoed' },
    })
  })
})
