import { describe, expect, it } from 'vitest'
import type { DossierId, PermitId } from '../../src/kernel/ids.ts'
import { createDuplicates } from '../../src/casework/duplicates.ts'
import { createGrantingVersions } from '../../src/casework/granting.ts'
import type { KindOf } from '../../src/casework/names.ts'
import { NOW, samplePermit, travelDossier, travelPass } from '../permits/sample.ts'
import { inMemoryDossiers } from './in-memory.ts'
import { inMemoryPermitDesk } from '../staff/permits/in-memory.ts'

function prepare() {
  const books = inMemoryDossiers()
  const desk = inMemoryPermitDesk(books, () => NOW)
  const dossier = books.add()
  const found = async () => (await desk.ports.duplicates([dossier])).get(dossier.id)
  return { books, desk, dossier, found }
}
const other = { id: '00112233445566aa' as PermitId, dossier: 'other' as DossierId }
const answers = (changes: Record<string, string | undefined>) => ({ answers: travelDossier(changes).answers })
const elsewhere = { citizenNumber: '096190019999', applicant: 'Lê Văn Tám' }

describe('duplicates of a dossier', () => {
  it('are none where nothing else is filed, and the dossier does not collide with itself', async () => {
    expect(await prepare().found()).toEqual([])
  })

  it.each([
    ['the same person and plate', {}, ['person', 'plate']],
    ['the same person on foot, the name typed another way', { plate: '', name: 'NGUYEN THI  ANH TUYET' }, ['person']],
    ['another person with the same plate written another way', { name: 'Lê Văn Tám', plate: '69c1 12345' }, ['plate']],
  ] as const)('name a permit of %s', async (_what, changes, same) => {
    const { books, found } = prepare()
    const permit = await samplePermit({ ...other, ...changes })
    books.permitRows.push(permit)
    const of = { type: 'permit', number: permit.number }
    const { validFrom, validUntil } = permit
    expect(await found()).toEqual([{ of, dossier: 'other', same, validFrom, validUntil }])
  })

  it.each([
    ['is revoked', { revokedAt: NOW - 1 }],
    [
      'begins when the other ends',
      { validFrom: Date.parse('2030-05-04T17:00:00+07:00'), validUntil: Date.parse('2030-05-05T17:00:00+07:00') },
    ],
    ['is of another kind', { kind: 'market-card' }],
    ['is of somebody else in another vehicle', { idLast4: '9999', plate: '69C1-999.99' }],
  ])('leave out a permit that %s', async (_what, changes) => {
    const { books, found } = prepare()
    books.permitRows.push(await samplePermit({ ...other, ...changes }))
    expect(await found()).toEqual([])
  })

  it('leave out a permit that ends when the other begins', async () => {
    const { books, desk, dossier } = prepare()
    const begins = Date.parse('2030-05-03T06:00:00+07:00')
    const later = books.add(answers({ validFrom: String(begins) }))
    const colliding = async () => (await desk.ports.duplicates([later])).get(later.id)?.map((one) => one.dossier)
    books.permitRows.push(await samplePermit({ ...other, validUntil: begins }))
    expect(await colliding()).toEqual([dossier.id])
    books.permitRows.push(await samplePermit({ ...other, validUntil: begins + 1 }))
    expect(await colliding()).toEqual(['other', dossier.id])
  })

  it('name undecided dossiers, and none that was decided', async () => {
    const { books, found } = prepare()
    const waiting = books.add({ status: 'supplement', code: 'H12.99-300501-0002', ...answers({ plate: undefined }) })
    books.add({ status: 'done' })
    books.add({ status: 'withdrawn' })
    books.add({ ...answers({ ...elsewhere, plate: '69C1-999.99' }) })
    expect(await found()).toMatchObject([
      { of: { type: 'dossier', code: 'H12.99-300501-0002' }, dossier: waiting.id, same: ['person'] },
    ])
  })

  it.each([
    ['this side', true],
    ['the other side', false],
  ])('leave out a pair that was told apart from %s, with its permit', async (_which, isOwn) => {
    const { books, desk, dossier, found } = prepare()
    const [paired, third] = [books.add(), books.add()]
    books.permitRows.push(await samplePermit({ ...other, dossier: paired.id }))
    expect((await found())?.map((one) => one.dossier).toSorted()).toEqual([paired.id, paired.id, third.id].toSorted())
    const [by, from] = isOwn ? [dossier, paired] : [paired, dossier]
    const told = { type: 'told apart', by: { type: 'citizen' }, at: NOW, status: 'registered' } as const
    books.change(by.id, {}, { ...told, move: { apart: from.id } })
    expect((await found())?.map((one) => one.dossier)).toEqual([third.id])
    const ofBoth = await desk.ports.duplicates([dossier, paired])
    expect([...ofBoth.values()].map((same) => same.map((one) => one.dossier))).toEqual([[third.id], [third.id]])
  })

  it('do not take two people on foot for one vehicle', async () => {
    const { books, desk } = prepare()
    const walker = books.add(answers({ plate: undefined }))
    books.add(answers({ ...elsewhere, plate: undefined }))
    const found = (await desk.ports.duplicates([walker])).get(walker.id)
    expect(found?.map(({ same }) => same)).toEqual([['person']])
  })

  it('know a person by the number although the name was typed wrongly', async () => {
    const { books, found } = prepare()
    books.add(answers({ applicant: 'Nguyễn Thị Ánh Tuyến', plate: undefined }))
    expect(await found()).toMatchObject([{ same: ['person'] }])
  })

  it('know a person by the number also with a space behind it', async () => {
    const { books, found } = prepare()
    books.add(answers({ applicant: 'Nguyễn Thị Ánh Tuyến', citizenNumber: '096190012345 ', plate: undefined }))
    expect(await found()).toMatchObject([{ same: ['person'] }])
  })

  it('are not looked for where the flow grants nothing', async () => {
    const { books, desk } = prepare()
    const dossier = books.add({ flow: 'trich-luc-ho-tich' })
    expect((await desk.ports.duplicates([dossier])).has(dossier.id)).toBe(false)
  })

  it('are neither looked for nor found among dossiers filed through a version that granted nothing', async () => {
    const { books, desk, dossier } = prepare()
    const kindOf: KindOf = ({ flowVersion }) => (flowVersion === 1 ? travelPass : undefined)
    const { search } = desk.ports
    const granting = createGrantingVersions({ search, kindOf })
    const duplicates = createDuplicates({ search, kindOf, granting, now: () => NOW })
    const older = books.add({ flowVersion: 2 })
    const same = books.add()
    const found = await duplicates([dossier, older])
    expect(found.get(dossier.id)?.map((one) => one.dossier)).toEqual([same.id])
    expect(found.has(older.id)).toBe(false)
  })

  it('are asked for in one go for many dossiers', async () => {
    const { desk, books, dossier } = prepare()
    let asked = 0
    const search = { ...desk.ports.search, alike: async () => (asked++, []) }
    const duplicates = createDuplicates({ ...desk.ports, search, now: () => NOW })
    await duplicates([dossier, books.add(), books.add()])
    expect(asked).toBe(1)
  })
})
