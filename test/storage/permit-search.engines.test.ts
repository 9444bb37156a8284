import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierAction } from '../../src/dossiers/dossier.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { bucketsOf } from '../../src/permits/grant/buckets.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createPermitSearch } from '../../src/storage/permit-search.ts'
import { NOW, sampleClaims, travelDossier } from '../permits/sample.ts'
import { bothEngines } from './engines.ts'
import { plantGranted } from './granted.ts'

describe.each(await bothEngines())('looking for permits on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const plant = async (id: string, changes: Partial<ReturnType<typeof travelDossier>>) => {
    const row = { ...travelDossier(), id: id as DossierId, code: `H12.99-300502-${id}`, ...changes }
    await engine.write(async (db) => {
      await db.insert(engine.tables.dossiers).values(row)
    })
    return row
  }

  const act = (dossier: DossierId, type: DossierAction['type'], move: NonNullable<DossierAction['move']>) =>
    engine.write(async (db) => {
      const made = { seq: 1, type, actor: { type: 'citizen' }, at: NOW, status: 'accepted', move } as const
      await db.insert(engine.tables.dossierActions).values({ dossier, ...made })
    })

  it('finds those of a person or a plate that are neither revoked nor over', async () => {
    const search = createPermitSearch(engine)
    const somebody = { name: 'Lê Văn Tám', idLast4: '9999' }
    const both = await plantGranted(engine)
    const person = await plantGranted(engine, { plate: '' })
    const plate = await plantGranted(engine, somebody)
    await plantGranted(engine, { ...somebody, plate: '69C1-999.99' })
    await plantGranted(engine, { revokedAt: NOW })
    await plantGranted(engine, { validUntil: NOW })
    const idsOf = async (...claims: (typeof sampleClaims)[]) =>
      (await search.alike(claims.map(bucketsOf), NOW)).map(({ id }) => id).sort()
    expect(await idsOf(sampleClaims)).toEqual([both.permit.id, person.permit.id, plate.permit.id].sort())
    expect(await idsOf({ ...sampleClaims, plate: '' })).toEqual([both.permit.id, person.permit.id].sort())
    expect(await idsOf({ ...sampleClaims, name: 'Trần Thị Chín', plate: '' })).toEqual([])
    expect(await idsOf()).toEqual([])
  })

  it('finds what goes on from a permit', async () => {
    const search = createPermitSearch(engine)
    const { permit } = await plantGranted(engine)
    const extension = await plantGranted(engine, { replaces: permit.id })
    expect(await search.successors([permit.id])).toEqual([extension.permit])
    expect(await search.successors([extension.permit.id])).toEqual([])
    expect(await search.successors([])).toEqual([])
  })

  it('tells through which versions dossiers in these statuses were filed, each once', async () => {
    const search = createPermitSearch(engine)
    const flow = 'nhieu-ban'
    const before = await search.filedThrough(['accepted', 'registered'])
    for (const [id, changes] of [
      ['1001', {}],
      ['1002', { status: 'registered' }],
      ['1003', { flowVersion: 3 }],
      ['1004', { flowVersion: 4, status: 'done' }],
    ] as const)
      await plant(id, { flow, ...changes })
    const byVersion = (a: { flowVersion: number }, b: { flowVersion: number }) => a.flowVersion - b.flowVersion
    const found = await search.filedThrough(['accepted', 'registered'])
    expect(found.filter((one) => one.flow === flow).sort(byVersion)).toEqual([
      { flow, flowVersion: 1 },
      { flow, flowVersion: 3 },
    ])
    expect(found).toHaveLength(before.length + 2)
    expect(await search.filedThrough([])).toEqual([])
  })

  it('lists whole dossiers that wait, newest first, page by page', async () => {
    const search = createPermitSearch(engine)
    const flow = 'cho-duyet'
    const first = await plant('0001', { flow, filedAt: NOW - 1 })
    const second = await plant('0002', { flow, filedAt: NOW - 1, status: 'registered' })
    const third = await plant('0003', { flow, filedAt: NOW })
    await plant('0004', { flow, status: 'done' })
    await plant('0005', { flow: 'viec-khac' })
    await plant('0006', { flow, flowVersion: 2 })
    const filed = [flow, 'khong-co'].map((one) => ({ flow: one, flowVersion: 1 }))
    const filter = { filed, statuses: ['accepted', 'registered'] as const }
    expect(await search.waiting({ ...filter, limit: 2 })).toEqual([third, second])
    expect(await search.waiting({ ...filter, limit: 2, before: second })).toEqual([first])
    expect(await search.waiting({ ...filter, filed: [], limit: 2 })).toEqual([])
  })

  it('lists dossiers that wait as they stand, with what their citizens have mended', async () => {
    const search = createPermitSearch(engine)
    const [flow, plate] = ['da-bo-sung', '69C1-777.77']
    const { id, answers } = await plant('2001', { flow })
    const given = answers.filter(({ key }) => key === 'plate').map((it) => ({ ...it, value: plate, shown: plate }))
    await act(id, 'supplemented', { given })
    const [found] = await search.waiting({ filed: [{ flow, flowVersion: 1 }], statuses: ['accepted'], limit: 1 })
    expect(found?.answers.find(({ key }) => key === 'plate')?.value).toBe(plate)
    expect(found?.answers).toHaveLength(answers.length)
  })

  it('tells which of them were told apart, and from which', async () => {
    const search = createPermitSearch(engine)
    const [one, other, third] = [await plant('3001', {}), await plant('3002', {}), await plant('3003', {})]
    await act(one.id, 'told apart', { apart: other.id })
    await act(third.id, 'told apart', { apart: one.id })
    expect(await search.toldApart([one.id, other.id])).toEqual([[one.id, other.id]])
    expect(await search.toldApart([other.id])).toEqual([])
  })
})
