import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeTime } from '../../../src/permits/code/judge.ts'
import { isOpen, nextOpening, NO_TERMS, packTerms, unpackTerms, type Terms } from '../../../src/permits/code/terms.ts'
import { sampleClaims } from '../sample.ts'

const HALF_HOUR = 30 * 60_000

const someTerms = fc
  .record({ companions: fc.nat(7), days: fc.integer({ min: 1, max: 127 }), hours: fc.tuple(fc.nat(48), fc.nat(48)) })
  .filter(({ hours: [a, b] }) => a !== b)
  .map(({ companions, days, hours }): Terms => ({ companions, days, from: Math.min(...hours), to: Math.max(...hours) }))

const instant = fc.integer({ min: Date.parse('2029-01-01'), max: Date.parse('2031-01-01') })

/** From six in the morning to half past six in the evening. */
const daytime: Terms = { companions: 0, days: 0b001_1111, from: 12, to: 37 }
// 1 May 2030 is a Wednesday.
const at = (text: string) => Date.parse(`${text}:00+07:00`)

describe('terms', () => {
  it('come back from the one number in the code, unless they limit nothing', () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        const packed = packTerms(terms)
        if (packed === undefined) expect(terms).toEqual(NO_TERMS)
        else expect(unpackTerms(packed)).toEqual(terms)
      }),
    )
  })

  it('have one number each: what is read is written as it was', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 23), (packed) => {
        const terms = unpackTerms(packed)
        if (terms) expect(packTerms(terms)).toBe(packed)
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([
    ['a companion', { companions: 1 }],
    ['days', { days: 0b0011111 }],
    ['a first hour', { from: 1 }],
    ['a last hour', { to: 47 }],
  ])('stand in the code where they limit nothing but %s', (_, changes) => {
    const terms = { ...NO_TERMS, ...changes }
    expect(unpackTerms(packTerms(terms)!)).toEqual(terms)
  })

  it.each([
    ['no day', { ...daytime, days: 0 }],
    ['an end before the beginning', { ...daytime, from: 20, to: 20 }],
    ['an end after midnight', { ...daytime, to: 49 }],
    ['more companions than three bits hold', { ...daytime, companions: 8 }],
  ])('are refused with %s', (_, { companions, days, from, to }) => {
    expect(unpackTerms(((companions * 128 + days) * 64 + from) * 64 + to)).toBeUndefined()
  })

  it('are refused when they limit nothing, which has a shorter spelling', () => {
    expect(unpackTerms((127 * 64 + 0) * 64 + 48)).toBeUndefined()
  })

  it.each([
    ['on a Wednesday at six', '2030-05-01T06:00', true],
    ['a minute before six', '2030-05-01T05:59', false],
    ['a minute before the end', '2030-05-01T18:29', true],
    ['at the end', '2030-05-01T18:30', false],
    ['at midnight', '2030-05-01T00:00', false],
    ['on a Friday', '2030-05-03T12:00', true],
    ['on a Saturday', '2030-05-04T12:00', false],
    ['on a Sunday', '2030-05-05T12:00', false],
    ['on a Monday at six, when it is still Sunday in UTC', '2030-05-06T06:00', true],
  ])('hold by the clock of Viet Nam: %s', (_, when, open) => expect(isOpen(daytime, at(when))).toBe(open))

  it.each([
    ['the same instant', '2030-05-01T06:00', '2030-05-01T06:00'],
    ['the same morning', '2030-05-01T00:00', '2030-05-01T06:00'],
    ['the next morning', '2030-05-01T18:30', '2030-05-02T06:00'],
    ['Monday after the weekend', '2030-05-03T18:30', '2030-05-06T06:00'],
  ])('begin next at %s', (_, when, opens) => expect(nextOpening(daytime, at(when))).toBe(at(opens)))

  it('are open at the next opening, closed just before it, and open at no half hour between', () => {
    fc.assert(
      fc.property(someTerms, instant, (terms, now) => {
        const opens = nextOpening(terms, now)
        expect(opens).toBeGreaterThanOrEqual(now)
        expect(isOpen(terms, opens)).toBe(true)
        if (isOpen(terms, now)) return
        for (let t = now; t < opens; t += HALF_HOUR) expect(isOpen(terms, t)).toBe(false)
        if (opens > now) expect(isOpen(terms, opens - 1)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('judgeTime', () => {
  // From Wednesday, 1 May, six in the morning, until Saturday, 4 May, five in the afternoon.
  const claims = { ...sampleClaims, terms: daytime }
  const until = claims.validUntil

  it.each([
    ['valid by day', '2030-05-02T12:00', { verdict: 'valid', claims, until }],
    [
      'early at night, until the morning',
      '2030-05-01T22:00',
      { verdict: 'early', claims, from: at('2030-05-02T06:00') },
    ],
    ['early before its first day', '2030-04-29T12:00', { verdict: 'early', claims, from: at('2030-05-01T06:00') }],
    [
      'expired when it does not open again before its end',
      '2030-05-03T18:30',
      { verdict: 'expired', claims, since: until },
    ],
    ['expired at its end', '2030-05-04T17:00', { verdict: 'expired', claims, since: until }],
    [
      'expired after its end, at an hour at which it was open',
      '2030-05-07T12:00',
      { verdict: 'expired', claims, since: until },
    ],
  ])('finds a permit for weekdays %s', (_, when, verdict) => expect(judgeTime(claims, at(when))).toEqual(verdict))

  it('finds expired what opens again only at its end', () => {
    const validUntil = at('2030-05-06T06:00')
    const short = { ...claims, validUntil }
    expect(judgeTime(short, at('2030-05-03T18:30'))).toEqual({ verdict: 'expired', claims: short, since: validUntil })
    const longer = { ...claims, validUntil: validUntil + 1000 }
    expect(judgeTime(longer, at('2030-05-03T18:30'))).toMatchObject({ verdict: 'early', from: validUntil })
  })

  it('finds valid only what is open and inside its first and last instant', () => {
    fc.assert(
      fc.property(someTerms, fc.integer({ min: -5 * 48, max: 9 * 48 }), (terms, halfHours) => {
        const now = claims.validFrom + halfHours * HALF_HOUR
        const inside = now >= claims.validFrom && now < until
        expect(judgeTime({ ...claims, terms }, now).verdict === 'valid').toBe(inside && isOpen(terms, now))
      }),
    )
  })
})
