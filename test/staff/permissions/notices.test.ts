import { describe, expect, it } from 'vitest'
import { administrator, officer, openDesk, post, signIn } from '../fakes.ts'
import { NOW } from '../../permits/sample.ts'
import { describeGuardedPage } from './guarded.ts'

const about = NOW + 3_600_000

describeGuardedPage(
  'the page of what somebody was told',
  async ({ books, notices }) => {
    const { id } = books.add()
    await notices.notices.tell([{ account: officer.id, dossier: id, kind: 'soon', about, at: NOW }])
    return '/staff/notices'
  },
  'Sắp đến hạn',
)

describe('a notice marked as seen, who may mark it', () => {
  it.each([
    ['nobody', undefined, true, 'same-origin', 401, false],
    ['whoever was told, without the token', officer, false, 'same-origin', 403, false],
    ['whoever was told, from elsewhere', officer, true, 'cross-site', 403, false],
    ['somebody else, who changes nothing', administrator, true, 'same-origin', 303, false],
    ['whoever was told', officer, true, 'same-origin', 303, true],
  ] as const)('%s', async (_who, account, hasToken, site, status, isSeen) => {
    const desk = await openDesk()
    const { id } = desk.books.add()
    await desk.notices.notices.tell([{ account: officer.id, dossier: id, kind: 'soon', about, at: NOW }])
    for (const fields of [{ place: 1 }, { upTo: 99 }]) {
      const { cookie, csrf } = account ? await signIn(desk.app, account.email) : { cookie: '', csrf: 'x' }
      const form = { ...fields, csrf: hasToken ? csrf : 'x' }
      const answer = await post(desk.app, '/staff/notices', form, { cookie, 'sec-fetch-site': site })
      expect([answer.statusCode, desk.notices.rows[0]?.seenAt !== undefined]).toEqual([status, isSeen])
      delete desk.notices.rows[0]?.seenAt
    }
  })
})
