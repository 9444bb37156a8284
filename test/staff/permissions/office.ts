import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { posted } from '../../dossiers/posted.ts'
import { type Desk, officer, openDesk, post, signIn } from '../fakes.ts'

/** Somebody of the first commune whom nobody signs in as. */
export const LAN: StaffId = 's5' as StaffId

/** With Lan among the people of the office. */
export function withLan(desk: Desk): void {
  const postings = [
    ...posted(['specialist'], 'H12.99.001'),
    { role: 'leader' as const, agency: 'H12.99.001', since: '2030-06-01' },
  ]
  desk.accounts.push({ ...officer, id: LAN, email: 'lan@example.vn', name: 'Nguyễn Thị Lan', postings })
  desk.sessionRows.set('of-lan', { account: LAN, csrf: 'x', openedAt: 0, expiresAt: desk.clock.now + 1_000_000 })
  desk.office.absences.push({ account: LAN, since: '2030-05-20', until: '2030-05-21' })
  desk.office.absences.push({ account: officer.id, since: '2030-05-20', until: '2030-05-21' })
}

/** All that deeds on people change. */
export const officeBooks = ({ accounts, sessionRows, office }: Desk) => [
  ...[accounts, [...sessionRows], [...office.links], office.absences],
]

/** What everybody may do to their own account: it wants a session, its token, and a form of our own. */
export function describeOwnDeed(name: string, path: string, fields: Record<string, string>) {
  const prepare = async () => {
    const desk = await openDesk()
    withLan(desk)
    return desk
  }
  describe(`${name}, who may do it`, () => {
    it('leads whoever is not signed in to the door', async () => {
      const desk = await prepare()
      const before = JSON.stringify(officeBooks(desk))
      const answer = await post(desk.app, path, { ...fields, csrf: 'x' })
      expect([303, 401]).toContain(answer.statusCode)
      expect(answer.headers.location ?? answer.body).toContain('/staff/login')
      expect(JSON.stringify(officeBooks(desk))).toBe(before)
    })

    it('refuses a form without its token, with somebody else’s, or from elsewhere', async () => {
      const desk = await prepare()
      const { cookie, csrf } = await signIn(desk.app)
      const other = await signIn(desk.app)
      const before = JSON.stringify(officeBooks(desk))
      for (const [token, site] of [
        ['x', 'same-origin'],
        [other.csrf, 'same-origin'],
        [csrf, 'cross-site'],
      ] as const) {
        const answer = await post(desk.app, path, { ...fields, csrf: token }, { cookie, 'sec-fetch-site': site })
        expect(answer.statusCode).toBe(403)
      }
      expect(JSON.stringify(officeBooks(desk))).toBe(before)
    })

    it('lets whoever is signed in, and touches nobody else', async () => {
      const desk = await prepare()
      await signIn(desk.app)
      const { cookie, csrf } = await signIn(desk.app)
      const [mine, others] = [officeBooks(desk), JSON.stringify(desk.accounts.filter(({ id }) => id !== officer.id))]
      const before = JSON.stringify(mine)
      expect((await post(desk.app, path, { ...fields, csrf }, { cookie })).statusCode).toBe(303)
      expect(JSON.stringify(officeBooks(desk))).not.toBe(before)
      expect(JSON.stringify(desk.accounts.filter(({ id }) => id !== officer.id))).toBe(others)
      expect(desk.sessionRows.has('of-lan')).toBe(true)
    })
  })
}
