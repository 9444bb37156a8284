import { describe, expect, it } from 'vitest'
import { planSeed, seedElsewhere } from '../../../src/procedures/elsewhere/seed.ts'
import { toldIn } from '../../../src/procedures/elsewhere/told.ts'
import { SEED } from '../../../src/procedures/publish.ts'
import { inMemoryPublishing } from '../in-memory-publishing.ts'
import { published, TREES } from './entries.ts'

const FLOWERS = { ...TREES, id: 'xin-trong-hoa', name: 'Xin trồng hoa' }
const moved = { ...TREES, where: 'Hỏi tại UBND xã, phường.' }

describe('the file of what is done elsewhere', () => {
  it('seeds a new installation in its order, and adds nothing the second time', async () => {
    const { parts, entries } = inMemoryPublishing(() => 1)
    expect(await seedElsewhere(parts.elsewhere, [TREES, FLOWERS], 7)).toEqual([])
    expect(toldIn(entries)).toEqual([TREES, FLOWERS])
    expect(entries[0]).toEqual(published(TREES, { why: '', publishedBy: SEED, publishedAt: 7 }))
    expect(await seedElsewhere(parts.elsewhere, [structuredClone(TREES), FLOWERS], 8)).toEqual([])
    expect(entries).toHaveLength(2)
  })

  it('brings what is new in it, and ends what it has no more', () => {
    const rows = [published(TREES, { publishedBy: SEED }), published(FLOWERS, { publishedBy: SEED })]
    const { added, leftAlone } = planSeed([moved], rows, 9)
    expect(added.map(({ id, revision, state }) => [id, revision, state])).toEqual([
      ['xin-trong-cay', 2, 'told'],
      ['xin-trong-hoa', 2, 'ended'],
    ])
    expect(leftAlone).toEqual([])
    expect(toldIn([...rows, ...added])).toEqual([moved])
    expect(planSeed([moved], [...rows, ...added], 10).added).toEqual([])
    expect(planSeed([moved, FLOWERS], [...rows, ...added], 10).added).toMatchObject([{ revision: 3, state: 'told' }])
  })

  it('loses nothing that a clerk wrote: changed, added or ended, it stays, and is told', () => {
    const rows = [
      published(TREES, { publishedBy: SEED }),
      published({ ...TREES, where: 'Hỏi cô Ba.' }, { revision: 2 }),
      published(FLOWERS, { publishedBy: SEED }),
      published(FLOWERS, { revision: 2, state: 'ended' }),
      published({ ...TREES, id: 'cua-can-bo' }),
    ]
    expect(planSeed([moved, FLOWERS], rows, 9)).toEqual({ added: [], leftAlone: ['xin-trong-cay', 'xin-trong-hoa'] })
  })

  it('says nothing of an entry that a clerk has just as the file has it', () =>
    expect(planSeed([TREES], [published(TREES)], 9)).toEqual({ added: [], leftAlone: [] }))
})
