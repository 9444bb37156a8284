import { describe, expect, it } from 'vitest'
import { clerk, get, officer, openDesk, post, signIn } from '../fakes.ts'
import { describeGuardedPage } from './guarded.ts'

const ID = 'b'.repeat(32)
const fields = { id: ID, flow: '', title: 'Hẹn giờ', text: 'Chào {ten} ạ.', revision: 0 }
const kept = { ...fields, revision: 1, savedBy: 'An', savedAt: 0 }

describeGuardedPage(
  'the page of canned replies',
  ({ canned }) => {
    canned.set(ID, kept)
    return '/staff/replies'
  },
  'Hẹn giờ',
)

describe.each(['/staff/replies', '/staff/replies/remove'])('a form sent to %s, who may send it', (path) => {
  it.each([
    ['nobody', undefined, true, 'same-origin', 401],
    ['an officer', officer, true, 'same-origin', 403],
    ['an editor without the token', clerk, false, 'same-origin', 403],
    ['an editor from elsewhere', clerk, true, 'cross-site', 403],
    ['an editor', clerk, true, 'same-origin', 303],
  ] as const)('answers %s', async (_who, account, hasToken, site, status) => {
    const desk = await openDesk()
    if (path.endsWith('remove')) desk.canned.set(ID, kept)
    const before = desk.canned.size
    const { cookie, csrf } = account ? await signIn(desk.app, account.email) : { cookie: '', csrf: 'x' }
    const form = { ...fields, revision: path.endsWith('remove') ? 1 : 0, csrf: hasToken ? csrf : 'x' }
    const answer = await post(desk.app, path, form, { cookie, 'sec-fetch-site': site })
    expect([answer.statusCode, desk.canned.size !== before]).toEqual([status, status === 303])
  })
})

it.each([`/staff/replies/${ID}`, '/staff/replies/new'])('shows the form at %s to editors alone', async (path) => {
  const desk = await openDesk()
  desk.canned.set(ID, kept)
  const seen = async (email?: string) =>
    (await get(desk.app, path, email && (await signIn(desk.app, email)).cookie)).statusCode
  expect([await seen(), await seen(officer.email), await seen(clerk.email)]).toEqual([303, 403, 200])
})
