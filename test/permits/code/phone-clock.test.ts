import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/clock.ts'
import {
  hasClockLeapt,
  hear,
  isClockOff,
  latestOf,
  look,
  type PhoneClock,
} from '../../../src/permits/code/phone-clock.ts'
import { NOW } from '../sample.ts'

const fresh: PhoneClock = { ahead: 0 }

describe('what a phone knows of the time', () => {
  it('goes on with its clock, and stays where it is when the clock is turned back', () => {
    const seen = look(look(fresh, NOW), NOW + HOUR)
    expect(seen).toEqual({ ahead: 0, seen: NOW + HOUR })
    expect(look(seen, NOW - DAY)).toEqual(seen)
    expect([isClockOff(seen, NOW - DAY), isClockOff(seen, NOW + HOUR - 4 * MINUTE)]).toEqual([true, false])
  })

  it('does not take a leap for time that passed, until the agency tells the time', () => {
    const seen = look(fresh, NOW)
    const leapt = look(seen, NOW + 9 * DAY)
    expect(leapt).toEqual(seen)
    expect(hasClockLeapt(leapt, NOW + 9 * DAY)).toBe(true)
    const told = hear(NOW + 9 * DAY, NOW + 9 * DAY, [NOW])
    expect([hasClockLeapt(told, NOW + 9 * DAY), isClockOff(told, NOW + 9 * DAY)]).toEqual([false, false])
  })

  it('gets over a clock that had run ahead, once the agency tells the time, but not behind what is signed', () => {
    expect(hear(NOW, NOW, [NOW - HOUR])).toEqual({ ahead: 0, seen: NOW })
    expect(hear(NOW, NOW, [NOW + 9 * DAY]).seen).toBe(NOW + 9 * DAY)
  })

  it('is right up to five minutes off, and up to a day since anybody looked', () => {
    for (const ahead of [5 * MINUTE, -5 * MINUTE]) {
      expect(isClockOff({ ahead }, NOW)).toBe(false)
      expect(isClockOff({ ahead: ahead + Math.sign(ahead) }, NOW)).toBe(true)
    }
    expect([
      isClockOff({ ahead: 0, seen: NOW }, NOW - 5 * MINUTE),
      isClockOff({ ahead: 0, seen: NOW }, NOW - 5 * MINUTE - 1),
    ]).toEqual([false, true])
    expect([
      hasClockLeapt({ ahead: 0, seen: NOW }, NOW + DAY),
      hasClockLeapt({ ahead: 0, seen: NOW }, NOW + DAY + 1),
    ]).toEqual([false, true])
  })

  it('counts by the clock of the agency, not by its own', () => {
    const fast: PhoneClock = { ahead: 4 * MINUTE, seen: NOW }
    expect(look(fast, NOW + HOUR)).toEqual({ ahead: 4 * MINUTE, seen: NOW + HOUR - 4 * MINUTE })
    expect([isClockOff(fast, NOW), isClockOff(fast, NOW - 2 * MINUTE)]).toEqual([false, true])
    expect([hasClockLeapt(fast, NOW + DAY + 4 * MINUTE), hasClockLeapt(fast, NOW + DAY + 5 * MINUTE)]).toEqual([
      false,
      true,
    ])
  })

  it('never goes back by looking, whatever the clock shows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 * DAY })), (times) => {
        let clock = look(fresh, NOW)
        for (const time of times) {
          const next = look(clock, NOW + time)
          expect(next.seen).toBeGreaterThanOrEqual(clock.seen)
          clock = next
        }
      }),
    )
  })

  it('begins with the latest of what was kept', () => {
    expect(latestOf([undefined, NOW, NOW - 1])).toBe(NOW)
    expect(latestOf([undefined])).toBeUndefined()
  })
})
