import { expect, it } from 'vitest'
import { days } from './days.ts'
import { isKept, liveThrough } from './live-through.ts'
import type { EngineName } from './stage.ts'

/** The short way through the days that break most; `npm run bad-days` takes all of them at their length. */
it.each<[string, EngineName, number]>([
  ['answers-cut', 'sqlite', 5],
  ['database-silent', 'postgres', 6],
])('loses, repeats and reorders nothing on a day of %s, on %s', async (name, engine, lasts) => {
  const day = days.find((it) => it.name === name)!
  const report = await liveThrough(day, engine, { citizens: 8, eventsPerSecond: 11, lasts, before: 2, after: 4 })
  expect(report.accepted).toBeGreaterThan(20)
  expect(report).toMatchObject({
    handled: report.accepted,
    lost: 0,
    repliesLost: 0,
    repeated: 0,
    outOfOrder: 0,
    ended: 0,
  })
  expect(isKept(report)).toBe(true)
})
