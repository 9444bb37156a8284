import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { startSweep } from '../../src/notifications/sweep.ts'
import { PATIENCE } from '../patience.ts'

const SOON = { every: 60_000, soon: 1, atOnce: 10 }
const keysFrom = (from: number, count: number) => Array.from({ length: count }, (_, i) => `key ${from + i}`)

async function until(condition: () => boolean) {
  const deadline = Date.now() + PATIENCE
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await sleep(1)
  }
}

const running: { stop: () => Promise<void> }[] = []
afterEach(() => Promise.all(running.splice(0).map((sweep) => sweep.stop())))

/** A sweep of one bell; `find` says what is due, and what has been due for some seconds. */
function sweeping(find: (look: number, isStuck: boolean) => readonly string[] | Promise<string[]>, pace = SOON) {
  const heard: string[] = []
  const logged: string[] = []
  let looks = 0
  const NOW = Date.parse('2030-05-01T01:00:00Z')
  const sweep = startSweep(
    {
      ring: (bell, key) => void heard.push(`ring ${bell} ${key}`),
      insist: (bell, key) => void heard.push(`insist ${bell} ${key}`),
    },
    [{ bell: 'turn', find: async (at) => (at < NOW ? find(looks, true) : find(++looks, false)) }],
    () => NOW,
    {
      ...{ info: () => undefined, warn: () => undefined },
      error: (_: object, message: string) => void logged.push(message),
    },
    pace,
  )
  running.push(sweep)
  return { sweep, heard, logged, looks: () => looks }
}

describe('the sweep of forgotten work', () => {
  it('goes through a backlog that moves page after page, without the long wait between them', async () => {
    const { heard } = sweeping((look, isStuck) => (isStuck || look > 30 ? [] : keysFrom(10 * look, 10)))
    await until(() => heard.length === 300)
  })

  it('rings what it finds again only when it is new, so that Redis is not flooded at the pace of Zalo', async () => {
    // Two of ten are answered between two looks.
    const { heard, looks } = sweeping((look, isStuck) => (isStuck ? [] : keysFrom(2 * look, 10)))
    await until(() => looks() >= 30)
    expect(heard.length).toBeGreaterThanOrEqual(10 + 2 * 28)
    expect(new Set(heard).size).toBe(heard.length)
  })

  it.each([
    ['nothing of it is answered', keysFrom(0, 10), 2],
    ['it is small', keysFrom(0, 9), 1],
    ['there is none', [], 1],
  ])('waits its two seconds when %s', async (_, found, looksSoon) => {
    const { heard, looks } = sweeping((_look, isStuck) => (isStuck ? [] : found))
    await until(() => looks() >= looksSoon)
    await sleep(30)
    expect([looks(), heard.length]).toEqual([looksSoon, found.length])
  })

  it('waits its two seconds when that keeps up with what is answered', async () => {
    // One new key in a four-hundredth of the time; a thousand are taken in the whole.
    const pace = { every: 20_000, soon: 50, atOnce: 1_000 }
    const { looks } = sweeping((look, isStuck) => (isStuck ? [] : keysFrom(look, 1_000)), pace)
    await until(() => looks() >= 2)
    await sleep(120)
    expect(looks()).toBe(2)
  })

  it('rings all of it again after the long interval, also while it moves: rings may have been lost', async () => {
    const moving = (look: number, isStuck: boolean) => (isStuck ? [] : ['lost', ...keysFrom(9 * look, 9)])
    const { heard, looks } = sweeping(moving, { every: 5, soon: 1, atOnce: 10 })
    await until(() => looks() >= 16)
    const rings = heard.filter((what) => what === 'ring turn lost').length
    expect(rings).toBeGreaterThanOrEqual(3)
    expect(rings).toBeLessThanOrEqual(Math.ceil(looks() / 5))
  })

  it('insists on what rings have not brought to anybody, once in the long interval', async () => {
    const { heard, looks } = sweeping((look, isStuck) =>
      isStuck ? (look > 5 ? ['lost'] : []) : ['lost', ...keysFrom(9 * look, 9)],
    )
    await until(() => looks() >= 12)
    expect(heard.filter((what) => what.endsWith('lost'))).toEqual(['ring turn lost', 'insist turn lost'])
  })

  it('rings all of it when the tables can be read again, and says that they could not be', async () => {
    const { heard, logged, looks } = sweeping(
      (look, isStuck) => {
        if (look === 3) throw new Error('the database is away')
        return isStuck ? [] : keysFrom(look, 10)
      },
      { every: 100, soon: 1, atOnce: 10 },
    )
    await until(() => looks() >= 4 && heard.length > 12)
    expect(logged).toEqual(['sweep failed'])
    expect(heard.slice(11, 21)).toEqual(keysFrom(4, 10).map((key) => `ring turn ${key}`))
  })

  it('stops after the look that is under way, and looks no more', async () => {
    let answer: (keys: string[]) => void = () => undefined
    const { sweep, heard, looks } = sweeping(() => new Promise<string[]>((resolve) => (answer = resolve)))
    let isStopped = false
    const stopping = sweep.stop().then(() => (isStopped = true))
    await sleep(10)
    expect(isStopped).toBe(false)
    answer([])
    await stopping
    expect([heard, looks()]).toEqual([[], 1])
  })
})
