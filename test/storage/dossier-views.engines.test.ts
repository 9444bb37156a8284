import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ONE_LOOK } from '../../src/dossiers/views.ts'
import type { DossierId, StaffId } from '../../src/kernel/ids.ts'
import { createDossierViews } from '../../src/storage/dossier-views.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createStaffAccounts } from '../../src/storage/staff.ts'
import { bothEngines } from './engines.ts'
import { aCitizen, fresh, NOW, turnsOn } from './turns.ts'

describe.each(await bothEngines())('what was opened and by whom on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const anAccount = async (name: string) => {
    const id = fresh('staff') as StaffId
    const account = { id, name, email: `${id}@example.vn`, passwordHash: '', postings: [] }
    await createStaffAccounts(engine).add(account)
    return id
  }
  const aDossier = () => turnsOn(engine).file(aCitizen())

  it('notes one look for whoever comes back within five minutes, and another for another thing or person', async () => {
    const views = createDossierViews(engine)
    const [id, lan, tam] = [await aDossier(), await anAccount('Lan'), await anAccount('Tâm')]
    await views.note(id, lan, 'page', NOW)
    await views.note(id, lan, 'page', NOW + ONE_LOOK - 1)
    await views.note(id, lan, 'file', NOW + 1)
    await views.note(id, tam, 'page', NOW + 2)
    await views.note(id, lan, 'page', NOW + ONE_LOOK)
    const rows = await views.ofDossier(id, 10)
    expect(rows.map(({ name, what, at }) => [name, what, at - NOW])).toEqual([
      ['Lan', 'page', ONE_LOOK],
      ['Tâm', 'page', 2],
      ['Lan', 'file', 1],
      ['Lan', 'page', 0],
    ])
    expect(await views.ofDossier(id, 1, rows[1]!.place)).toEqual([rows[2]])
    expect((await views.since(id, NOW)).map(({ name, at }) => [name, at - NOW])).toEqual([
      ['Lan', ONE_LOOK],
      ['Tâm', 2],
    ])
    expect((await views.since(id, NOW + 2)).map(({ name }) => name)).toEqual(['Lan'])
  })

  it('tells somebody what they opened last, each dossier once', async () => {
    const views = createDossierViews(engine)
    const lan = await anAccount('Lan')
    const [a, b, c] = [await aDossier(), await aDossier(), await aDossier()] as [DossierId, DossierId, DossierId]
    for (const [i, id] of [a, b, a, c].entries()) await views.note(id, lan, 'page', NOW + i * ONE_LOOK)
    await views.note(b, await anAccount('Tâm'), 'page', NOW + 99 * ONE_LOOK)
    const opened = await views.recentlyOpened(lan, 2)
    expect(opened.map(({ dossier, at }) => [dossier.id, (at - NOW) / ONE_LOOK])).toEqual([
      [c, 3],
      [a, 2],
    ])
    expect(opened[0]?.dossier).toMatchObject({ status: 'registered', applicant: 'Nguyễn Thị Ánh Tuyết', isReserved: 0 })
    expect(await views.recentlyOpened(await anAccount('Mới'), 5)).toEqual([])
  })

  it('lets go of the oldest, at most so many at once, and of nothing younger', async () => {
    const views = createDossierViews(engine)
    await views.forget(NOW * 2, 10_000)
    const [id, lan] = [await aDossier(), await anAccount('Lan')]
    for (let i = 0; i < 5; i++) await views.note(id, lan, 'page', NOW + i * ONE_LOOK)
    const before = NOW + 3 * ONE_LOOK
    expect(await views.forget(before, 2)).toBe(2)
    expect(await views.forget(before, 2)).toBe(1)
    expect(await views.forget(before, 2)).toBe(0)
    expect((await views.ofDossier(id, 9)).length).toBe(2)
  })
})
