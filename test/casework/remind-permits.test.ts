import { describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../src/conversation/words/messages.ts'
import type { Dossier } from '../../src/dossiers/dossier.ts'
import { HOUR } from '../../src/kernel/clock.ts'
import type { DossierId, PermitId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { createRemindPermits } from '../../src/casework/remind-permits.ts'
import { NOW, samplePermit, travelDossier } from '../permits/sample.ts'

const { citizen } = travelDossier()
const due = await samplePermit({ remindAt: NOW, issuedAt: NOW - 24 * HOUR })
const end = due.validUntil

interface Kept {
  permit?: Permit
  others?: Permit[]
  dossiers?: Dossier[]
  extendFlow?: string
  isLate?: boolean
}

async function remind({ permit = due, others = [], dossiers = [], extendFlow, isLate = false }: Kept = {}) {
  const settled: (OutgoingMessage | undefined)[] = []
  const rung: string[] = []
  const told = await createRemindPermits({
    reminders: {
      due: async () => [{ permit, citizen }],
      settle: async (_, message) => {
        settled.push(message)
        return isLate ? 'known' : 'settled'
      },
    },
    permits: { ofCitizen: async () => [permit, ...others] },
    dossiers: { ofCitizen: async () => dossiers, find: async (id) => dossiers.find((one) => one.id === id) },
    extendFlow: () => extendFlow,
    permitName: () => 'giấy đi đường',
    doorbell: {
      ring: (bell, key) => void rung.push(`${bell} ${key}`),
      answer: () => undefined,
      close: async () => undefined,
    },
    now: () => NOW,
  })()
  return { told, settled, rung }
}

const NOT_TOLD = { told: 0, settled: [undefined], rung: [] }
const another = (changes: Partial<Permit>): Permit => ({ ...due, id: 'ff'.repeat(8) as PermitId, ...changes })
const extension = another({ validFrom: end, validUntil: end + HOUR })
const extending = (changes: Partial<Dossier> = {}, permit: string = due.id): Dossier => ({
  ...travelDossier({ permit }),
  ...{ id: 'd2' as DossierId, status: 'registered' },
  ...changes,
})

describe('reminding holders of the end of a permit', () => {
  it('tells the end and offers the way to an extension', async () => {
    expect(await remind({ extendFlow: 'noi-dai' })).toEqual({
      told: 1,
      settled: [
        {
          type: 'text',
          text: `Giấy đi đường số ${due.number} hết hạn lúc 17:00 04/05/2030. Nếu cần đi tiếp, ông/bà xin gia hạn bây giờ.`,
          choices: [{ key: 'lam:noi-dai', label: 'Gia hạn' }],
        },
      ],
      rung: [`delivery ${citizen}`],
    })
  })

  it('speaks of a new permit where there is no flow for an extension', async () => {
    const { settled } = await remind()
    expect(settled[0]).toMatchObject({ text: expect.stringContaining('xin giấy mới trước lúc đó') as string })
    expect(settled[0]).not.toHaveProperty('choices')
  })

  it('is silent, and done with it, when the permit was revoked or has ended', async () => {
    expect(await remind({ permit: { ...due, revokedAt: NOW } })).toEqual(NOT_TOLD)
    expect(await remind({ permit: { ...due, validUntil: NOW } })).toEqual(NOT_TOLD)
  })

  it('is silent when an extension was granted or waits for an officer', async () => {
    expect(await remind({ others: [extension] })).toEqual(NOT_TOLD)
    expect(await remind({ dossiers: [extending()] })).toEqual(NOT_TOLD)
    const old = 'aa'.repeat(8) as PermitId
    expect(await remind({ permit: { ...due, replaces: old }, dossiers: [extending({}, old)] })).toEqual(NOT_TOLD)
  })

  it.each([
    ['revoked', { others: [{ ...extension, revokedAt: NOW }] }],
    ['for somebody else', { others: [{ ...extension, name: 'Trần Văn Khác' }] }],
    ['of another kind', { others: [{ ...extension, kind: 'market-card' }] }],
    ['beginning after a gap', { others: [{ ...extension, validFrom: end + 1 }] }],
    ['refused', { dossiers: [extending({ status: 'stopped' })] }],
    ['asked for another permit', { dossiers: [extending({}, 'ee'.repeat(8))] }],
  ])('speaks all the same when the extension is %s', async (_, kept) => expect((await remind(kept)).told).toBe(1))

  it('rings for nothing that another process has said', async () =>
    expect(await remind({ isLate: true })).toMatchObject({ told: 0, rung: [] }))
})

/** A round over a backlog; those that were settled are not due any more. */
async function backlog(count: number, fails: (number: string) => boolean = () => false) {
  let waiting = Array.from({ length: count }, (_, i) => another({ id: `id ${i}` as PermitId, number: String(i) }))
  const told: string[] = []
  const under = { now: 0, most: 0 }
  const round = createRemindPermits({
    reminders: {
      due: async (_now, limit) => waiting.slice(0, limit).map((permit) => ({ permit, citizen })),
      settle: async ({ permit }) => {
        under.most = Math.max(under.most, ++under.now)
        await Promise.resolve()
        under.now--
        if (fails(permit.number)) throw new Error(`not ${permit.number}`)
        told.push(permit.number)
        waiting = waiting.filter(({ id }) => id !== permit.id)
        return 'settled'
      },
    },
    permits: { ofCitizen: async () => [] },
    dossiers: { ofCitizen: async () => [], find: async () => undefined },
    extendFlow: () => undefined,
    permitName: () => 'giấy đi đường',
    doorbell: { ring: () => undefined, answer: () => undefined, close: async () => undefined },
    now: () => NOW,
  })
  const outcome = await round().catch((cause: unknown) => cause)
  return { outcome, told, left: waiting.length, most: under.most, round }
}

describe('a backlog of reminders', () => {
  it('is gone through in one round, several at a time', async () => {
    const { outcome, left, most } = await backlog(730)
    expect([outcome, left]).toEqual([730, 0])
    expect(most).toBeGreaterThan(4)
    expect(most).toBeLessThanOrEqual(16)
  })

  it('of more than Zalo takes in a minute is left to the next rounds', async () => {
    const { told, round } = await backlog(5_300)
    expect([told.length, await round()]).toEqual([5_000, 300])
  })

  it('is gone through in spite of some that fail, which stand at its head and are tried again by the next round', async () => {
    const { outcome, told, left } = await backlog(500, (number) => Number(number) < 120)
    expect(outcome).toEqual(new Error('not 0'))
    expect([told.length, left]).toEqual([380, 120])
  })

  it('is given up when all of them fail', async () => {
    const { outcome, told } = await backlog(5_000, () => true)
    expect([outcome, told]).toEqual([new Error('not 0'), []])
  })
})
