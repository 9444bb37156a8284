import { expect, it } from 'vitest'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'
import { describeAdministeredDeed, describeAdministeredPage } from './administered.ts'

describeAdministeredPage('the page that connects the account', '/staff/zalo')
describeAdministeredDeed('connecting the account', '/staff/zalo', {}, ({ consents }) => consents)

it('goes on to Zalo, and gives this browser its half for the way back', async () => {
  const { app } = await openDesk({ secureCookies: true })
  const { cookie, csrf } = await signIn(app, administrator.email)
  const page = await get(app, '/staff/zalo', cookie)
  expect(page.headers['content-security-policy']).toContain("form-action 'self' https://oauth.example.test;")
  const answer = await post(app, '/staff/zalo', { csrf }, { cookie })
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    'https://oauth.example.test/v4/oa/permission?state=s',
  ])
  expect(answer.cookies).toMatchObject([
    {
      ...{ name: 'mot_cua_consent', value: 'half-of-the-browser', path: '/oauth/zalo/callback' },
      ...{ httpOnly: true, sameSite: 'Lax', secure: true, maxAge: 600 },
    },
  ])
  expect(page.body).not.toContain('half-of-the-browser')
})
