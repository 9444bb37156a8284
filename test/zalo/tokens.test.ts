import { setImmediate as nextTick } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/clock.ts'
import type { Granted, OAuth } from '../../src/zalo/oauth.ts'
import type { TokenPair } from '../../src/zalo/ports.ts'
import { createTokens } from '../../src/zalo/tokens.ts'
import { MAY_FIRST } from './fixture.ts'
import { createLogBook, createTokenStore } from './token-store.ts'

const OA_ID = '2200000000000000022'

const pair = (n: number, at: number): TokenPair => ({
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  expiresAt: at + 25 * HOUR,
})

/** Zalo's side: `refresh-n` works once and gives pair n + 1. */
function createAuthority(clock: { at: number }) {
  const used: string[] = []
  const failures: Granted[] = []
  const oauth: OAuth = {
    refresh: async (refreshToken) => {
      await nextTick()
      const failure = failures.shift()
      if (failure) return failure
      if (used.includes(refreshToken)) return { outcome: 'refused', reason: 'oauth -14014' }
      used.push(refreshToken)
      return { outcome: 'granted', pair: pair(Number(refreshToken.split('-')[1]) + 1, clock.at) }
    },
    exchangeCode: async () => ({ outcome: 'refused', reason: 'not asked here' }),
  }
  return { oauth, used, failures }
}

function begin({ stored, seed, age = 0 }: { stored?: number; seed?: string; age?: number } = {}) {
  const clock = { at: MAY_FIRST }
  const known = stored === undefined ? undefined : { pair: pair(stored, MAY_FIRST - age), savedAt: MAY_FIRST - age }
  const vault = createTokenStore(known)
  const authority = createAuthority(clock)
  const book = createLogBook()
  const process = () =>
    createTokens({
      oaId: OA_ID,
      store: vault.store,
      oauth: authority.oauth,
      ...(seed !== undefined && { seed }),
      now: () => clock.at,
      pause: async (forMs) => {
        clock.at += forMs
        await nextTick()
      },
      log: book.log,
    })
  return { clock, vault, authority, book, process, tokens: process() }
}

describe('the first token', () => {
  it('comes from the configured refresh token, and is stored before it is used', async () => {
    const { tokens, vault, authority } = begin({ seed: 'refresh-0' })
    expect(await tokens.current()).toBe('access-1')
    expect(vault.history.map(({ refreshToken }) => refreshToken)).toEqual(['refresh-1'])
    expect(authority.used).toEqual(['refresh-0'])
    expect(vault.isLeased()).toBe(false)
  })

  it('is the stored one when there is one', async () => {
    const { tokens, authority } = begin({ stored: 4, seed: 'refresh-0' })
    expect(await tokens.current()).toBe('access-4')
    expect(authority.used).toEqual([])
  })

  it('is missing while nobody has connected the OA, and a person hears of it', async () => {
    const { tokens, book, vault } = begin()
    expect(await tokens.current()).toBeUndefined()
    expect(await tokens.current()).toBeUndefined()
    expect(book.lines).toHaveLength(1)
    expect(vault.isLeased()).toBe(false)
  })

  it('may be brought by consent at any time', async () => {
    const { tokens, vault, process } = begin()
    expect(await tokens.current()).toBeUndefined()
    await tokens.adopt(pair(9, MAY_FIRST))
    expect(await tokens.current()).toBe('access-9')
    expect(vault.history).toHaveLength(1)
    expect(await process().current()).toBe('access-9')
  })
})

describe('a refresh', () => {
  it('happens after twenty hours and not before', async () => {
    const { tokens, clock, authority } = begin({ stored: 1 })
    clock.at += 20 * HOUR - SECOND
    expect(await tokens.current()).toBe('access-1')
    clock.at += SECOND
    expect(await tokens.current()).toBe('access-2')
    expect(authority.used).toEqual(['refresh-1'])
  })

  it('happens once however many ask at the same time', async () => {
    const { tokens, authority } = begin({ stored: 1, age: 21 * HOUR })
    const answers = await Promise.all(Array.from({ length: 50 }, () => tokens.current()))
    expect(new Set(answers)).toEqual(new Set(['access-2']))
    expect(authority.used).toEqual(['refresh-1'])
  })

  it('happens once however many processes ask at the same time', async () => {
    const { process, authority } = begin({ seed: 'refresh-0' })
    const answers = await Promise.all(Array.from({ length: 8 }, () => process().current()))
    expect(new Set(answers)).toEqual(new Set(['access-1']))
    expect(authority.used).toEqual(['refresh-0'])
  })

  it('takes what another process has stored meanwhile', async () => {
    const { tokens, process, clock, authority } = begin({ stored: 1 })
    expect(await tokens.current()).toBe('access-1')
    clock.at += 21 * HOUR
    expect(await process().current()).toBe('access-2')
    expect(await tokens.current()).toBe('access-2')
    expect(authority.used).toEqual(['refresh-1'])
  })

  it('that fails leaves a good token in use and rests for a minute', async () => {
    const { tokens, clock, authority, book } = begin({ stored: 1, age: 21 * HOUR })
    authority.failures.push({ outcome: 'unanswered', reason: 'etimedout' })
    expect(await tokens.current()).toBe('access-1')
    expect(await tokens.current()).toBe('access-1')
    expect(book.lines).toHaveLength(1)
    clock.at += MINUTE
    expect(await tokens.current()).toBe('access-2')
  })

  it('does not wait for another process while the token is good', async () => {
    const { tokens, vault, clock } = begin({ stored: 1, age: 21 * HOUR })
    await vault.store.lease(OA_ID, clock.at + MINUTE, clock.at)
    expect(await tokens.current()).toBe('access-1')
    expect(clock.at).toBe(MAY_FIRST)
  })

  it('is taken over from a process that died with the lease', async () => {
    const { tokens, vault, clock } = begin({ stored: 1, age: 2 * DAY })
    await vault.store.lease(OA_ID, clock.at + 20 * SECOND, clock.at)
    expect(await tokens.current()).toBe('access-2')
    expect(clock.at).toBeGreaterThanOrEqual(MAY_FIRST + 20 * SECOND)
  })

  it('uses the configured token once the stored one is refused', async () => {
    const { tokens, authority } = begin({ stored: 1, age: 2 * DAY, seed: 'refresh-40' })
    authority.used.push('refresh-1')
    expect(await tokens.current()).toBe('access-41')
  })

  it('does not fall back on the configured token when nobody answered', async () => {
    const { tokens, authority } = begin({ stored: 1, age: 2 * DAY, seed: 'refresh-40' })
    authority.failures.push({ outcome: 'unanswered', reason: 'etimedout' })
    expect(await tokens.current()).toBeUndefined()
    expect(authority.used).toEqual([])
  })

  it('stores the new pair later when the database failed, instead of losing it', async () => {
    const { tokens, vault, authority } = begin({ stored: 1, age: 2 * DAY })
    const save = vault.store.save
    vault.store.save = () => Promise.reject(new Error('disk'))
    await expect(tokens.current()).rejects.toThrow('disk')
    vault.store.save = save
    expect(await tokens.current()).toBe('access-2')
    expect(authority.used).toEqual(['refresh-1'])
    expect(vault.history.map(({ refreshToken }) => refreshToken)).toEqual(['refresh-2'])
  })
})

describe('a refused token', () => {
  it('is replaced', async () => {
    const { tokens, authority } = begin({ stored: 1, age: HOUR })
    expect(await tokens.renewed('access-1')).toBe('access-2')
    expect(await tokens.current()).toBe('access-2')
    expect(authority.used).toEqual(['refresh-1'])
  })

  it('is replaced once for all who were refused it', async () => {
    const { tokens, process, authority } = begin({ stored: 1, age: HOUR })
    const other = process()
    expect(await Promise.all([tokens.current(), other.current()])).toEqual(['access-1', 'access-1'])
    const answers = await Promise.all([tokens, tokens, other, other].map((each) => each.renewed('access-1')))
    expect(new Set(answers)).toEqual(new Set(['access-2']))
    expect(authority.used).toEqual(['refresh-1'])
  })

  it('is not replaced again when it is half a minute old: something else is wrong', async () => {
    const { tokens, clock, authority } = begin({ stored: 1, age: HOUR })
    expect(await tokens.renewed('access-1')).toBe('access-2')
    clock.at += 29 * SECOND
    expect(await tokens.renewed('access-2')).toBeUndefined()
    clock.at += SECOND
    expect(await tokens.renewed('access-2')).toBe('access-3')
    expect(authority.used).toEqual(['refresh-1', 'refresh-2'])
  })
})

it('writes no token into the log', async () => {
  const { tokens, authority, book } = begin({ stored: 1, age: 2 * DAY })
  await tokens.current()
  authority.failures.push({ outcome: 'refused', reason: 'oauth -14014' })
  await tokens.renewed('access-2')
  expect(book.lines.join()).not.toMatch(/(access|refresh)-\d/)
})
