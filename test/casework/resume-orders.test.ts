import { describe, expect, it } from 'vitest'
import type { ActByProgram, ProgramRequest } from '../../src/casework/act-by-program.ts'
import type { HeldPermit } from '../../src/casework/ports.ts'
import { createResumeOrders, mayResume } from '../../src/casework/resume-orders.ts'
import { DAY, MINUTE } from '../../src/kernel/clock.ts'
import type { CitizenId, PermitId } from '../../src/kernel/ids.ts'
import type { Granted } from '../../src/permits/grant/grant.ts'
import { NOW, sampleKinds, samplePermit, travelPass } from '../permits/sample.ts'

type Outcome = Awaited<ReturnType<ActByProgram>>
const sample = await samplePermit()
const anew = await samplePermit({ number: 'MỚI-2' })
const order = travelPass.order.id
const held = (count: number, kind = travelPass.id): HeldPermit[] =>
  Array.from({ length: count }, (_, i) => ({
    permit: { ...sample, kind, id: i.toString(16).padStart(16, '0') as PermitId },
    citizen: `citizen ${i}` as CitizenId,
    code: `H12.99-300501-${i}`,
  }))

interface Kept {
  outcome?: (i: number) => Outcome
  granted?: Granted
  resumedAt?: number
}

async function round(
  found: readonly HeldPermit[],
  { outcome = () => 'done', granted, resumedAt = NOW - DAY }: Kept = {},
) {
  const resumed = { order, resumedAt, because: 'Dịch lại lan.' }
  const requests: ProgramRequest[] = []
  const restored: unknown[] = []
  const rings: string[] = []
  const count = await createResumeOrders({
    orders: { unrestored: async () => [resumed], restore: async (...what) => void restored.push(what) },
    permits: {
      endedWith: async function* () {
        for (let from = 0; from < found.length; from += 200) yield found.slice(from, from + 200)
      },
      countEndedWith: async () => found.length,
    },
    grantAnew: async () => granted ?? { outcome: 'granted', permit: anew },
    act: async (request) => outcome(requests.push(request) - 1),
    kinds: sampleKinds,
    doorbell: {
      ring: (bell, key) => void rings.push(`${bell} ${key}`),
      answer: () => undefined,
      close: async () => undefined,
    },
    now: () => NOW,
  })().catch((cause: unknown) => cause)
  return { count, requests, restored, rings, resumed }
}

describe('making permits anew whose order is applied again', () => {
  it('makes each, and tells its holder since when and why', async () => {
    const { count, requests, rings, resumed } = await round(held(2))
    expect(count).toBe(2)
    expect(requests[0]).toEqual({
      ...{ dossier: sample.dossier, named: held(1)[0]!.permit, anew, permitName: travelPass.name, at: NOW },
      act: { type: 'revive-permit', title: travelPass.order.title, since: NOW - DAY, because: resumed.because },
      with: { revived: { permit: held(1)[0]!.permit.id, order } },
    })
    expect(rings).toEqual(['delivery citizen 0', 'delivery citizen 1'])
  })

  it('goes through all of them', async () => {
    const { count, requests } = await round(held(401))
    expect([count, new Set(requests.map(({ named }) => named?.id)).size]).toEqual([401, 401])
  })

  it('makes the others when one fails, says so, and is not done with the order', async () => {
    const outcome = (i: number) => {
      if (i === 3) throw new Error('killed')
      return 'done' as const
    }
    const { count, requests, rings, restored } = await round(held(30), { outcome })
    expect([count, requests.length, rings.length, restored]).toEqual([new Error('killed'), 30, 29, []])
  })

  it('is done with the order when all are made, and ten minutes have passed since it was applied again', async () => {
    const { restored, resumed } = await round(held(1), { resumedAt: NOW - 10 * MINUTE })
    expect(restored).toEqual([[resumed, NOW]])
    expect((await round(held(1), { resumedAt: NOW - 10 * MINUTE + 1 })).restored).toEqual([])
    expect((await round([])).restored).toHaveLength(1)
  })

  it('is not done while one is left: nobody describes its kind, no key is in force, or somebody is at work on it', async () => {
    const noKey = { granted: { outcome: 'refused', because: 'Chưa có khóa.' } } as const
    expect(await round(held(1), noKey)).toMatchObject({ count: 0, restored: [], requests: [], rings: [] })
    expect(await round(held(1, 'no such kind'))).toMatchObject({ count: 0, restored: [], requests: [] })
    expect(await round(held(1), { outcome: () => 'stale' })).toMatchObject({ count: 0, restored: [] })
  })

  it('counts only what it made itself, and waits for nothing that somebody else has made', async () => {
    const { count, restored } = await round(held(2), { outcome: (i) => (i === 0 ? 'gone' : 'done') })
    expect([count, restored.length]).toEqual([1, 1])
  })
})

it('an order may be applied again as long as a decision may be taken back', () => {
  expect([mayResume(NOW, NOW + DAY - 1), mayResume(NOW, NOW + DAY)]).toEqual([true, false])
})
