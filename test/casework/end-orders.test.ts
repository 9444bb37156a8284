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

/** One round over these permits; those that were ended are not found again. */
async function round(
  found: readonly HeldPermit[],
  {
    outcome = () => 'done',
    endedAt = NOW - MINUTE,
    ended = order,
  }: { outcome?: (i: number) => Outcome; endedAt?: number; ended?: string } = {},
) {
  let left = [...found]
  const requests: ProgramRequest[] = []
  const asked: (readonly string[])[] = []
  const settled: unknown[] = []
  const rings: string[] = []
  const count = await createEndOrders({
    orders: {
      unsettled: async () => [{ order: ended, endedAt }],
      settle: async (...what) => void settled.push(what),
    },
    permits: {
      ofKinds: async (kinds, _now, limit) => {
        if (asked.push(kinds) > 9) throw new Error('reads on and on')
        return left.slice(0, limit)
      },
      countOfKinds: async () => left.length,
    },
    act: async (request) => {
      const became = outcome(requests.push(request) - 1)
      if (became !== 'stale') left = left.filter(({ permit }) => permit !== request.named)
      return became
    },
    kinds: sampleKinds,
    doorbell: {
      ring: (bell, key) => void rings.push(`${bell} ${key}`),
      answer: () => undefined,
      close: async () => undefined,
    },
    now: () => NOW,
  })()
  return { count, requests, asked, settled, rings }
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

  it.each([
    [199, 1],
    [200, 2],
    [401, 3],
  ])('reads %i of them in batches of two hundred, until one is not full', async (count, batches) => {
    const ended = await round(held(count))
    expect([ended.count, ended.asked.length]).toEqual([count, batches])
  })

  it('looks only for the kinds that depend on this order, and for none where none does', async () => {
    const dependent = sampleKinds.all.filter((kind) => kind.order.id === order).map(({ id }) => id)
    expect((await round([])).asked).toEqual([dependent])
    expect(dependent.length).toBeLessThan(sampleKinds.all.length)
    expect(await round(held(1), { ended: 'no such order' })).toMatchObject({ asked: [], requests: [], count: 0 })
    expect(await round(held(1, 'no such kind'))).toMatchObject({ requests: [], count: 0, rings: [] })
  })

  it('counts only what it ended itself', async () => {
    const outcomes: Outcome[] = ['gone', 'done', 'stale']
    expect((await round(held(3), { outcome: (i) => outcomes[i]! })).count).toBe(1)
  })

  it('leaves to the next round what others are at work on: all of a full batch, not one of it', async () => {
    expect((await round(held(200), { outcome: () => 'stale' })).asked).toHaveLength(1)
    expect((await round(held(200), { outcome: (i) => (i === 0 ? 'stale' : 'done') })).asked).toHaveLength(2)
  })

  it('is done with an order after ten minutes, when all that was planned before is written', async () => {
    expect((await round([], { endedAt: NOW - 10 * MINUTE + 1 })).settled).toEqual([])
    expect((await round([], { endedAt: NOW - 10 * MINUTE })).settled).toEqual([[order, NOW]])
  })
})
