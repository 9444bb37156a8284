import { describe, expect, it } from 'vitest'
import { openDesk, post, signIn } from '../fakes.ts'

describe('approving many at once, who may do it', () => {
  it.each([
    ['nobody', false, true, 'same-origin', 401, 0],
    ['an officer without the token', true, false, 'same-origin', 403, 0],
    ['an officer from elsewhere', true, true, 'cross-site', 403, 0],
    ['an officer', true, true, 'same-origin', 200, 2],
  ] as const)('answers %s', async (_who, isSignedIn, hasToken, site, status, decided) => {
    const { app, books } = await openDesk()
    const { id } = books.add()
    const { cookie, csrf } = isSignedIn ? await signIn(app) : { cookie: '', csrf: 'x' }
    const fields = { approve: `${id}_1`, step: 'do', csrf: hasToken ? csrf : 'x' }
    const answer = await post(app, '/staff/permits/waiting', fields, { cookie, 'sec-fetch-site': site })
    expect([answer.statusCode, books.decided.length]).toEqual([status, decided])
  })
})
