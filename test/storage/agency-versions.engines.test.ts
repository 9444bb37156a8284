import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAgencyBook } from '../../src/casework/agency-book.ts'
import { agencies, formerAgencies } from '../../src/dossiers/agencies.ts'
import { closing } from '../../src/dossiers/agency-changes.ts'
import { openAgencies } from '../../src/program/open-agencies.ts'
import { createAgencies } from '../../src/storage/agencies.ts'
import { createAgencyVersions } from '../../src/storage/agency-versions.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { bothEngines } from './engines.ts'

const NOW = Date.parse('2030-05-01T09:00:00+07:00')
const [ONE, TWO] = ['H12.99.001', 'H12.99.002']

describe.each(await bothEngines())('on %s', (_, open) => {
  let engine: Engine
  let other: Engine
  beforeAll(async () => {
    engine = await open()
    other = await open()
    await createAgencies(engine).addMissing([...agencies, ...formerAgencies])
  }, 120_000)
  afterAll(async () => {
    await engine.close()
    await other.close()
  })

  const bookOn = (on: Engine) =>
    createAgencyBook({
      seeds: agencies.map((it) => (it.level === 'province' ? it : { ...it, parent: 'H12.99' })),
      versions: createAgencyVersions(on),
      now: () => NOW,
    })

  it('what is recorded by one process is known to another, with who did it and why', async () => {
    const [here, there] = [bookOn(engine), bookOn(other)]
    await Promise.all([here.refresh(), there.refresh()])
    const entry = { ...here.today().get(ONE)!, telephone: '0290 3 831 111', competentFor: ['khai-sinh'] }
    const change = { code: ONE, since: '2030-05-01', entry, why: 'Đổi số “máy bàn”' }
    expect(await here.record(change, 0, 'Phạm Quản Trị')).toEqual({ outcome: 'recorded' })
    expect(there.today().get(ONE)?.telephone).toBeUndefined()
    await there.refresh()
    expect(there.today().get(ONE)).toEqual(entry)
    expect(there.known().versions).toEqual([{ place: 1, ...change, recordedBy: 'Phạm Quản Trị', recordedAt: NOW }])
    expect(await there.record(change, 0, 'Phạm Quản Trị')).toEqual({ outcome: 'unchanged' })
  })

  it('of those who change one agency at once one is first, and the others learn it', async () => {
    const books = [engine, other, engine].map(bookOn)
    await Promise.all(books.map((book) => book.refresh()))
    const before = books[0]!.known().versions.length
    const outcomes = await Promise.all(
      books.map((book, i) => {
        const entry = { ...book.today().get(TWO)!, name: `UBND xã thứ ${i}` }
        return book.record({ code: TWO, since: '2030-05-02', entry, why: 'x' }, 0, 'An')
      }),
    )
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['recorded', 'stale', 'stale'])
    await books[0]!.refresh()
    expect(books[0]!.known().versions).toHaveLength(before + 1)
  })

  it('of those who change different agencies at once nobody is turned away', async () => {
    const books = [engine, other].map(bookOn)
    const outcomes = await Promise.all(
      books.map(async (book, i) => {
        await book.refresh()
        const code = `H12.99.01${i}`
        return book.record(
          { code, since: '2030-05-02', entry: { ...book.today().get(code)!, place: 'Ấp 1' }, why: 'x' },
          0,
          'An',
        )
      }),
    )
    expect(outcomes).toEqual([{ outcome: 'recorded' }, { outcome: 'recorded' }])
  })

  it('a change that breaks something is refused with why, and nothing is written', async () => {
    const book = bookOn(engine)
    await book.refresh()
    const before = book.known().versions.length
    const entry = closing(book.today().get('H12.99.003')!, '2030-05-02', 'H12.99.003')
    const outcome = await book.record({ code: 'H12.99.003', since: '2030-05-02', entry, why: 'x' }, 0, 'An')
    expect(outcome).toMatchObject({ outcome: 'refused', problems: [{ field: 'successor' }] })
    await book.refresh()
    expect(book.known().versions).toHaveLength(before)
  })

  it('a merged agency’s filings, people and old codes go to its successor from its day on, without a restart', async () => {
    const clock = { now: NOW }
    const program = await openAgencies(engine, () => clock.now)
    const entry = closing(program.book.today().get('H12.99.020')!, '2030-06-01', 'H12.99.021')
    expect(await program.book.record({ code: 'H12.99.020', since: '2030-06-01', entry, why: 'x' }, 0, 'An')).toEqual({
      outcome: 'recorded',
    })
    const posting = { role: 'leader', agency: 'H12.99.021', since: '2025-07-01' } as const
    const seen = () => ({
      receives: program.receiverOf('H12.99.020', 'khai-sinh'),
      closed: program.agencyNow('H12.99.020')?.closed !== undefined,
      works: program.withContinued([posting]).map(({ agency }) => agency),
    })
    expect(seen()).toEqual({ receives: 'H12.99.020', closed: false, works: ['H12.99.021'] })
    clock.now = Date.parse('2030-06-01T00:00:00+07:00')
    expect(seen()).toEqual({ receives: 'H12.99.021', closed: true, works: ['H12.99.021', 'H12.99.020'] })
    expect(program.agencyNow('H12.99.020')?.closed?.successor).toBe(program.agencyName('H12.99.021'))
    expect(program.receiverOf('H04.32', 'khai-sinh')).toBe('H12.99')
    expect(program.withContinued([{ ...posting, agency: 'H12.99' }])).toHaveLength(1)
    expect(program.agencyCodes()).not.toContain('H04')
  })
})
