import { describe, expect, it } from 'vitest'
import { createKindOf, kindIn, namesFor } from '../../src/casework/names.ts'
import { findPermits } from '../../src/casework/find-permits.ts'
import { standingAt } from '../dossiers/standing.ts'
import { at } from '../dossiers/standing.ts'
import { samplePermit, travelPass } from '../permits/sample.ts'

/** A flow whose first version granted a pass, whose second does not, whose third grants what nobody describes. */
const GRANTS: Record<number, string | undefined> = { 1: travelPass.id, 2: undefined, 3: 'unknown-kind' }

const kindOf = createKindOf({
  pinned: (_flow, version) =>
    version in GRANTS ? { ...(GRANTS[version] !== undefined && { grants: GRANTS[version] }) } : undefined,
  findKind: (id) => (id === travelPass.id ? travelPass : undefined),
})

const approve = (flowVersion: number) => {
  const { dossier, history } = standingAt('accepted')
  const granted = async () => ({ outcome: 'granted' as const, permit: await samplePermit() })
  const permits = { find: async () => undefined, ofDossier: async () => [] }
  return findPermits(
    { permits, kindOf, grant: granted, grantAnew: granted },
    { dossier: { ...dossier, flowVersion }, history },
    { type: 'approve' },
    at(5),
  )
}

describe('what a dossier grants', () => {
  it('is what the version granted that it was filed under, whatever is published since', async () => {
    expect(kindOf({ flow: 'f', flowVersion: 1 })).toBe(travelPass)
    expect(kindOf({ flow: 'f', flowVersion: 2 })).toBeUndefined()
    expect(await approve(1)).toHaveProperty('granted')
    expect(await approve(2)).toEqual({ inForce: [] })
  })

  it('is not known where that version cannot be run or its kind is described nowhere: then nothing is approved', async () => {
    for (const version of [3, 4]) {
      expect(kindOf({ flow: 'f', flowVersion: version })).toBe('unreadable')
      expect(await approve(version)).toEqual({ because: expect.stringContaining('không đọc được nữa') as string })
    }
  })
})

it('an act names procedure, agency and permit as people know them, and the flow for rating where there is one', () => {
  const { dossier } = standingAt('accepted')
  const ports = { procedureName: (flow: string) => `tên ${flow}`, agencyName: (code: string) => `cơ quan ${code}` }
  const prospect = { term: 'Thời hạn: 3 ngày làm việc.', isCounted: true }
  const named = { procedureName: `tên ${dossier.flow}`, agencyName: `cơ quan ${dossier.agency}` }
  expect(
    namesFor(
      dossier,
      { ...ports, kindOf: () => travelPass, rateFlow: () => 'danh-gia', prospectOf: () => prospect },
      1,
    ),
  ).toEqual({
    ...named,
    ...{ permitName: travelPass.name, rateFlow: 'danh-gia', prospect },
    termAt: expect.any(Function) as unknown,
  })
  for (const kind of [undefined, 'unreadable'] as const)
    expect(namesFor(dossier, { ...ports, kindOf: () => kind, rateFlow: () => undefined }, 1)).toStrictEqual({
      ...named,
      permitName: 'giấy',
    })
  expect([kindIn('unreadable'), kindIn(undefined), kindIn(travelPass)]).toEqual([undefined, undefined, travelPass])
})
