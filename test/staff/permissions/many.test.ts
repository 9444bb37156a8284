import { describe, expect, it } from 'vitest'
import { posted } from '../../dossiers/posted.ts'
import { openDesk, post, signIn } from '../fakes.ts'

describe('an act on several dossiers at once, who may do it', () => {
  it.each([
    ['nobody', false, true, 'same-origin', 401, 0],
    ['an officer without the token', true, false, 'same-origin', 403, 0],
    ['an officer from elsewhere', true, true, 'cross-site', 403, 0],
    ['an officer', true, true, 'same-origin', 200, 1],
  ] as const)('answers %s', async (_who, isSignedIn, hasToken, site, status, decided) => {
    const { app, books } = await openDesk()
    const { id } = books.add()
    const { cookie, csrf } = isSignedIn ? await signIn(app) : { cookie: '', csrf: 'x' }
    const fields = { ticked: `${id}_1`, act: 'take', step: 'do', csrf: hasToken ? csrf : 'x' }
    const answer = await post(app, '/staff/many', fields, { cookie, 'sec-fetch-site': site })
    expect([answer.statusCode, books.decided.length]).toEqual([status, decided])
  })

  it.each([
    ['accept', posted(['specialist'])],
    ['take', posted(['editor', 'administrator'])],
    ['take', posted(['reception', 'specialist', 'leader'], 'H12.99.001')],
  ] as const)('is judged for each dossier: "%s" by %j does nothing', async (act, postings) => {
    const { app, books, accounts } = await openDesk()
    const { id } = books.add()
    accounts[0] = { ...accounts[0]!, postings }
    const { cookie, csrf } = await signIn(app)
    for (const step of ['ask', 'do']) {
      const answer = await post(app, '/staff/many', { ticked: `${id}_1`, act, step, csrf }, { cookie })
      expect(answer.statusCode).toBe(200)
    }
    expect(books.decided).toEqual([])
  })
})
