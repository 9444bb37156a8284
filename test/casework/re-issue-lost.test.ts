import { setImmediate as nextTick } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createReIssueLost } from '../../src/casework/re-issue-lost.ts'
import type { StoredKey } from '../../src/permits/keys/key-store.ts'
import { NOW } from '../permits/sample.ts'

const key = (keyId: string, more: Partial<StoredKey> = {}): StoredKey => ({
  ...{ keyId, notBefore: 0, notAfter: NOW * 2, publicKey: '', wrappedKey: '', createdAt: 0, ...more },
})
const LOST = { withdrawnAt: NOW, withdrawnBecause: 'Máy chủ bị lấy mất' }

function prepare(inForce = '0101') {
  const begun: string[] = []
  const warned: string[] = []
  const ends: { done: () => void; fail: () => void }[] = []
  const lost = createReIssueLost({
    store: {
      keys: async () => [
        key('0101'),
        key('0102', LOST),
        key('0103', { ...LOST, withdrawnAt: NOW + 1 }),
        key('ff01', LOST),
      ],
    },
    permits: { countUnder: async (keyId) => Number(keyId) },
    run: (keyId) => {
      begun.push(keyId)
      return new Promise((resolve, reject) =>
        ends.push({ done: () => resolve({ reIssued: 1, left: 0 }), fail: () => reject(new Error('disk full')) }),
      )
    },
    keys: { keyFor: ({ validUntil }) => (validUntil <= NOW ? inForce : undefined) },
    now: () => NOW,
    log: { ...console, warn: (_fields: object, text: string) => warned.push(text) },
  })
  return { lost, begun, warned, ends }
}

describe('what an administrator does about lost keys', () => {
  it('begins with those that were withdrawn, the newest first, and how many permits each has', async () => {
    const { lost } = prepare()
    expect(await lost.keys()).toEqual([
      { keyId: '0103', withdrawnAt: NOW + 1, because: LOST.withdrawnBecause, permits: 103, isUnderWay: false },
      { keyId: '0102', withdrawnAt: NOW, because: LOST.withdrawnBecause, permits: 102, isUnderWay: false },
    ])
    expect(await lost.hasKey()).toBe(true)
  })

  it('has no key to seal with while this process takes the lost one for the one in force', async () => {
    expect(await prepare('0103').lost.hasKey()).toBe(false)
  })

  it('goes on once, however often it is begun, and can be begun again when it came to an end', async () => {
    const { lost, begun, ends } = prepare()
    for (const keyId of ['0102', '0102', '0103']) lost.begin(keyId)
    expect(begun).toEqual(['0102', '0103'])
    expect((await lost.keys()).map(({ isUnderWay }) => isUnderWay)).toEqual([true, true])
    ends[0]?.done()
    await nextTick()
    expect((await lost.keys()).map(({ isUnderWay }) => isUnderWay)).toEqual([true, false])
    lost.begin('0102')
    expect(begun).toEqual(['0102', '0103', '0102'])
  })

  it('says in the log that it failed, and may be begun again', async () => {
    const { lost, begun, ends, warned } = prepare()
    lost.begin('0102')
    ends[0]?.fail()
    await nextTick()
    expect(warned).toEqual(['a round failed'])
    lost.begin('0102')
    expect(begun).toEqual(['0102', '0102'])
  })
})
