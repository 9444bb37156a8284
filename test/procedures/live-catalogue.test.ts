import { describe, expect, it } from 'vitest'
import { meaningsOf } from '../../src/conversation/finding/search-flows.ts'
import { createCatalogue, createLiveCatalogue } from '../../src/procedures/catalogue.ts'
import { load } from '../../src/procedures/load.ts'
import type { FlowVersion, FlowVersions } from '../../src/procedures/ports.ts'
import { strandedIn } from '../../src/procedures/stranded.ts'
import { published, TREES } from './elsewhere/entries.ts'
import { inMemoryPublishing } from './in-memory-publishing.ts'
import { changed } from './small-flow.ts'

const WORDS = 'name: Thử nghiệm\nwords: [thử]'
const offeredText = changed('name: Thử nghiệm', WORDS)
const row = (source: string, version: number, revision = 1): FlowVersion => ({
  ...{ flow: 'thu-nghiem', version, revision, shape: 's', publishedBy: 'An', publishedAt: 1 },
  source: source.replace('version: 1', `version: ${version}`),
})

const createRows = (...rows: FlowVersion[]) => {
  let loads = 0
  const versions: FlowVersions = {
    all: async () => {
      loads++
      return [...rows]
    },
    mark: async () => String(rows.length),
    publish: async (added) => {
      rows.push(added)
      return 'published'
    },
  }
  return { rows, versions, loads: () => loads }
}

describe('the live catalogue', () => {
  it('knows what another process published, after a refresh', async () => {
    const { rows, versions } = createRows(row(offeredText, 1))
    const catalogue = createLiveCatalogue(versions)
    expect(catalogue.current('thu-nghiem')).toBeUndefined()
    await catalogue.refresh()
    const first = catalogue.pinned('thu-nghiem', 1)
    rows.push(row(offeredText, 2))
    expect(catalogue.pinned('thu-nghiem', 2)).toBeUndefined()
    await catalogue.refresh()
    expect(catalogue.current('thu-nghiem')?.version).toBe(2)
    expect(catalogue.pinned('thu-nghiem', 1)).toBe(first)
  })

  it('loads rows, and changes what it offers, only when something was published', async () => {
    const { rows, versions, loads } = createRows(row(offeredText, 1))
    const catalogue = createLiveCatalogue(versions)
    await catalogue.refresh()
    const offered = catalogue.offered()
    expect(offered).toHaveLength(1)
    await catalogue.refresh()
    expect(loads()).toBe(1)
    expect(catalogue.offered()).toBe(offered)
    rows.push(row(offeredText, 1, 2))
    await catalogue.refresh()
    expect(catalogue.offered()).not.toBe(offered)
  })

  it('says the same list and flows while an order stays ended, another once when it ends, and the old one when it is back', async () => {
    const { versions } = createRows(row(`${offeredText}grants: travel pass\n`, 1))
    let ended: string | undefined
    const catalogue = createLiveCatalogue(versions, () => ended)
    await catalogue.refresh()
    const open = catalogue.offered()
    ended = 'Lệnh đã hết hiệu lực.'
    const closed = catalogue.offered()
    expect(closed).not.toBe(open)
    expect(closed[0]?.closed).toBe(ended)
    expect(catalogue.offered()).toBe(closed)
    expect(catalogue.current('thu-nghiem')).toBe(closed[0])
    ended = 'Lệnh đã được bãi bỏ.'
    expect(catalogue.offered()[0]?.closed).toBe(ended)
    ended = undefined
    expect(catalogue.offered()[0]).toBe(open[0])
  })

  it('goes on with what it knows when the database cannot be asked, and recovers', async () => {
    const { versions } = createRows(row(offeredText, 1))
    let isDown = false
    const catalogue = createLiveCatalogue({
      ...versions,
      mark: async () => (isDown ? Promise.reject(new Error('down')) : versions.mark()),
    })
    await catalogue.refresh()
    isDown = true
    await expect(catalogue.refresh()).rejects.toThrow('down')
    expect(catalogue.current('thu-nghiem')?.version).toBe(1)
    isDown = false
    await catalogue.refresh()
  })

  it('tells of what is done elsewhere as soon as another process published it, until it is ended', async () => {
    const { versions } = createRows(row(offeredText, 1))
    const { entries, parts } = inMemoryPublishing(() => 1)
    const catalogue = createLiveCatalogue(versions, undefined, undefined, undefined, undefined, parts.elsewhere)
    await catalogue.refresh()
    expect(catalogue.elsewhere()).toEqual([])
    entries.push(published(TREES), published({ ...TREES, id: 'thu-nghiem' }))
    await catalogue.refresh()
    // A procedure of the same name is what is meant by it.
    expect(catalogue.elsewhere()).toEqual([TREES])
    expect(meaningsOf(catalogue, 'xin trồng cây trước nhà').sure).toMatchObject([{ matter: { id: TREES.id } }])
    entries.push(published(TREES, { revision: 2, state: 'ended' }))
    await catalogue.refresh()
    expect(catalogue.elsewhere()).toEqual([])
  })

  it('does not read again what was read when it was published', async () => {
    const { versions } = createRows(row('flow: [', 1))
    const loaded = load(offeredText)
    const read = loaded.ok ? { ...loaded.source.file, name: 'Đã đọc' } : undefined
    const catalogue = createLiveCatalogue(versions, undefined, undefined, () => read)
    await catalogue.refresh()
    expect(catalogue.current('thu-nghiem')?.name).toBe('Đã đọc')
  })

  it('names the offered flow that does something', () => {
    const rating = offeredText.replace('    end: true', '    do: rate\n    end: true')
    expect(createCatalogue([row(rating, 1)]).flowDoing('rate')).toBe('thu-nghiem')
    expect(createCatalogue([row(offeredText, 1)]).flowDoing('rate')).toBeUndefined()
    const other = { ...row(rating.replace('flow: thu-nghiem', 'flow: khac'), 1), flow: 'khac' }
    expect(createCatalogue([row(rating, 1), other]).flowDoing('rate')).toBe('thu-nghiem')
  })
})

describe('a publication that no longer runs', () => {
  it('is set aside and told once, and everything else goes on', () => {
    const told: string[] = []
    const other = { ...row(offeredText.replace('flow: thu-nghiem', 'flow: khac'), 1), flow: 'khac' }
    const broken = row(offeredText.replace('check: personName', 'check: daBo'), 2)
    const catalogue = createCatalogue([row(offeredText, 1), broken, other], new Map(), (it) => told.push(it.because))
    expect(catalogue.offered().map(({ flow }) => flow)).toEqual(['khac'])
    expect([catalogue.current('thu-nghiem'), catalogue.nameOf('thu-nghiem')]).toEqual([undefined, 'thu-nghiem'])
    expect(catalogue.pinned('thu-nghiem', 1)?.version).toBe(1)
    expect(catalogue.asideOf('thu-nghiem')?.because).toContain('daBo')
    expect([told.length, catalogue.asideOf('khac')]).toEqual([1, undefined])
  })

  it('tells citizens what a withdrawal says instead of beginning', () => {
    const withdrawn = { ...row(offeredText, 1, 2), withdrawn: 'Cơ quan thôi nhận thủ tục này.' }
    expect(createCatalogue([row(offeredText, 1), withdrawn]).current('thu-nghiem')?.closed).toBe(withdrawn.withdrawn)
  })
})

describe('who would be stranded', () => {
  const at = (version: number, citizens: number) => ({ flow: 'thu-nghiem', version, citizens })

  it('is everybody in the middle of a version that is not there, or cannot be read any more', () => {
    const catalogue = createCatalogue([row(offeredText, 1), row('flow: [', 2)])
    expect(strandedIn(catalogue, [at(1, 5), { ...at(2, 1), step: 'hoi' }, at(2, 3), at(9, 2)])).toEqual([
      at(2, 4),
      at(9, 2),
    ])
  })
})
