import { describe, expect, it } from 'vitest'
import { preferring } from '../../../src/checkpoint/browser/decode-preference.ts'
import { oneAtATime } from '../../../src/checkpoint/browser/one-at-a-time.ts'

describe('work that is done one at a time', () => {
  it('never overlaps, and runs once more for all who asked meanwhile', async () => {
    let [running, most, runs] = [0, 0, 0]
    const ask = oneAtATime(async () => {
      runs += 1
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
    })
    await Promise.all([ask(), ask(), ask()])
    expect({ most, runs }).toEqual({ most: 1, runs: 2 })
    await ask()
    expect(runs).toBe(3)
  })

  it('can be asked again after a failure', async () => {
    const outcomes = [new Error('no store'), undefined]
    const ask = oneAtATime(async () => {
      const cause = outcomes.shift()
      if (cause) throw cause
    })
    await expect(ask()).rejects.toThrow('no store')
    await expect(ask()).resolves.toBeUndefined()
  })
})

describe('a decoder that comes with the browser', () => {
  const ours = () => async () => 'ours'

  it('stays while it works, also when it fails now and then', async () => {
    let look = 0
    const decode = preferring(async () => {
      look += 1
      if (look % 3 !== 0) throw new Error('no frame yet')
      return 'theirs'
    }, ours)
    const found = []
    for (let i = 0; i < 6; i++) found.push(await decode('picture'))
    expect(found).toEqual([undefined, undefined, 'theirs', undefined, undefined, 'theirs'])
  })

  it('gives way to ours when it fails three times in a row', async () => {
    const decode = preferring(async () => Promise.reject(new Error('service unavailable')), ours)
    const found = []
    for (let i = 0; i < 4; i++) found.push(await decode('picture'))
    expect(found).toEqual([undefined, undefined, undefined, 'ours'])
  })
})
