import { expect, it } from 'vitest'
import type { DossierAction } from '../../src/dossiers/dossier.ts'
import { HOUR } from '../../src/kernel/clock.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { createPermitPapers } from '../../src/program/permit-papers.ts'
import { createKinds } from '../../src/permits/grant/kinds.ts'
import { printPermit } from '../../src/permits/paper/print-permit.ts'
import { NOW, samplePermit, travelDossier, travelPass } from '../permits/sample.ts'

const URL = 'https://gdd.example.vn'
const permit = await samplePermit()

const approved = (name: string, at: number): DossierAction => ({
  ...{ type: 'approved', by: { type: 'staff', id: name as StaffId, name }, at, status: 'done' },
})

const printed = (actions: DossierAction[]) =>
  createPermitPapers({
    permits: { find: async () => permit },
    dossiers: { find: async () => travelDossier(), actions: async () => actions },
    kinds: createKinds([travelPass]),
    agencyName: () => 'Trung tâm Phục vụ hành chính công',
    publicUrl: URL,
    now: () => NOW,
  }).print(permit)

const expected = (approvedBy?: string) =>
  printPermit(permit, URL, {
    ...{ kind: travelPass, agencyName: 'Trung tâm Phục vụ hành chính công' },
    ...(approvedBy !== undefined && { approvedBy }),
  })

it('names on the sheet the officer on whose approval the permit stands, and nobody where there was none', async () => {
  const first = approved('Lê Thị Hoa', permit.issuedAt)
  // Taken back and approved anew, that is another permit.
  const later = approved('Trần Văn Nam', permit.issuedAt + HOUR)
  const named = await expected('Lê Thị Hoa')
  expect((await printed([first, later])).equals(named)).toBe(true)
  const bare = await printed([{ ...first, by: { type: 'program' } }])
  expect(bare.equals(await expected())).toBe(true)
  expect(bare.equals(named)).toBe(false)
})
