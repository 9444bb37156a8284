import { describe, expect, it } from 'vitest'
import { posted } from '../../dossiers/posted.ts'
import { clerk, openDesk, officer, post, signIn } from '../fakes.ts'
import { describeGuardedPage } from './guarded.ts'

const SAVED = { id: 'a', account: officer.id, agency: null, name: 'Tên kín', query: '', savedAt: 1 }
const SHARED = { ...SAVED, id: 'b', agency: 'H12.99', name: 'Chung' }

describeGuardedPage(
  'the saved lists',
  (desk) => {
    desk.saved.set('a', SAVED)
    return '/staff/saved-lists'
  },
  'Tên kín',
)

describe('a saved list, who may change it', () => {
  it.each([
    ['save', '', { id: 'n', name: 'Tên', query: '' }],
    ['rename', '/rename', { id: 'a', name: 'Tên' }],
    ['remove', '/remove', { id: 'a' }],
  ])('%s: nobody without a session, its token and our own form', async (_what, path, fields) => {
    const { app, saved } = await openDesk()
    saved.set('a', SAVED)
    const { cookie, csrf } = await signIn(app)
    const url = `/staff/saved-lists${path}`
    expect((await post(app, url, { ...fields, csrf })).statusCode).toBe(401)
    expect((await post(app, url, { ...fields, csrf: 'x' }, { cookie })).statusCode).toBe(403)
    expect((await post(app, url, { ...fields, csrf }, { cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect([...saved.values()]).toEqual([SAVED])
  })

  it('is not another person, for one’s own', async () => {
    const { app, saved } = await openDesk()
    saved.set('a', SAVED)
    const { cookie, csrf } = await signIn(app, clerk.email)
    for (const path of ['/rename', '/remove'])
      expect((await post(app, `/staff/saved-lists${path}`, { csrf, id: 'a', name: 'X' }, { cookie })).statusCode).toBe(
        403,
      )
    expect([...saved.values()]).toEqual([SAVED])
  })

  it.each([
    ['reception', 'H12.99', false],
    ['leader', 'H12.99.001', false],
    ['leader', 'H12.99', true],
    ['leader', undefined, true],
  ] as const)('of an agency: %s of %s %s', async (role, agency, isAllowed) => {
    const { app, accounts, saved } = await openDesk()
    saved.set('b', SHARED)
    accounts[0] = { ...officer, postings: posted([role], agency) }
    const { cookie, csrf } = await signIn(app)
    const send = async (path: string, fields: Record<string, string>) =>
      (await post(app, `/staff/saved-lists${path}`, { csrf, ...fields }, { cookie })).statusCode
    const status = isAllowed ? 303 : 403
    expect(await send('', { id: 'n', name: 'Tên', query: '', agency: 'H12.99' })).toBe(status)
    expect(await send('/rename', { id: 'b', name: 'Mới' })).toBe(status)
    expect(await send('/remove', { id: 'b' })).toBe(status)
    expect(saved.has('b')).toBe(!isAllowed)
  })
})
