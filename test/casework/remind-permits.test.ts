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
