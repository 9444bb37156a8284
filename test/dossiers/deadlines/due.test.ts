import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Term } from '../../../src/conversation/flow/term-format.ts'
import { dueOf, type Moment } from '../../../src/dossiers/deadlines/due.ts'
import { renderInstant } from '../../../src/kernel/clock.ts'
import { workCalendarFor, workCalendarOf } from '../../../src/province/work-calendar.ts'
import { slowDueOf } from './slow-due.ts'

const office = workCalendarFor('H12.99')
const at = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+07:00`)
const start = (moment: string): Moment => ({ type: 'start', at: at(moment) })
const said = (due: number | undefined): string | undefined => (due === undefined ? undefined : renderInstant(due))

const working = (days: number, pause: Term['pause'] = 'resume'): Term => ({ days, counts: 'working', pause })
const SAME_DAY: Term = { days: 0, sameDayUntil: '15:00', pause: 'resume' }
const hours = (hours: number): Term => ({ hours, pause: 'resume' })

describe('a dossier is due', () => {
  // The nine of them in the domain notes, and more; the day of acceptance is not counted, and 24/11 is a holiday.
  it.each([
    ['2026-02-13 10:00', working(3), '17:00 25/02/2026'],
    ['2026-04-29 14:00', working(1), '17:00 04/05/2026'],
    ['2026-11-16 09:00', working(7), '17:00 26/11/2026'],
    ['2026-11-23 09:00', working(1), '17:00 25/11/2026'],
    ['2026-11-23 16:30', hours(2), '08:30 25/11/2026'],
    ['2026-11-16 16:30', hours(2), '08:30 17/11/2026'],
    ['2026-11-20 15:01', SAME_DAY, '17:00 23/11/2026'],
    ['2026-11-20 15:00', SAME_DAY, '17:00 20/11/2026'],
    ['2026-11-20 06:00', SAME_DAY, '17:00 20/11/2026'],
    ['2026-11-22 09:00', SAME_DAY, '17:00 23/11/2026'],
    ['2026-11-22 09:00', working(1), '17:00 23/11/2026'],
    ['2026-11-21 10:00', hours(8), '17:00 23/11/2026'],
    ['2026-11-16 10:30', hours(1), '13:30 16/11/2026'],
    ['2026-11-16 10:00', hours(1), '11:00 16/11/2026'],
    ['2026-12-31 10:00', working(1), '17:00 04/01/2027'],
    ['2026-11-13 10:00', { days: 10, counts: 'calendar', pause: 'resume' } satisfies Term, '17:00 23/11/2026'],
    ['2026-11-14 10:00', { days: 10, counts: 'calendar', pause: 'resume' } satisfies Term, '17:00 25/11/2026'],
  ])('when accepted at %s with %j: %s', (accepted, term, due) => {
    expect(said(dueOf(term, office, [start(accepted)]))).toBe(due)
    expect(said(slowDueOf(term, office, [start(accepted)]))).toBe(due)
  })

  const asked: Moment[] = [
    start('2026-11-02 09:00'),
    { type: 'pause', at: at('2026-11-05 10:00') },
    { type: 'resume', at: at('2026-11-17 14:00') },
  ]

  it('after a question with what was left, where the clock stands still meanwhile', () =>
    expect(said(dueOf(working(7), office, asked))).toBe('17:00 23/11/2026'))

  it('after a question with the whole term anew, where the procedure says so', () =>
    expect(said(dueOf(working(7, 'restart'), office, asked))).toBe('17:00 27/11/2026'))

  it('at no time while the citizen is asked, nor before it is accepted', () => {
    expect(dueOf(working(7), office, asked.slice(0, 2))).toBeUndefined()
    expect(dueOf(working(7), office, [])).toBeUndefined()
  })

  it('when it was: a question that is asked too late gives no more time', () => {
    const late: Moment[] = [
      start('2026-11-02 09:00'),
      { type: 'pause', at: at('2026-11-12 08:00') },
      { type: 'resume', at: at('2026-11-17 14:00') },
    ]
    expect(said(dueOf(working(7), office, late))).toBe('17:00 11/11/2026')
  })

  it('later where the desk finds a case for which the law gives more, from the same beginning', () => {
    const term: Term = { ...SAME_DAY, longer: [{ case: 'cần xác minh', days: 5, counts: 'working' }] }
    const found: Moment[] = [start('2026-11-16 09:00'), { type: 'longer', at: at('2026-11-16 11:00'), which: 0 }]
    expect(said(dueOf(term, office, found))).toBe('17:00 23/11/2026')
  })

  it('no later where that is found after it was due', () => {
    const term: Term = { ...SAME_DAY, longer: [{ case: 'cần xác minh', days: 5, counts: 'working' }] }
    const found: Moment[] = [start('2026-11-16 09:00'), { type: 'longer', at: at('2026-11-17 08:00'), which: 0 }]
    expect(said(dueOf(term, office, found))).toBe('17:00 16/11/2026')
  })
})

describe('a clock that stands still', () => {
  const held: Moment[] = [
    start('2026-11-02 09:00'),
    { type: 'hold', at: at('2026-11-05 10:00') },
    { type: 'resume', at: at('2026-11-17 14:00') },
  ]

  it('goes on with what was left, also where a question would begin it anew', () => {
    for (const pause of ['resume', 'restart'] as const)
      expect(said(dueOf(working(7, pause), office, held))).toBe('17:00 23/11/2026')
  })

  it('ends at the date that was promised, and after a question as many days later', () => {
    const promised: Moment[] = [
      start('2026-11-02 09:00'),
      { type: 'promise', at: at('2026-11-12 08:00'), until: at('2026-11-18 17:00') },
    ]
    expect(said(dueOf(working(7), office, promised))).toBe('17:00 18/11/2026')
    const asked: Moment[] = [
      ...promised,
      { type: 'pause', at: at('2026-11-16 08:00') },
      { type: 'resume', at: at('2026-12-01 08:00') },
    ]
    expect(said(dueOf(working(7), office, asked))).toBe('17:00 03/12/2026')
  })
})

const swapping = workCalendarOf(
  {
    id: 'police',
    name: 'Công an',
    periods: [
      { from: '2015-01-01', week: [{ days: [1, 2, 3, 4, 5], hours: ['07:00-11:00', '13:00-17:00'] }] },
      {
        from: '2026-03-01',
        week: [
          { days: [1, 2, 3, 4, 5], hours: ['07:30-11:30', '13:30-17:00'] },
          { days: [6], hours: ['07:30-11:00'] },
        ],
      },
    ],
  },
  {
    source: 'made for the test',
    calendars: [],
    swaps: [
      { off: '2026-01-02', on: '2026-01-10', name: 'hoán đổi' },
      { off: '2026-08-31', on: '2026-08-22', name: 'hoán đổi' },
    ],
    closures: [{ day: '2026-07-15', name: 'mất điện' }],
    reviewed: [],
  },
)

const minutes = (from: string, to: string) =>
  fc.integer({ min: at(from) / 60_000, max: at(to) / 60_000 }).map((it) => it * 60_000)

const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 40 }), counts: fc.constantFrom('working', 'calendar'), pause: pauses() }),
  fc.record({ days: fc.constant(0), sameDayUntil: fc.constantFrom('15:00', '16:00', '10:30'), pause: pauses() }),
  fc.record({ hours: fc.integer({ min: 1, max: 60 }), pause: pauses() }),
)

function pauses() {
  return fc.constantFrom<Term['pause']>('resume', 'restart')
}

/** A start, and whatever moves the clock, some minutes to some weeks apart, in any order. */
const anyMoments: fc.Arbitrary<Moment[]> = fc
  .tuple(
    minutes('2025-06-01 00:00', '2027-06-01 00:00'),
    fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 25_000 }),
        // A second start, at another competent agency, moves nothing.
        type: fc.constantFrom('pause', 'resume', 'pause', 'resume', 'hold', 'longer', 'promise', 'start'),
        which: fc.integer({ min: 0, max: 2 }),
        more: fc.integer({ min: 1, max: 30_000 }),
      }),
      { maxLength: 6 },
    ),
    // What happened where it was taken in for another agency.
    fc.array(fc.constantFrom<Moment['type'] & ('pause' | 'hold' | 'resume')>('pause', 'hold', 'resume'), {
      maxLength: 3,
    }),
  )
  .map(([first, later, before]) => {
    let now = first
    const rest = later.map(({ gap, type, which, more }): Moment => {
      now += gap * 60_000
      if (type === 'longer') return { type, at: now, which }
      return type === 'promise' ? { type, at: now, until: now + more * 60_000 } : { type: type as 'pause', at: now }
    })
    return [...before.map((type) => ({ type, at: first - 60_000 })), { type: 'start', at: first }, ...rest]
  })

/** The term, with other cases for which the law gives more. */
const anyLonger: fc.Arbitrary<Term> = fc
  .tuple(
    anyTerm,
    fc.array(
      fc.record({
        case: fc.constant('cần xác minh'),
        days: fc.integer({ min: 0, max: 60 }),
        counts: fc.constantFrom('working' as const, 'calendar' as const),
      }),
      { maxLength: 2 },
    ),
  )
  .map(([term, longer]) => (longer.length === 0 ? term : { ...term, longer }))

it('a dossier is due when a clerk who counts on a wall calendar says so', { timeout: 120_000 }, () => {
  const calendar = fc.constantFrom(office, swapping)
  fc.assert(
    fc.property(anyLonger, calendar, anyMoments, (term, work, moments) => {
      expect(dueOf(term, work, moments)).toBe(slowDueOf(term, work, moments))
    }),
    { numRuns: 10_000, endOnFailure: true },
  )
})
