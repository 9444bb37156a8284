import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Promised, warningsDue } from '../../../src/dossiers/deadlines/warnings.ts'
import { isAtWork } from '../../../src/dossiers/deadlines/work-time.ts'
import type { Nearness, Told } from '../../../src/dossiers/notices.ts'
import { MINUTE } from '../../../src/kernel/clock.ts'
import { workCalendarFor, workCalendarOf } from '../../../src/province/work-calendar.ts'
import { slowlyDue } from './slow-warnings.ts'

const office = workCalendarFor('H12.99')
/** Works on Saturday mornings, and has one swapped day. */
const police = workCalendarOf(
  {
    ...{ id: 'police', name: 'Công an' },
    periods: [
      {
        from: '2015-01-01',
        week: [
          { days: [1, 2, 3, 4, 5], hours: ['07:30-11:30', '13:30-17:00'] },
          { days: [6], hours: ['07:30-11:30'] },
        ],
      },
    ],
  },
  {
    ...{ source: '', note: '', calendars: [], closures: [], reviewed: [] },
    swaps: [{ off: '2026-11-16', on: '2026-11-21' }],
  } as never,
)
const at = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+07:00`)
const kinds = (promised: Promised, now: string, told: Told[] = []) =>
  warningsDue(promised, told, at(now), office).map(({ kind }) => kind)

describe('of a dossier that is due on Friday at 17:00', () => {
  const due = { dueAt: at('2026-11-20 17:00') }
  it.each([
    ['2026-11-19 16:59', []],
    ['2026-11-20 06:59', []],
    ['2026-11-20 07:00', ['soon']],
    ['2026-11-20 12:00', []],
    ['2026-11-20 14:59', ['soon']],
    ['2026-11-20 15:00', ['soon', 'leader soon']],
    ['2026-11-20 17:00', []],
    ['2026-11-22 09:00', []],
    ['2026-11-23 07:00', ['late', 'leader late']],
  ])('is told at %s: %j', (now, expected) => expect(kinds(due, now)).toEqual(expected))

  it('nothing is told twice', () => {
    const told: Told[] = [{ kind: 'soon', about: due.dueAt }]
    expect(kinds(due, '2026-11-20 16:00', told)).toEqual(['leader soon'])
    expect(kinds(due, '2026-11-20 16:00', [...told, { kind: 'leader soon', about: due.dueAt }])).toEqual([])
  })

  it('all is told anew once it is due at another time', () => {
    const told: Told[] = [{ kind: 'soon', about: due.dueAt }]
    expect(kinds({ dueAt: at('2026-11-26 17:00') }, '2026-11-26 08:00', told)).toEqual(['soon'])
  })
})

it('a step that ends before the dossier is due is warned of by itself, one that ends after it is not', () => {
  const dueAt = at('2026-11-26 17:00')
  expect(kinds({ dueAt, until: at('2026-11-20 17:00') }, '2026-11-20 08:00')).toEqual(['step soon'])
  expect(kinds({ dueAt, until: at('2026-11-20 17:00') }, '2026-11-23 08:00')).toEqual(['step late', 'step leader late'])
  expect(kinds({ dueAt: null, until: at('2026-11-20 17:00') }, '2026-11-20 16:00')).toEqual([
    ...['step soon', 'step leader soon'],
  ])
  expect(kinds({ dueAt, until: dueAt }, '2026-11-26 08:00')).toEqual(['soon'])
  expect(kinds({ dueAt, until: at('2026-12-20 17:00') }, '2026-11-26 08:00')).toEqual(['soon'])
})

const minutes = (from: string, to: string) =>
  fc.integer({ min: at(from) / MINUTE, max: at(to) / MINUTE }).map((it) => it * MINUTE)

/** A dossier, and the moments at which a round comes by: from before it is near until after it is late. */
const anyDossier = fc
  .record({
    dueAt: minutes('2026-02-01 00:00', '2026-12-31 00:00'),
    isDue: fc.boolean(),
    step: fc.option(fc.integer({ min: -6_000, max: 2_000 })),
    begins: fc.integer({ min: -8_000, max: 500 }),
    gaps: fc.array(fc.integer({ min: 1, max: 1_200 }), { minLength: 1, maxLength: 8 }),
    calendar: fc.constantFrom(office, police),
  })
  .map(({ dueAt, isDue, step, begins, gaps, calendar }) => {
    let now = dueAt + begins * MINUTE
    const rounds = gaps.map((gap) => (now += gap * MINUTE))
    return {
      promised: { dueAt: isDue ? dueAt : null, ...(step !== null && { until: dueAt + step * MINUTE }) },
      rounds,
      calendar,
    }
  })

describe('of any dossier, whenever rounds come by', () => {
  it('is told what a clerk who counts minutes would tell, in office hours, once, the handler before the leader before it is late', () => {
    fc.assert(
      fc.property(anyDossier, ({ promised, rounds, calendar }) => {
        const of = { step: promised.until, due: promised.dueAt }
        const told: (Told & { at: number })[] = []
        const slowly = new Set<string>()
        for (const now of rounds) {
          const fresh = warningsDue(promised, told, now, calendar)
          const expected = slowlyDue(of, now, calendar).filter((it) => !slowly.has(it))
          expect(fresh.map(({ kind, about }) => `${kind} ${about}`)).toEqual(expected)
          for (const it of expected) slowly.add(it)
          if (fresh.length > 0) expect(isAtWork(calendar, now)).toBe(true)
          told.push(...fresh.map((it) => ({ ...it, at: now })))
        }
        expect(new Set(told.map(({ kind, about }) => `${kind} ${about}`)).size).toBe(told.length)
        for (const part of ['', 'step '] as const) {
          const when = (kind: Nearness) => told.find((it) => it.kind === `${part}${kind}`)?.at
          expect(when('soon') ?? -Infinity).toBeLessThanOrEqual(when('leader soon') ?? Infinity)
          expect(Math.max(when('soon') ?? 0, when('leader soon') ?? 0)).toBeLessThan(when('late') ?? Infinity)
          expect(when('late')).toBe(when('leader late'))
        }
      }),
      { numRuns: 10_000, endOnFailure: true },
    )
  }, 120_000)
})
