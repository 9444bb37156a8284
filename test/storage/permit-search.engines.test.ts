import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it('finds those of a person or a plate that are neither revoked nor over', async () => {
    const search = createPermitSearch(engine)
    const somebody = { name: 'Lê Văn Tám', idLast4: '9999' }
    const both = await plantGranted(engine)
    const person = await plantGranted(engine, { plate: '' })
    const plate = await plantGranted(engine, somebody)
    await plantGranted(engine, { ...somebody, plate: '69C1-999.99' })
    await plantGranted(engine, { revokedAt: NOW })
    await plantGranted(engine, { validUntil: Math.floor(NOW / 1000) })
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

  it('lists whole dossiers that wait, newest first, page by page', async () => {
    const search = createPermitSearch(engine)
    const plant = async (id: string, changes: Partial<ReturnType<typeof travelDossier>>) => {
      const row = { ...travelDossier(), id: id as DossierId, code: `H12.99-300502-${id}`, ...changes }
      await engine.write(async (db) => {
        await db.insert(engine.tables.dossiers).values(row)
      })
      return row
    }
    const procedure = 'cho-duyet'
    const first = await plant('0001', { procedure, filedAt: NOW - 1 })
    const second = await plant('0002', { procedure, filedAt: NOW - 1, status: 'registered' })
    const third = await plant('0003', { procedure, filedAt: NOW })
    await plant('0004', { procedure, status: 'done' })
    await plant('0005', { procedure: 'viec-khac' })
    const filter = { procedures: [procedure, 'khong-co'], statuses: ['accepted', 'registered'] as const }
    expect(await search.waiting({ ...filter, limit: 2 })).toEqual([third, second])
    expect(await search.waiting({ ...filter, limit: 2, before: second })).toEqual([first])
    expect(await search.waiting({ ...filter, procedures: [], limit: 2 })).toEqual([])
  })
})
