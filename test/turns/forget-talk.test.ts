import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/kernel/clock.ts'
import { createForgetTalk, type Talk } from '../../src/turns/forget-talk.ts'

const NOW = Date.UTC(2030, 4, 6)

interface Row {
  seq: number
  at: number
  hasWords: boolean
}

/** A side of talk in memory, and every step that was taken over it. */
function aSide(...ages: number[]) {
  let rows: Row[] = ages.map((days, i) => ({ seq: i + 1, at: NOW - days * DAY, hasWords: true }))
  const steps: number[] = []
  const walk =
    (change: (old: readonly Row[]) => void): Talk['drop'] =>
    async (after, before, limit) => {
      steps.push(after)
      const old = rows
        .filter(({ seq }) => seq > after)
        .slice(0, limit)
        .filter(({ at }) => at < before)
      change(old)
      return old.at(-1)?.seq
    }
  const side: Talk = {
    blank: walk((old) => {
      for (const row of old) row.hasWords = false
    }),
    drop: walk((old) => {
      rows = rows.filter((row) => !old.includes(row))
    }),
  }
  return { side, steps, left: () => rows.map(({ at, hasWords }) => [(NOW - at) / DAY, hasWords]) }
}

describe('old talk', () => {
  it('loses its words after 30 days, and is gone after 90', async () => {
    const { side, left } = aSide(200, 91, 90, 89, 31, 30, 29, 0)
    await createForgetTalk([side], () => NOW)()
    expect(left()).toEqual([
      [90, false],
      [89, false],
      [31, false],
      [30, true],
      [29, true],
      [0, true],
    ])
  })

  it('is gone through a bounded part a round, and the next round goes on from there', async () => {
    const { side, steps, left } = aSide(...Array.from({ length: 5_600 }, () => 40))
    const forget = createForgetTalk([side], () => NOW)
    await forget()
    expect(left().filter(([, hasWords]) => hasWords)).toHaveLength(600)
    steps.length = 0
    await forget()
    expect(left().some(([, hasWords]) => hasWords)).toBe(false)
    expect(Math.min(...steps.filter((after) => after > 0))).toBe(5_000)
  })

  it('is looked at once a round when none of it is old', async () => {
    const { side, steps } = aSide(3, 2, 1)
    await createForgetTalk([side, side], () => NOW)()
    expect(steps).toEqual([0, 0, 0, 0])
  })
})
