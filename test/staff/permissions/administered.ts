import { describe, expect, it } from 'vitest'
import type { PostId } from '../../../src/kernel/ids.ts'
import { NOW } from '../../permits/sample.ts'
import { administrator, clerk, type Desk, get, officer, openDesk, post, signIn } from '../fakes.ts'

/** A page for administrators: everybody else who is signed in reads why not. */
export function describeAdministeredPage(name: string, path: string, arrange: (desk: Desk) => void = () => undefined) {
  describe(`${name}, which role may see it`, () => {
    it.each([officer, clerk])('refuses the $role with a sentence', async ({ email }) => {
      const { app, permitDesk } = await prepare(arrange)
      const before = JSON.stringify([...permitDesk.posts])
      const answer = await get(app, path, (await signIn(app, email)).cookie)
      expect(answer.statusCode).toBe(403)
      expect(answer.body).toContain('chỉ dành cho người quản trị')
      expect(JSON.stringify([...permitDesk.posts])).toBe(before)
    })

    it('lets the administrator', async () => {
      const { app } = await prepare(arrange)
      expect((await get(app, path, (await signIn(app, administrator.email)).cookie)).statusCode).toBe(200)
    })

    it('leads whoever is not signed in to the door', async () => {
      const { app } = await prepare()
      expect((await get(app, path)).headers.location).toMatch(/^\/staff\/login/)
    })
  })
}

/** What only an administrator does: it wants a session, the role, the token, and a form of our own. */
export function describeAdministeredDeed(
  name: string,
  path: string,
  fields: Record<string, string>,
  booksOf: (desk: Desk) => unknown = ({ permitDesk }) => [...permitDesk.posts],
  arrange: (desk: Desk) => void = () => undefined,
) {
  describe(`${name}, who may do it`, () => {
    it.each([
      ['nobody', undefined, true, 'same-origin', Object.keys(fields).length > 0 ? 401 : 303],
      ['an officer', officer, true, 'same-origin', 403],
      ['a clerk', clerk, true, 'same-origin', 403],
      ['an administrator without the token', administrator, false, 'same-origin', 403],
      ['an administrator from elsewhere', administrator, true, 'cross-site', 403],
    ] as const)('refuses %s and changes nothing', async (_who, account, hasToken, site, status) => {
      const desk = await prepare(arrange)
      const { cookie, csrf } = account ? await signIn(desk.app, account.email) : { cookie: '', csrf: 'x' }
      const before = JSON.stringify(booksOf(desk))
      const answer = await post(
        desk.app,
        path,
        { ...fields, csrf: hasToken ? csrf : 'x' },
        { cookie, 'sec-fetch-site': site },
      )
      expect([answer.statusCode, JSON.stringify(booksOf(desk))]).toEqual([status, before])
    })

    it('lets an administrator', async () => {
      const desk = await prepare(arrange)
      const { cookie, csrf } = await signIn(desk.app, administrator.email)
      const before = JSON.stringify(booksOf(desk))
      expect((await post(desk.app, path, { ...fields, csrf }, { cookie })).statusCode).toBeLessThan(400)
      expect(JSON.stringify(booksOf(desk))).not.toBe(before)
    })
  })
}

/** With one open post, and one message that was set aside. */
async function prepare(arrange: (desk: Desk) => void = () => undefined): Promise<Desk> {
  const desk = await openDesk()
  const id = 'cau-ho-phong' as PostId
  desk.permitDesk.posts.set(id, { id, name: 'Chốt cầu Hộ Phòng', openedAt: NOW, codeHash: 'old' })
  desk.permitDesk.aside.set(7, { seq: 7, what: 'user_send_text', receivedAt: NOW, isBlank: false })
  arrange(desk)
  return desk
}
