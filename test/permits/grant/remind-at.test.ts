import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/clock.ts'
import { remindAt } from '../../../src/permits/grant/remind-at.ts'
import { NOW } from '../sample.ts'

const at = (text: string) => Date.parse(`2030-05-${text}:00+07:00`)
const permit = (from: string, until: string, issued = '01T06:00') => ({
  ...{ validFrom: Date.parse(`2030-05-${from}:00+07:00`), validUntil: Date.parse(`2030-05-${until}:00+07:00`) },
  issuedAt: at(issued),
})

describe('when a holder is reminded', () => {
  it.each([
    ['six hours before an end in the evening', permit('01T06:00', '04T17:00'), '04T11:00'],
    ['the evening before an end in the morning', permit('01T06:00', '04T08:00'), '03T20:00'],
    ['the same evening when it would be late at night', permit('01T06:00', '05T04:00'), '04T20:00'],
    ['in the morning when the evening before has gone', permit('01T21:00', '02T12:00', '01T20:30'), '02T07:00'],
  ])('is %s', (_, given, expected) => expect(remindAt(given, 6 * HOUR)).toBe(at(expected)))

  it.each([
    ['that is no longer than that', permit('01T07:00', '01T13:00')],
    ['that was granted when it was late', permit('01T07:00', '01T17:00', '01T12:00')],
    ['whose night leaves no hour to ask in', permit('01T21:00', '02T07:30', '01T20:30')],
  ])('is never for a permit %s', (_, given) => expect(remindAt(given, 6 * HOUR)).toBeUndefined())

  it('is by day, after the permit was granted and has begun, and an hour before its end', () => {
    const minutes = (max: number) => fc.integer({ min: 1, max }).map((count) => count * MINUTE)
    fc.assert(
      fc.property(minutes(3_000), minutes(10_080), minutes(10_080), minutes(1_440), (wait, long, late, before) => {
        const validFrom = NOW + wait
        const given = { validFrom, validUntil: validFrom + long, issuedAt: NOW + (late % (wait + long)) }
        const reminded = remindAt(given, Math.max(before, HOUR))
        if (reminded === undefined) return
        const hour = ((reminded + 7 * HOUR) % DAY) / HOUR
        expect(hour).toBeGreaterThanOrEqual(7)
        expect(hour).toBeLessThan(21)
        expect(reminded).toBeGreaterThan(Math.max(validFrom, given.issuedAt))
        expect(reminded).toBeLessThanOrEqual(given.validUntil - HOUR)
      }),
    )
  })
})
