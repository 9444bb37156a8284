import { describe, expect, it } from 'vitest'
import { posted } from '../../dossiers/posted.ts'
import { HOUR } from '../../../src/kernel/clock.ts'
import { get, openDesk, signIn } from '../fakes.ts'

describe('the counts beside the lists, for whom', () => {
  it('are of what lies at one’s own agency, by list', async () => {
    const { app, accounts, books } = await openDesk()
    books.add({ code: 'HERE' })
    books.add({ code: 'THERE', holder: 'H12.99.001' })
    const { cookie } = await signIn(app)
    const countsOf = async () => (await get(app, '/staff/counts', cookie)).json<Record<string, string>>()
    expect(await countsOf()).toMatchObject({ unclaimed: '2', office: '2', mine: '0' })
    accounts[0] = { ...accounts[0]!, postings: posted(['reception'], 'H12.99') }
    expect(await countsOf()).toMatchObject({ unclaimed: '1', office: '1' })
    accounts[0] = { ...accounts[0], postings: posted(['administrator']) }
    expect(await countsOf()).toEqual({})
  })

  it('are shown to nobody who is not signed in, and keep no session alive', async () => {
    const { app, books, clock, sessionRows } = await openDesk()
    books.add()
    expect((await get(app, '/staff/counts')).statusCode).toBe(303)
    const { cookie } = await signIn(app)
    const before = JSON.stringify([...sessionRows])
    for (let hour = 0; hour < 11; hour++) {
      clock.now += HOUR
      await get(app, '/staff/counts', cookie)
    }
    expect(JSON.stringify([...sessionRows])).toBe(before)
    clock.now += HOUR
    expect((await get(app, '/staff/counts', cookie)).statusCode).toBe(303)
  })

  it('stand in the page where its script finds them', async () => {
    const { app, books } = await openDesk()
    books.add()
    const { cookie } = await signIn(app)
    const answer = await get(app, '/staff', cookie)
    expect(answer.body).toContain('<b data-count="unclaimed">1</b>')
    expect(answer.body).toContain('<script type="module" src="/staff/counts.js">')
    expect(answer.body).toContain('role="status" id="counts-said"')
    expect(answer.headers['content-security-policy']).toContain("connect-src 'self'")
  })
})
