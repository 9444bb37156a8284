import { expect, it } from 'vitest'
import { hashToken } from '../../../src/kernel/secrets.ts'
import { openDesk, post } from '../fakes.ts'
import { LAN, withLan } from './office.ts'

const chosen = 'bánh xèo đạp xe ra biển'
const FORM = { code: 'the-code', newPassword: chosen, again: chosen }

async function prepare() {
  const desk = await openDesk()
  withLan(desk)
  await desk.office.passwords.makeLink(LAN, { tokenHash: hashToken('the-code'), expiresAt: desk.clock.now + 1_000 })
  return { ...desk, hash: () => desk.accounts.find(({ id }) => id === LAN)?.passwordHash }
}

it('whoever has the link sets the password, from a page of ours', async () => {
  const { app, hash } = await prepare()
  const elsewhere = await post(app, '/staff/password', FORM, { 'sec-fetch-site': 'cross-site' })
  expect([elsewhere.statusCode, elsewhere.headers.location, hash()]).toEqual([303, '/staff/password', ''])
  expect((await post(app, '/staff/password', FORM)).headers.location).toBe('/staff/password?done=set')
  expect(hash()).toMatch(/^scrypt/)
})

it.each(['', 'the-cod', 'THE-CODE', 'the-code#x', hashToken('the-code')])('nobody does with “%s”', async (code) => {
  const { app, hash } = await prepare()
  const answer = await post(app, '/staff/password', { ...FORM, code })
  expect([answer.statusCode, hash()]).toEqual([410, ''])
})
