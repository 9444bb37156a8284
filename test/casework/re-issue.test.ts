import { describe, expect, it } from 'vitest'
import { createActByProgram } from '../../src/casework/act-by-program.ts'
import type { CaseChange, HeldPermit } from '../../src/casework/ports.ts'
import { createReIssue } from '../../src/casework/re-issue.ts'
import { renderNumber } from '../../src/permits/code/number.ts'
import type { PermitId } from '../../src/kernel/ids.ts'
import { inventKey } from '../permits/plain-ring.ts'
import { NOW, ringOf, samplePermit, travelDossier } from '../permits/sample.ts'

const sample = await samplePermit()
const dossier = travelDossier()
const { citizen, code } = dossier
const inOrder: HeldPermit[] = Array.from({ length: 230 }, (_, i) => ({
  permit: {
    ...sample,
    id: i.toString(16).padStart(16, '0') as PermitId,
    // Every other one has a reminder still to come.
    ...(i % 2 === 1 && { remindAt: NOW + i }),
  },
  citizen,
  code,
}))

async function run(firstDay: string, answer: 'done' | 'stale' = 'done', found = sample) {
  const committed: CaseChange[] = []
  let readings = 0
  const act = createActByProgram({
    dossiers: { find: async () => dossier, actions: async () => [] },
    permits: { find: async () => found },
    changes: { commit: async (change) => (committed.push(change), answer) },
    names: {
      procedureName: (flow) => flow,
      agencyName: (agency) => agency,
      kindOf: () => undefined,
      rateFlow: () => undefined,
    },
  })
  const counted = await createReIssue({
    permits: {
      affected: async (_, __, after, limit) => {
        if (++readings > 3) throw new Error('reads on and on')
        return inOrder.filter(({ permit }) => after === undefined || permit.id > after).slice(0, limit)
      },
    },
    act,
    keys: ringOf(inventKey('b001', firstDay, '2030-05-31')),
    makePermitId: () => 'ff'.repeat(8) as PermitId,
    permitName: () => 'giấy đi đường',
    now: () => NOW,
  }).run('a001')
  return { ...counted, committed }
}

describe('making permits under a lost key anew', () => {
  it('comes to an end where no key is in force, and has counted them', async () =>
    expect(await run('2030-05-02')).toEqual({ reIssued: 0, left: 230, committed: [] }))

  it('counts those that were revoked meanwhile neither as made nor as left', async () =>
    expect(await run('2030-05-01', 'stale', { ...sample, revokedAt: NOW })).toMatchObject({ reIssued: 0, left: 0 }))

  it('counts as left those that somebody else is at work on again and again', async () =>
    expect(await run('2030-05-01', 'stale')).toMatchObject({ reIssued: 0, left: 230 }))

  it('keeps the hour of a reminder that is still to come, and invents none', async () => {
    const { committed } = await run('2030-05-01')
    const remindAt = new Map(committed.map(({ granted }) => [granted?.replaces, granted?.remindAt]))
    expect(inOrder.slice(0, 4).map(({ permit }) => remindAt.get(permit.id))).toEqual([
      ...[undefined, NOW + 1],
      ...[undefined, NOW + 3],
    ])
    expect(committed.find(({ granted }) => granted?.replaces === inOrder[0]?.permit.id)?.granted).not.toHaveProperty(
      'remindAt',
    )
  })

  it('tells the holder both numbers, the end, and what to do with the old picture', async () => {
    const { reIssued, committed } = await run('2030-05-01')
    expect(reIssued).toBe(230)
    const first = committed.find(({ granted }) => granted?.replaces === inOrder[0]?.permit.id)
    expect(first?.granted).toMatchObject({
      ...{ id: 'ff'.repeat(8), keyId: 'b001', number: renderNumber('ff'.repeat(8) as PermitId) },
      ...{ dossier: sample.dossier, kind: sample.kind, issuedAt: NOW, replaces: inOrder[0]?.permit.id },
    })
    expect(first?.messages).toMatchObject([{ type: 'text' }, { type: 'picture', of: { permit: 'ff'.repeat(8) } }])
    const text = first?.messages[0]?.type === 'text' ? first.messages[0].text : ''
    for (const part of [code, sample.number, first?.granted?.number, '17:00 04/05/2030', 'xóa ảnh cũ'])
      expect(text).toContain(part)
  })
})
