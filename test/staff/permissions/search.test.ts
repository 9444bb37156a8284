import { describe, expect, it } from 'vitest'
import { openDesk, post, signIn } from '../fakes.ts'

const fields = { typed: 'Trần Thị Kín' }

describe('looking for dossiers, who may do it', () => {
  it('leads whoever is not signed in to the door, and keeps what was typed', async () => {
    const { app } = await openDesk()
    const answer = await post(app, '/staff/search', { ...fields, csrf: 'x' })
    expect([answer.statusCode, answer.body.includes('action="/staff/login"')]).toEqual([401, true])
    expect(answer.headers.location).toBeUndefined()
  })

  it.each([
    ['without the token of its session', 'x', 'same-origin'],
    ['sent from elsewhere', undefined, 'cross-site'],
  ])('refuses a form %s', async (_, token, site) => {
    const { app } = await openDesk()
    const { cookie, csrf } = await signIn(app)
    const sent = { ...fields, csrf: token ?? csrf }
    expect((await post(app, '/staff/search', sent, { cookie, 'sec-fetch-site': site })).statusCode).toBe(403)
  })

  it('is for everybody who is signed in: what they find is what they may see', async () => {
    const { app } = await openDesk()
    const { cookie, csrf } = await signIn(app)
    expect((await post(app, '/staff/search', { ...fields, csrf }, { cookie })).statusCode).toBe(303)
  })
})
