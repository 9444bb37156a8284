import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_SAVED } from '../../src/dossiers/saved-lists.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createSavedLists } from '../../src/storage/saved-lists.ts'
import { bothEngines } from './engines.ts'

describe.each(await bothEngines())('on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())
  const [lan, tam] = ['lan', 'tam'] as StaffId[] as [StaffId, StaffId]
  const list = { id: 'l1', account: lan, agency: null, name: 'Bản sao', query: 'list=mine', savedAt: 1 }

  it('saved lists are found by their owner and by the agency they are shared with, by name', async () => {
    const lists = createSavedLists(engine)
    expect(await lists.add(list)).toBe('saved')
    expect(await lists.add({ ...list, name: 'Hai lần' })).toBe('saved')
    await lists.add({ ...list, id: 'l2', agency: 'H12.99', name: 'Ảnh mờ' })
    await lists.add({ ...list, id: 'l3', account: tam, agency: 'H12.99.001', name: 'Của phường' })
    const namesOf = async (...of: Parameters<typeof lists.of>) => (await lists.of(...of)).map(({ name }) => name)
    expect(await namesOf(lan, ['H12.99'])).toEqual(['Ảnh mờ', 'Bản sao'])
    expect(await namesOf(tam, ['H12.99'])).toEqual(['Ảnh mờ'])
    expect(await namesOf(tam, [])).toEqual([])
    expect(await namesOf(tam, 'all')).toEqual(['Ảnh mờ', 'Của phường'])
    expect(await lists.find('l3')).toEqual({
      ...list,
      id: 'l3',
      account: tam,
      agency: 'H12.99.001',
      name: 'Của phường',
    })
    await lists.rename('l1', 'Trích lục')
    await lists.rename('gone', 'Không có')
    expect(await namesOf(lan, [])).toEqual(['Trích lục'])
    await lists.remove('l1')
    await lists.remove('l1')
    expect([await lists.find('l1'), await namesOf(lan, [])]).toEqual([undefined, []])
  })

  it('are at most so many for one person, and for one agency', async () => {
    const lists = createSavedLists(engine)
    for (const agency of [null, 'H12.99.002']) {
      const of = (i: number) => ({ ...list, id: `${agency} ${i}`, account: tam, agency, savedAt: i })
      for (let i = 0; i < MOST_SAVED; i++) expect(await lists.add(of(i))).toBe('saved')
      expect([await lists.add(of(MOST_SAVED)), await lists.add(of(0))]).toEqual(['full', 'saved'])
      await lists.remove(of(0).id)
      expect(await lists.add(of(MOST_SAVED))).toBe('saved')
    }
    expect(await lists.of(tam, ['H12.99.002'])).toHaveLength(2 * MOST_SAVED)
  })
})
