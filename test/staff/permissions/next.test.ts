import { expect, it } from 'vitest'
import { posted } from '../../dossiers/posted.ts'
import { get, openDesk, signIn } from '../fakes.ts'

it('the next dossier is for who is signed in, and none of another agency', async () => {
  const { app, accounts, books } = await openDesk()
  const { id } = books.add()
  const path = '/staff/next?from=list%3Dall&at=9000000000000&id=zz'
  expect((await get(app, path)).headers.location).toMatch(/^\/staff\/login\?next=/)
  const { cookie } = await signIn(app)
  expect((await get(app, path, cookie)).headers.location).toContain(id)
  accounts[0] = { ...accounts[0]!, postings: posted(['leader'], 'H12.99.001') }
  expect((await get(app, path, cookie)).headers.location).toBe('/staff?list=all')
})
