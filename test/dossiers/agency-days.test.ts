import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agency } from '../../src/dossiers/agencies.ts'
import {
  type AgencyChange,
  changedFields,
  closing,
  rowsOf,
  withdrawing,
  withRows,
} from '../../src/dossiers/agency-changes.ts'
import {
  agenciesOn,
  type AgencyVersion,
  continuing,
  isCompetentOn,
  isOpenOn,
  predecessors,
  receiving,
} from '../../src/dossiers/agency-days.ts'
import { problemsOfRows, problemsOn } from '../../src/dossiers/agency-problems.ts'
import { daysAfter } from '../../src/kernel/clock.ts'

const CENTRE: Agency = { code: 'H12.99', name: 'Trung tâm', level: 'province', validFrom: '2025-07-01' }
const commune = (n: number, more: Partial<Agency> = {}): Agency => ({
  ...{
    code: `H12.99.00${n}`,
    name: `UBND xã ${n}`,
    level: 'commune',
    area: n,
    parent: 'H12.99',
    validFrom: '2025-07-01',
  },
  ...more,
})
const FORMER: Agency = {
  ...{ code: 'H04', name: 'Tỉnh cũ', level: 'province', validFrom: '1997-01-01' },
  ...{ validTo: '2025-06-30', successor: 'H12.99' },
}
const [ONE, TWO, THREE] = [commune(1), commune(2), commune(3)]
const SEEDS = [CENTRE, FORMER, ONE, TWO, THREE]
const TODAY = '2030-05-01'

/** What is recorded one after the other. */
const recording = (...changes: readonly Omit<AgencyChange, 'why'>[]): AgencyVersion[] =>
  changes.reduce<AgencyVersion[]>(
    (rows, change) => withRows(rows, rowsOf(SEEDS, rows, { ...change, why: 'theo quyết định' })),
    [],
  )
const change = (entry: Agency, since: string) => ({ code: entry.code, since, entry })
const merge = (from: Agency, into: Agency, since: string) => change(closing(from, since, into.code), since)

describe('competent for a dossier', () => {
  const listing = (agency: Agency, ...competentFor: string[]) => change({ ...agency, competentFor }, '2030-01-01')
  const desk: Agency = {
    ...{ code: 'H12.99.P', name: 'Công an xã Một', level: 'commune', parent: 'H12.99' },
    validFrom: '2025-07-01',
  }
  const [LOCAL, CENTRAL] = [
    { flow: 'khai-sinh', agency: ONE.code },
    { flow: 'giay-di-duong', agency: CENTRE.code },
  ]
  const is = (of: typeof LOCAL, agency: Agency, ...rows: Omit<AgencyChange, 'why'>[]) =>
    isCompetentOn(agenciesOn(SEEDS, recording(...rows), TODAY), agency.code, of, TODAY)

  it('of a commune is that commune, and no other, nor its province unless that names the procedure', () => {
    expect([ONE, TWO, CENTRE].map((agency) => is(LOCAL, agency))).toEqual([true, false, false])
    expect(is(LOCAL, TWO, listing(TWO, 'khai-sinh'))).toBe(false)
    expect(is(LOCAL, CENTRE, listing(CENTRE, 'khai-sinh'))).toBe(true)
  })

  it('is an office without an area of the same level, or one that names the procedure', () => {
    expect(is(LOCAL, desk, change(desk, '2025-07-01'))).toBe(true)
    expect(is(LOCAL, desk, listing(desk, 'tam-tru'))).toBe(false)
    expect(is(LOCAL, desk, listing(desk, 'tam-tru', 'khai-sinh'))).toBe(true)
  })

  it('is the one above where the commune does not deal with the procedure, and who continues it after a merger', () => {
    const without = listing(ONE, 'tam-tru')
    expect([ONE, CENTRE].map((agency) => is(LOCAL, agency, without))).toEqual([false, true])
    const merged = merge(ONE, TWO, '2028-01-01')
    expect([ONE, TWO, THREE].map((agency) => is(LOCAL, agency, merged))).toEqual([true, true, false])
  })

  it('of the province is every agency that does not name other procedures', () => {
    expect([CENTRE, ONE].map((agency) => is(CENTRAL, agency))).toEqual([true, true])
    expect(is(CENTRAL, ONE, listing(ONE, 'khai-sinh'))).toBe(false)
    expect(is(CENTRAL, CENTRE, listing(CENTRE, 'khai-sinh'))).toBe(true)
  })

  it('is no agency that nobody knows', () => expect(is(LOCAL, { ...ONE, code: 'X1' })).toBe(false))
})

describe('the agencies of a day', () => {
  const renamed = recording(change({ ...ONE, name: 'UBND phường Một' }, '2030-06-01'))

  it.each([
    ['2025-06-30', ['H04']],
    ['2025-07-01', ['H04', 'H12.99', 'H12.99.001', 'H12.99.002', 'H12.99.003']],
  ])('on %s are those that had begun', (day, codes) =>
    expect([...agenciesOn(SEEDS, [], day).keys()].toSorted()).toEqual(codes),
  )

  it.each([
    ['2030-05-31', 'UBND xã 1'],
    ['2030-06-01', 'UBND phường Một'],
    ['2099-01-01', 'UBND phường Một'],
  ])('have on %s the name of that day', (day, name) =>
    expect(agenciesOn(SEEDS, renamed, day).get(ONE.code)?.name).toBe(name),
  )

  it('keep what was planned when something else changes before it', () => {
    const rows = recording(
      change({ ...ONE, name: 'UBND phường Một' }, '2030-06-01'),
      change({ ...ONE, telephone: '0290 3 000 111' }, '2030-05-10'),
    )
    expect(agenciesOn(SEEDS, rows, '2030-05-10').get(ONE.code)).toEqual({ ...ONE, telephone: '0290 3 000 111' })
    expect(agenciesOn(SEEDS, rows, '2030-06-01').get(ONE.code)).toEqual({
      ...ONE,
      ...{ name: 'UBND phường Một', telephone: '0290 3 000 111' },
    })
  })

  it('are as before once a planned change is taken back', () => {
    const back = withRows(renamed, rowsOf(SEEDS, renamed, withdrawing(SEEDS, renamed, renamed[0]!, 'rút lại')))
    for (const day of ['2030-05-31', '2030-06-01', '2031-01-01'])
      expect(agenciesOn(SEEDS, back, day)).toEqual(agenciesOn(SEEDS, [], day))
  })

  it('never have one that was to begin and was taken back', () => {
    const four = commune(4, { validFrom: '2030-06-01' })
    const planned = recording(change(four, '2030-06-01'))
    const back = withRows(planned, rowsOf(SEEDS, planned, withdrawing(SEEDS, planned, planned[0]!, 'rút lại')))
    expect(isOpenOn(agenciesOn(SEEDS, back, '2030-06-02').get(four.code)!, '2030-06-02')).toBe(false)
    expect(problemsOfRows(SEEDS, planned, back)).toEqual([])
  })

  it('need no row where all is so already', () => expect(recording(change(ONE, TODAY))).toEqual([]))

  it('are what the last row that had begun says, whatever was recorded in whichever order', () => {
    const names = fc.constantFrom('A', 'B', 'C')
    const days = fc.integer({ min: 0, max: 40 }).map((n) => daysAfter(TODAY, n))
    fc.assert(
      fc.property(fc.array(fc.tuple(names, days), { maxLength: 8 }), days, (told, day) => {
        const rows = told.map(([name, since], i): AgencyVersion => ({
          ...{ place: i + 1, code: ONE.code, since, entry: { ...ONE, name } },
          ...{ why: '', recordedBy: '', recordedAt: 0 },
        }))
        const holds = rows
          .filter(({ since }) => since <= day)
          .reduce<AgencyVersion | undefined>((best, row) => (best && best.since > row.since ? best : row), undefined)
        expect(agenciesOn(SEEDS, rows, day).get(ONE.code)).toEqual(holds?.entry ?? ONE)
        expect(agenciesOn(SEEDS, [...rows].reverse(), day)).toEqual(agenciesOn(SEEDS, rows, day))
      }),
    )
  })

  it('change of what is recorded in nothing but the fields that were changed, and from its day on', () => {
    const fields = fc.record({
      name: fc.constantFrom('UBND xã 1', 'UBND phường Một'),
      telephone: fc.constantFrom('1', '2', '3'),
      since: fc.integer({ min: 1, max: 30 }).map((n) => daysAfter(TODAY, n)),
    })
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 6 }), (told) => {
        let rows: AgencyVersion[] = []
        for (const { since, ...only } of told) {
          const before = agenciesOn(SEEDS, rows, since).get(ONE.code)!
          const entry = { ...before, ...only }
          const next = withRows(rows, rowsOf(SEEDS, rows, { ...change(entry, since), why: 'x' }))
          const eve = daysAfter(since, -1)
          expect(agenciesOn(SEEDS, next, eve)).toEqual(agenciesOn(SEEDS, rows, eve))
          expect(agenciesOn(SEEDS, next, since).get(ONE.code)).toEqual(entry)
          const last = '2031-01-01'
          const moved = changedFields(
            agenciesOn(SEEDS, rows, last).get(ONE.code),
            agenciesOn(SEEDS, next, last).get(ONE.code)!,
          )
          for (const field of moved) expect(changedFields(before, entry)).toContain(field)
          rows = next
        }
      }),
    )
  })
})

describe('the work of a code', () => {
  const rows = recording(merge(ONE, TWO, '2030-05-01'), merge(TWO, THREE, '2031-01-01'))
  it.each([
    ['an agency that is open', 'H12.99.001', '2030-04-30', 'H12.99.001'],
    ['one that was merged', 'H12.99.001', '2030-05-01', 'H12.99.002'],
    ['one whose successor was merged too', 'H12.99.001', '2031-01-01', 'H12.99.003'],
    ['a former province', 'H04', TODAY, 'H12.99'],
    ['a unit of it that nobody lists', 'H04.32.15', TODAY, 'H12.99'],
    ['an unknown unit beneath one that is open', 'H12.99.777', TODAY, undefined],
    ['nobody', 'H99', TODAY, undefined],
  ])('of %s is done by its successor of the day', (_, code, day, expected) =>
    expect(continuing(agenciesOn(SEEDS, rows, day), code, day)?.code).toBe(expected),
  )

  it('is nobody’s in a circle, and the way there ends', () => {
    const circle = [closing(ONE, TODAY, TWO.code), closing(TWO, TODAY, ONE.code)]
    expect(continuing(new Map(circle.map((it) => [it.code, it])), ONE.code, TODAY)).toBeUndefined()
  })

  it('belongs to the successor together with what that one continues', () =>
    expect(predecessors(agenciesOn(SEEDS, rows, '2031-01-01'), '2031-01-01')).toEqual(
      new Map([
        ['H12.99', ['H04']],
        ['H12.99.003', ['H12.99.001', 'H12.99.002']],
      ]),
    ))

  it('ends for every chain at an open agency or nowhere, and never runs for ever', () => {
    const links = fc.array(fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined }), {
      minLength: 8,
      maxLength: 8,
    })
    fc.assert(
      fc.property(links, (to) => {
        const chain = to.map((next, i): Agency => {
          const open = commune(i)
          return next === undefined ? open : closing(open, TODAY, commune(next).code)
        })
        const map = new Map(chain.map((it) => [it.code, it]))
        for (const { code } of chain) {
          const end = continuing(map, code, TODAY)
          expect(end === undefined || isOpenOn(end, TODAY)).toBe(true)
        }
      }),
    )
  })

  it.each([
    ['deals with all of its level', {}, 'H12.99.001'],
    ['deals with this one', { competentFor: ['khai-sinh'] }, 'H12.99.001'],
    ['deals with others only', { competentFor: ['ket-hon'] }, 'H12.99'],
  ])('is taken in by an agency that %s, else above it', (_, more, expected) => {
    const map = new Map([CENTRE, { ...ONE, ...more }].map((it) => [it.code, it]))
    expect(receiving(map, ONE.code, 'khai-sinh', TODAY)).toBe(expected)
  })
})

describe('what stands against a change', () => {
  const problems = (...changes: readonly Omit<AgencyChange, 'why'>[]) =>
    problemsOfRows(SEEDS, [], recording(...changes)).map(({ code, field, text }) => [code, field, text])

  it('is nothing where a commune is merged into another, be it twice', () =>
    expect(problems(merge(ONE, TWO, '2030-06-01'), merge(TWO, THREE, '2030-07-01'))).toEqual([]))

  it.each<[string, readonly Omit<AgencyChange, 'why'>[], string, RegExp]>([
    [
      'closed without a successor',
      [change({ ...ONE, validTo: TODAY }, '2030-05-02')],
      'successor',
      /cần một cơ quan kế tục/,
    ],
    ['its own successor', [merge(ONE, ONE, TODAY)], 'successor', /cơ quan khác/],
    ['an unknown successor', [merge(ONE, commune(9), TODAY)], 'successor', /Không có cơ quan/],
    ['a circle of two', [merge(ONE, TWO, TODAY), merge(TWO, ONE, '2030-05-02')], 'successor', /vòng tròn/],
    [
      'a successor that is closed',
      [change({ ...THREE, validTo: TODAY }, '2030-05-02'), merge(ONE, THREE, '2030-05-02')],
      'successor',
      /kế tục/,
    ],
    ['no one above it', [change(withoutParent(ONE), TODAY)], 'parent', /cấp trên/],
    ['one of its level above it', [change({ ...ONE, parent: TWO.code }, TODAY)], 'parent', /không phải là cấp trên/],
    ['a closed one above it', [change({ ...ONE, parent: 'H04' }, TODAY)], 'parent', /không hoạt động/],
    ['an area that another has', [change({ ...ONE, area: 2 }, TODAY)], 'area', /đã nhận hồ sơ của địa bàn này/],
  ])('%s', (_, changes, field, text) => {
    const found = problems(...changes)
    expect(found.map(([, at]) => at)).toContain(field)
    expect(found.map((it) => it[2]).join('\n')).toMatch(text)
  })

  it('is told of a later day too: who is closed next month continues nobody’s work', () => {
    const planned = recording(change({ ...TWO, validTo: '2030-05-31', successor: 'H12.99' }, '2030-06-01'))
    expect(problemsOn(agenciesOn(SEEDS, planned, '2030-06-01'), '2030-06-01')).toEqual([])
    const loop = withRows(planned, rowsOf(SEEDS, planned, { ...merge(CENTRE, TWO, '2030-07-01'), why: 'x' }))
    expect(problemsOfRows(SEEDS, planned, loop).map(({ field }) => field)).toContain('successor')
  })
})

function withoutParent({ parent: _, ...rest }: Agency): Agency {
  return rest
}
