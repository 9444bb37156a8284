import { describe, expect, it } from 'vitest'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { createDispatch, judgeDoubt } from '../../src/notifications/dispatch.ts'
import type { Claim, Outbox, Settlement, Waiting } from '../../src/notifications/outbox.ts'
import type { SendResult } from '../../src/notifications/send.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const citizen = '7000000000000000011' as CitizenId
const waiting = (seq: number, text: string): Waiting => ({
  seq, citizen, message: { type: 'text', text }, attempts: 0, createdAt: NOW,
}) // prettier-ignore
const claimOf = (texts: string[], more: Partial<Claim> = {}): Claim => ({
  citizen,
  claimedAt: NOW,
  messages: texts.map((text, i) => waiting(i + 1, text)),
  more: false,
  lastInteractionAt: NOW,
  ...more,
})

/** Runs one answer of the delivery bell; `answers` are Zalo's, in order. */
async function dispatch(claim: Claim | undefined, answers: (SendResult | Error)[], forgotten: number[] = []) {
  const sent: string[] = []
  const settled: [number, Settlement, boolean][] = []
  const released: unknown[][] = []
  const rung: unknown[][] = []
  const outbox: Outbox = {
    claim: async () => claim,
    isWaiting: async (seq) => !forgotten.includes(seq),
    settle: async (message, settlement, _at, last) => void settled.push([message.seq, settlement, last]),
    release: async (...args) => void released.push(args),
    due: async () => [],
    forgetDeadDeliverers: async () => undefined,
  }
  await createDispatch({
    outbox,
    send: async (_citizen, message) => {
      sent.push(message.type === 'text' ? message.text : message.type)
      const answer = answers.shift() ?? { outcome: 'sent' as const }
      if (answer instanceof Error) throw answer
      return answer
    },
    doorbell: { ring: (...args) => void rung.push(args), answer: () => undefined, close: async () => undefined },
    now: () => NOW,
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })(citizen)
  return { sent, settled, released, rung }
}

describe('delivering a citizen’s messages', () => {
  it('sends them in order, each settled before the next, and gives the claim back with the last', async () => {
    const { sent, settled } = await dispatch(claimOf(['một', 'hai']), [])
    expect(sent).toEqual(['một', 'hai'])
    expect(settled).toEqual([
      [1, { state: 'sent' }, false],
      [2, { state: 'sent' }, true],
    ])
  })

  it('stops behind one that must wait, and asks to be rung when it is due', async () => {
    const { sent, settled, rung } = await dispatch(claimOf(['một', 'hai']), [{ outcome: 'again', reason: 'zalo -32' }])
    expect(sent).toEqual(['một'])
    expect(settled).toMatchObject([[1, { state: 'waiting' }, true]])
    expect(rung).toEqual([['delivery', citizen, 2_000]])
  })

  it('goes on behind one that is dead', async () => {
    const { sent } = await dispatch(claimOf(['một', 'hai']), [{ outcome: 'broken', reason: 'zalo -201' }])
    expect(sent).toEqual(['một', 'hai'])
  })

  it('holds everything back without calling Zalo when the window is closed', async () => {
    const { sent, settled } = await dispatch(claimOf(['một'], { lastInteractionAt: NOW - 8 * 86_400_000 }), [])
    expect(sent).toEqual([])
    expect(settled).toMatchObject([[1, { state: 'held' }, true]])
  })

  it('sends nothing more of what was claimed before the citizen asked to be forgotten', async () => {
    const { sent, settled } = await dispatch(claimOf(['một', 'hai', 'ba']), [], [2, 3])
    expect(sent).toEqual(['một'])
    expect(settled.at(-1)).toEqual([3, { state: 'dead', reason: 'forgotten' }, true])
  })

  it('does nothing when another deliverer holds the claim', async () => {
    expect(await dispatch(undefined, [])).toEqual({ sent: [], settled: [], released: [], rung: [] })
  })

  it('gives the claim back in doubt when sending breaks', async () => {
    const { released } = await dispatch(claimOf(['một']), [new Error('socket')])
    expect(released).toEqual([[citizen, NOW]])
  })

  it('does not repeat a message whose echo came back after the deliverer died', async () => {
    const doubt = { since: NOW - 9_000, echoed: ['một'] }
    const { sent, settled } = await dispatch(claimOf(['một', 'hai'], { doubt }), [])
    expect(sent).toEqual(['hai'])
    expect(settled[0]).toEqual([1, { state: 'sent' }, false])
  })

  it('waits for the echo a little before it repeats a doubtful message', () => {
    const claim = (since: number) => claimOf(['một'], { doubt: { since, echoed: [] } })
    expect(judgeDoubt(claim(NOW - 1_000), waiting(1, 'một'), NOW)).toBe('wait')
    expect(judgeDoubt(claim(NOW - 6_000), waiting(1, 'một'), NOW)).toBe('send')
  })
})
