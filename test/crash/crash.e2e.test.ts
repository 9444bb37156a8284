import { expect, it } from 'vitest'
import { crash } from './crash.ts'

it('loses, doubles and reorders nothing when it is killed three times under load', async () => {
  const report = await crash({ kills: 3, citizens: 6, random: Math.random })
  expect(report.accepted).toBeGreaterThan(50)
  expect(report).toMatchObject({ handledOnce: report.accepted, lost: 0, outOfOrder: 0, unsent: 0, differ: 0 })
  expect(report.dossiers).toBeGreaterThan(2)
  expect(report.acts).toBeGreaterThan(report.dossiers)
  // Promise 2 allows one repetition a citizen and kill: the message in flight.
  expect(report.repeated).toBeLessThanOrEqual(3 * 6)
})
