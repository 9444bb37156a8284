import fc from 'fast-check'
import { expect, it } from 'vitest'
import { IDLE, idleStep } from '../../../src/dossiers/deadlines/idle.ts'
import { addWork, isAtWork, workBetween } from '../../../src/dossiers/deadlines/work-time.ts'
import { DAY, HOUR } from '../../../src/kernel/clock.ts'
import { workCalendarFor } from '../../../src/province/work-calendar.ts'

const calendar = workCalendarFor('')
/** A Thursday at nine. */
const SINCE = Date.parse('2030-05-16T09:00:00+07:00')
const after = (hours: number): number => addWork(calendar, SINCE, hours * HOUR)

it.each([
  [15, undefined, undefined],
  [16, undefined, 'tell'],
  [40, undefined, 'tell'],
  [17, 16, undefined],
  [23, 16, undefined],
  [24, 16, 'let go'],
  // Told late: there are eight hours of work left to say that it goes on.
  [45, 40, undefined],
  [48, 40, 'let go'],
] as const)('after %i hours of work, told after %s: %s', (now, told, due) => {
  const toldAt = told === undefined ? undefined : after(told)
  expect(idleStep(calendar, { since: SINCE, toldAt }, after(now))).toBe(due)
})

it('gives nothing back that was not told of a day of work before, whenever it is looked at', () => {
  const moment = fc.integer({ min: 0, max: 20 * DAY })
  fc.assert(
    fc.property(moment, moment, moment, (begun, told, looked) => {
      const [since, toldAt, now] = [SINCE + begun, SINCE + begun + told, SINCE + begun + told + looked]
      if (idleStep(calendar, { since, toldAt }, now) !== 'let go') return
      expect(workBetween(calendar, toldAt, now)).toBeGreaterThanOrEqual(8 * HOUR)
      expect(workBetween(calendar, since, now)).toBeGreaterThanOrEqual(IDLE.letGo)
    }),
  )
  expect(isAtWork(calendar, SINCE)).toBe(true)
})
