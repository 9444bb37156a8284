import { describe, expect, it } from 'vitest'
import type { ActByProgram, ProgramRequest } from '../../src/casework/act-by-program.ts'
import { createEndOrders } from '../../src/casework/end-orders.ts'
import type { HeldPermit } from '../../src/casework/ports.ts'
import { MINUTE } from '../../src/kernel/clock.ts'
import type { CitizenId, PermitId } from '../../src/kernel/ids.ts'
import { NOW, sampleKinds, samplePermit, travelPass } from '../permits/sample.ts'

type Outcome = Awaited<ReturnType<ActByProgram>>
const sample = await samplePermit()
const order = travelPass.order.id
const held = (count: number, kind = travelPass.id): HeldPermit[] =>
  Array.from({ length: count }, (_, i) => ({
    permit: { ...sample, kind, id: i.toString(16).padStart(16, '0') as PermitId },
    citizen: `citizen ${i}` as CitizenId,
    code: `H12.99-300501-${i}`,
  }))

/** One round over these permits, in pages of two hundred. */
async function round(
  found: readonly HeldPermit[],
  {
    outcome = () => 'done',
    endedAt = NOW - MINUTE,
    ended = order,
  }: { outcome?: (i: number) => Outcome; endedAt?: number; ended?: string } = {},
) {
  const requests: ProgramRequest[] = []
  const asked: (readonly string[])[] = []
  const settled: unknown[] = []
  const rings: string[] = []
  const under = { now: 0, most: 0 }
  const failure: unknown[] = []
  const count = await createEndOrders({
    orders: {
      unsettled: async () => [{ order: ended, endedAt }],
      settle: async (...what) => void settled.push(what),
    },
    permits: {
      ofKinds: async function* (kinds) {
        asked.push(kinds)
        for (let from = 0; kinds.length > 0 && from < found.length; from += 200) yield found.slice(from, from + 200)
      },
      countOfKinds: async () => found.length,
    },
    act: async (request) => {
      const i = requests.push(request) - 1
      under.now++
      under.most = Math.max(under.most, under.now)
      await Promise.resolve()
      under.now--
      return outcome(i)
    },
    kinds: sampleKinds,
    doorbell: {
      ring: (bell, key) => void rings.push(`${bell} ${key}`),
      answer: () => undefined,
      close: async () => undefined,
    },
    now: () => NOW,
  })().catch((cause: unknown) => {
    failure.push(cause)
    return undefined
  })
  return { count, requests, asked, settled, rings, failure, most: under.most }
}

describe('ending the permits of an order that has ended', () => {
  it('ends each, says so to its holder, and names the order it ended with', async () => {
    const { count, requests, rings } = await round(held(2))
    expect(count).toBe(2)
    expect(requests[0]).toEqual({
      ...{ dossier: sample.dossier, named: held(1)[0]!.permit, permitName: travelPass.name, at: NOW },
      act: { type: 'end-permit', title: travelPass.order.title, since: NOW - MINUTE },
      with: { endedWith: order },
    })
    expect(rings).toEqual(['delivery citizen 0', 'delivery citizen 1'])
  })

  it('goes through all of them, several at a time but not all at once', async () => {
    const { count, most } = await round(held(401))
    expect(count).toBe(401)
    expect(most).toBeGreaterThan(4)
    expect(most).toBeLessThanOrEqual(16)
  })

  it('looks only for the kinds that depend on this order, and for none where none does', async () => {
    const dependent = sampleKinds.all.filter((kind) => kind.order.id === order).map(({ id }) => id)
    expect((await round([])).asked).toEqual([dependent])
    expect(dependent.length).toBeLessThan(sampleKinds.all.length)
    expect(await round(held(1), { ended: 'no such order' })).toMatchObject({ asked: [[]], requests: [], count: 0 })
    expect(await round(held(1, 'no such kind'))).toMatchObject({ requests: [], count: 0, rings: [] })
  })

  it('counts only what it ended itself', async () => {
    const outcomes: Outcome[] = ['gone', 'done', 'stale']
    expect((await round(held(3), { outcome: (i) => outcomes[i]! })).count).toBe(1)
  })

  it('leaves to the next round what others are at work on', async () => {
    const { count, requests } = await round(held(200), { outcome: (i) => (i === 0 ? 'stale' : 'done') })
    expect([count, requests.length]).toEqual([199, 200])
  })

  it('ends the others when one fails, says so, and is not done with the order', async () => {
    const outcome = (i: number) => {
      if (i === 3) throw new Error('killed')
      return 'done' as const
    }
    const { requests, rings, failure, settled } = await round(held(30), { outcome, endedAt: NOW - 10 * MINUTE })
    expect([requests.length, rings.length, settled]).toEqual([30, 29, []])
    expect(failure).toEqual([new Error('killed')])
  })

  it('gives up when all fail: it is the database, and the next round asks it again', async () => {
    const fails = () => {
      throw new Error('the disk is full')
    }
    const { requests, failure } = await round(held(1_000), { outcome: fails })
    expect(requests).toHaveLength(200)
    expect(failure).toEqual([new Error('the disk is full')])
  })

  it('is done with an order after ten minutes, when all that was planned before is written', async () => {
    expect((await round([], { endedAt: NOW - 10 * MINUTE + 1 })).settled).toEqual([])
    expect((await round([], { endedAt: NOW - 10 * MINUTE })).settled).toEqual([[order, NOW]])
  })
})
