import { expect, it } from 'vitest'
import { forgetScans } from '../../../src/permits/posts/forget-scans.ts'
import { SCANS_KEPT } from '../../../src/permits/posts/scans.ts'
import { NOW } from '../sample.ts'

it('forgetting scans keeps up with whatever came in, in batches that nobody waits long for', async () => {
  let left = 60_001
  const asked: [number, number][] = []
  const scans = {
    forget: async (before: number, limit: number) => {
      asked.push([before, limit])
      const gone = Math.min(left, limit)
      left -= gone
      return gone
    },
  }
  expect(await forgetScans(scans, () => NOW)).toBe(60_001)
  expect(left).toBe(0)
  expect(new Set(asked.map(([before]) => before))).toEqual(new Set([NOW - SCANS_KEPT]))
  expect(Math.max(...asked.map(([, limit]) => limit))).toBeLessThanOrEqual(5_000)
})
