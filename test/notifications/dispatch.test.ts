import { ZALO } from '../../src/zalo/channel.ts'
import { describe, expect, it } from 'vitest'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { StorageFault } from '../../src/kernel/fault.ts'
import { createDispatch } from '../../src/notifications/dispatch.ts'
import type { Lease, Outbox, Settlement, Waiting } from '../../src/notifications/outbox.ts'
import type { SendResult } from '../../src/notifications/send.ts'
import { piecesOf } from '../../src/zalo/render.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const citizen = '7000000000000000011' as CitizenId
const waiting = (seq: number, text: string): Waiting => ({
  seq,
  citizen,
  message: { type: 'text', text },
  attempts: 0,
  createdAt: NOW,
  parts: 0,
})
const leaseOf = (texts: string[], more: Partial<Lease> = {}): Lease => ({
  citizen,
  leasedAt: NOW,
  messages: texts.map((text, i) => waiting(i + 1, text)),
  lastInteractionAt: NOW,
  ...more,
})

/** Runs one answer of the delivery bell; `answers` are Zalo's, in order. */
async function dispatch(
  lease: Lease | undefined,
  answers: (SendResult | Error)[],
  forgotten: number[] = [],
  left?: number,
) {
  const sent: string[] = []
  const settled: [number, Settlement, boolean][] = []
  const released: unknown[][] = []
  const held: unknown[][] = []
  const rung: unknown[][] = []
  const outbox: Outbox = {
    lease: async () => lease,
    renew: async () => true,
    hold: async (_lease, message, reason) => (held.push([message.seq, reason]), true),
    settle: async (_lease, message, settlement, _at, last) => {
      settled.push([message.seq, settlement, last])
      return last ? left : lease?.messages.find(({ seq }) => seq > message.seq && !forgotten.includes(seq))?.seq
    },
    release: async ({ citizen: whose }, since) => void released.push([whose, since]),
    due: async () => [],
    forgetDeadDeliverers: async () => undefined,
  }
  await createDispatch({
    outbox,
    channel: {
      piecesOf,
      send: async (_citizen, message) => {
        sent.push(message.type === 'text' ? message.text : message.type)
        const answer = answers.shift() ?? { outcome: 'sent' as const }
        if (answer instanceof Error) throw answer
        return answer
      },
    },
    facts: ZALO,
    doorbell: { ring: (...args) => void rung.push(args) },
    now: () => NOW,
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })(citizen)
  return { sent, settled, released, held, rung }
}

describe('delivering a citizen’s messages', () => {
  it('sends them in order, each settled before the next, and gives the lease back with the last', async () => {
    const { sent, settled } = await dispatch(leaseOf(['một', 'hai']), [])
    expect(sent).toEqual(['một', 'hai'])
    expect(settled).toEqual([
      [1, { state: 'sent' }, false],
      [2, { state: 'sent' }, true],
    ])
  })

  it('stops behind one that must wait, and asks to be rung when it is due', async () => {
    const { sent, settled, rung } = await dispatch(leaseOf(['một', 'hai']), [{ outcome: 'again', reason: 'zalo -32' }])
    expect(sent).toEqual(['một'])
    expect(settled).toMatchObject([[1, { state: 'waiting' }, true]])
    expect(rung).toEqual([['delivery', citizen, 2_000]])
  })

  it('asks to be rung at once for what others decided while it was sending', async () => {
    const { sent, rung } = await dispatch(leaseOf(['một', 'hai']), [], [], 3)
    expect([sent, rung]).toEqual([['một', 'hai'], [['delivery', citizen, 0]]])
  })

  it('goes on behind one that is dead', async () => {
    const { sent } = await dispatch(leaseOf(['một', 'hai']), [{ outcome: 'broken', reason: 'zalo -201' }])
    expect(sent).toEqual(['một', 'hai'])
  })

  it('holds everything back without calling Zalo when the window is closed', async () => {
    const { sent, settled, held } = await dispatch(leaseOf(['một'], { lastInteractionAt: NOW - 8 * 86_400_000 }), [])
    expect([sent, settled, held]).toEqual([[], [], [[1, 'window closed']]])
  })

  it('sends nothing more of what it had taken before the citizen asked to be forgotten', async () => {
    const { sent, settled } = await dispatch(leaseOf(['một', 'hai', 'ba']), [], [2, 3])
    expect(sent).toEqual(['một'])
    expect(settled.at(-1)).toEqual([3, { state: 'dead', reason: 'forgotten' }, true])
  })

  it('does nothing when another deliverer holds the lease', async () => {
    expect(await dispatch(undefined, [])).toEqual({ sent: [], settled: [], released: [], held: [], rung: [] })
  })

  it('gives the lease back in doubt, and counts nothing, when storage is unwell', async () => {
    const unwell = new StorageFault('57P01', { retry: true })
    const { released, settled } = await dispatch(leaseOf(['một']), [unwell])
    expect([released, settled]).toEqual([[[citizen, NOW]], []])
  })

  it('counts a message that breaks us, so that it cannot stop those behind it for ever', async () => {
    const { released, settled } = await dispatch(leaseOf(['một']), [new TypeError('Nguyễn Văn An cannot be drawn')])
    expect(released).toEqual([])
    expect(settled).toMatchObject([[1, { state: 'in doubt', reason: 'fault TypeError' }, true]])
  })

  it('does not repeat a message whose echo came back after the deliverer died', async () => {
    const doubt = {
      since: NOW - 9_000,
      diedSince: NOW - 9_000,
      echoes: [{ kind: 'text', text: 'một', messageId: 'm' }],
    } as const
    const { sent, settled } = await dispatch(leaseOf(['một', 'hai'], { doubt }), [])
    expect(sent).toEqual(['hai'])
    expect(settled[0]).toEqual([1, { state: 'sent', zaloMessageId: 'm' }, false])
  })

  it('gives the lease back, and looks again soon, while an echo may still come', async () => {
    const doubt = { since: NOW - 1_000, until: NOW + 5_000, echoes: [] }
    const { sent, released, rung } = await dispatch(leaseOf(['một'], { doubt }), [])
    expect([sent, released, rung]).toEqual([[], [[citizen, undefined]], [['delivery', citizen, 1_500]]])
  })
})
