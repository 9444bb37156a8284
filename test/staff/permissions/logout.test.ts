import { expect, it } from 'vitest'
import { get, openDesk, post, signIn } from '../fakes.ts'

it('ends the session only for a form that carries its token and comes from our own page', async () => {
  const { app, sessionRows } = await openDesk()
  const { cookie, csrf } = await signIn(app)
  const refused = await post(app, '/staff/logout', {}, { cookie })
  expect([refused.statusCode, refused.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8'])
  expect(refused.body).toMatch(/<h1>Biểu mẫu đã cũ<.*href="\/staff">Về danh sách hồ sơ/s)
  expect((await post(app, '/staff/logout', { csrf }, { cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await get(app, '/staff', cookie)).statusCode).toBe(200)

  const answer = await post(app, '/staff/logout', { csrf }, { cookie })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff/login'])
  expect(answer.cookies).toMatchObject([{ name: 'mot_cua_staff', value: '', path: '/staff' }])
  expect(sessionRows.size).toBe(0)
  // Whoever kept a copy of the cookie has nothing in hand.
  expect((await get(app, '/staff', cookie)).statusCode).toBe(303)
})

it('refuses a form without any field, as a page of another site may send it', async () => {
  const { app, sessionRows } = await openDesk()
  const { cookie } = await signIn(app)
  const answer = await app.inject({ method: 'POST', url: '/staff/logout', headers: { cookie } })
  expect([answer.statusCode, sessionRows.size]).toEqual([403, 1])
})

it('takes the cookie of a session that is over, without asking for its token', async () => {
  const { app, clock } = await openDesk()
  const { cookie } = await signIn(app)
  clock.now += 12 * 3_600_000
  const answer = await post(app, '/staff/logout', {}, { cookie })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff/login'])
  expect(answer.cookies).toMatchObject([{ name: 'mot_cua_staff', value: '' }])
})

it('leads whoever is not signed in to the door', async () => {
  const { app } = await openDesk()
  expect((await post(app, '/staff/logout', {})).headers.location).toBe('/staff/login')
})
