import { expect, it } from 'vitest'
import { get, openDesk, post, signIn } from '../fakes.ts'

it('ends the session only for a form that carries its token and comes from our own page', async () => {
  const { app, sessionRows } = await openDesk()
  const { cookie, csrf } = await signIn(app)
  expect((await post(app, '/staff/logout', {}, { cookie })).statusCode).toBe(403)
  expect((await post(app, '/staff/logout', { csrf }, { cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await get(app, '/staff', cookie)).statusCode).toBe(200)

  const answer = await post(app, '/staff/logout', { csrf }, { cookie })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff/login'])
  expect(answer.cookies).toMatchObject([{ name: 'mot_cua_staff', value: '' }])
  expect(sessionRows.size).toBe(0)
  expect((await get(app, '/staff', cookie)).statusCode).toBe(303)
})

it('leads whoever is not signed in to the door', async () => {
  const { app } = await openDesk()
  expect((await post(app, '/staff/logout', {})).headers.location).toBe('/staff/login')
})
