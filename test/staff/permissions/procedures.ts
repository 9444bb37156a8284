import { posted } from '../../dossiers/posted.ts'
import { describe, expect, it } from 'vitest'
import { published, TREES } from '../../procedures/elsewhere/entries.ts'
import { changed, SMALL_FLOW } from '../../procedures/small-flow.ts'
import { clerk, get, officer, openDesk, post, signIn } from '../fakes.ts'

/** Changing a procedure wants a session, its token, a form of our own, and the role for it. */
export function describeEditorsOnly(name: string, path: string, fields: Record<string, string | number>) {
  const prepare = async () => {
    const desk = await openDesk()
    desk.shelf.entries.push(published(TREES))
    await desk.shelf.publishing.publish({ source: SMALL_FLOW, cases: '', by: 'flows/' })
    const source = changed('Ông/bà tên gì?', 'Xin cho biết họ tên.')
    await desk.shelf.publishing.publish({ source, cases: '', by: 'An' })
    await desk.shelf.publishing.saveDraft({
      flow: 'thu-nghiem',
      source: SMALL_FLOW,
      cases: '',
      revision: 0,
      savedBy: 'An',
    })
    const standing = () => JSON.stringify([desk.shelf.rows, [...desk.shelf.saved], desk.shelf.entries])
    const before = standing()
    return { ...desk, isUntouched: () => standing() === before }
  }

  describe(`${name}, who may do it`, () => {
    it('leads whoever is not signed in to the door', async () => {
      const { app, isUntouched } = await prepare()
      const answer = await post(app, path, { ...fields, csrf: 'x' })
      expect([answer.statusCode, isUntouched()]).toEqual([Object.keys(fields).length > 0 ? 401 : 303, true])
      expect(answer.headers.location ?? answer.body).toContain('/staff/login')
    })

    it('refuses an officer with a sentence', async () => {
      const { app, isUntouched } = await prepare()
      const { cookie, csrf } = await signIn(app, officer.email)
      const answer = await post(app, path, { ...fields, csrf }, { cookie })
      expect([answer.statusCode, isUntouched()]).toEqual([403, true])
      expect(answer.body).toContain('chỉ được xem')
    })

    it('refuses a form without its token, or from elsewhere', async () => {
      const { app, isUntouched } = await prepare()
      const { cookie, csrf } = await signIn(app, clerk.email)
      expect((await post(app, path, { ...fields, csrf: 'x' }, { cookie })).statusCode).toBe(403)
      expect((await post(app, path, { ...fields, csrf }, { cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(
        403,
      )
      expect((await get(app, path, cookie)).statusCode).toBeLessThan(500)
      expect(isUntouched()).toBe(true)
    })

    it.each(['editor', 'administrator'] as const)('lets the %s', async (role) => {
      const desk = await prepare()
      desk.accounts[1] = { ...clerk, postings: posted([role]) }
      const { cookie, csrf } = await signIn(desk.app, clerk.email)
      expect((await post(desk.app, path, { ...fields, csrf }, { cookie })).statusCode).toBeLessThan(400)
    })
  })
}
