import { DESK, posted } from '../../dossiers/posted.ts'
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/dossiers/dossier.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { NOW, samplePermit } from '../../permits/sample.ts'
import { get, openDesk, post, signIn } from '../fakes.ts'

const REASON = 'Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc.'
const colleague = { type: 'staff' as const, id: 's2' as StaffId, name: 'Trần Thị Thảo' }

async function openDossier(changes: Partial<Dossier> = {}) {
  const desk = await openDesk()
  const dossier = desk.books.add(changes)
  const { cookie, csrf } = await signIn(desk.app)
  const send = (type: string, fields: Record<string, string | number> = {}) =>
    post(
      desk.app,
      `/staff/dossiers/${dossier.id}/${type}`,
      { csrf, revision: dossier.revision, step: 'do', ...fields },
      { cookie },
    )
  return { ...desk, dossier, cookie, send }
}

describe('deciding on a dossier', () => {
  it('takes two presses from the desk to the permit, and rings for each', async () => {
    const { books, dossier, send, rings } = await openDossier()
    expect((await send('accept')).statusCode).toBe(303)
    expect((await send('approve', { revision: 2 })).statusCode).toBe(303)
    expect((await books.dossiers.find(dossier.id))?.status).toBe('done')
    expect(books.permitRows).toHaveLength(1)
    expect(rings).toEqual([`delivery ${dossier.citizen}`, `delivery ${dossier.citizen}`])
  })

  it('rings for a turn as well when the conversation must ask', async () => {
    const { dossier, send, rings } = await openDossier()
    await send('ask', { words: REASON })
    expect(rings).toEqual([`delivery ${dossier.citizen}`, `turn ${dossier.citizen}`])
  })

  it('accepts no dossier twice, whatever request is made by hand', async () => {
    const { books, dossier, send } = await openDossier()
    await send('accept')
    await send('ask', { revision: 2, words: REASON })
    const answer = await send('accept', { revision: 3 })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('nên không tiếp nhận lần nữa')
    expect((await books.dossiers.find(dossier.id))?.status).toBe('supplement')
    expect(books.decided).toHaveLength(2)
  })

  it('is closed to another agency, and open to see where the dossier was handed on from', async () => {
    const desk = await openDossier()
    const path = `/staff/dossiers/${desk.dossier.id}`
    const works = (agency: string) => (desk.accounts[0] = { ...desk.accounts[0]!, postings: posted(DESK, agency) })
    works('H12.99.001')
    expect((await desk.send('accept')).statusCode).toBe(404)
    expect((await get(desk.app, path, desk.cookie)).statusCode).toBe(404)
    expect(desk.books.decided).toEqual([])
    works(desk.dossier.agency)
    expect((await desk.send('accept')).statusCode).toBe(303)
    desk.books.change(desk.dossier.id, { holder: 'H12.99.001' })
    const page = await get(desk.app, path, desk.cookie)
    expect(page.body).toContain('Đang ở <b>UBND phường An Xuyên</b>')
    expect(page.body).toContain('Hồ sơ của cơ quan khác: ông/bà xem được, cơ quan đó xử lý.')
    expect(page.body).not.toContain(`${path}/approve`)
    works('H12.99.001')
    expect((await get(desk.app, path, desk.cookie)).body).toContain(`${path}/approve`)
  })

  it('says on the page what was done, and only known things', async () => {
    const { app, dossier, cookie, send } = await openDossier()
    const { location } = (await send('accept')).headers
    expect((await get(app, String(location), cookie)).body).toContain(
      'Đã tiếp nhận hồ sơ.</strong> Tin báo cho người dân chưa tới Zalo',
    )
    for (const done of ['constructor', '<b>', '']) {
      const { body } = await get(app, `/staff/dossiers/${dossier.id}?done=${encodeURIComponent(done)}`, cookie)
      expect(body).not.toContain('role="status"')
    }
  })

  it.each(['mờ', '', 'x'.repeat(1_200)])('gives a refused form back with what was typed: %#', async (words) => {
    const { books, send } = await openDossier()
    const answer = await send('decline', { words })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(/<title>Lỗi: Hồ sơ H12\.99-300501-0001/)
    expect(answer.body).toMatch(/<details open><summary class="danger">Không tiếp nhận/)
    expect(answer.body).toMatch(new RegExp(`aria-invalid="true"[^>]* autofocus>${words}</textarea>`))
    expect(books.decided).toEqual([])
  })

  it('escapes what was typed', async () => {
    const { send } = await openDossier()
    const { body } = await send('decline', { words: '</textarea><b>' + 'x'.repeat(1_200) })
    expect(body).toContain('&lt;/textarea>&lt;b>x')
  })

  it('does not overwrite a colleague, says who was first, and keeps what was typed', async () => {
    const { books, dossier, send } = await openDossier()
    const meanwhile = { type: 'accepted' as const, by: colleague, at: NOW, status: 'accepted' as const }
    books.change(dossier.id, { status: 'accepted' }, meanwhile)
    const answer = await send('ask', { words: REASON })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Hồ sơ vừa được người khác cập nhật')
    expect(answer.body).toContain('Thay đổi mới nhất: Tiếp nhận, Trần Thị Thảo, lúc 07:30 01/05/2030.')
    expect(answer.body).toContain(`<blockquote>${REASON}</blockquote>`)
    expect(answer.body).toMatch(/name="revision" value="2"/)
    expect(answer.body).toMatch(new RegExp(`<details open><summary>Yêu cầu bổ sung.*>${REASON}</textarea>`))
    expect(books.decided).toEqual([])
  })

  it('takes a button pressed twice for one decision', async () => {
    const { books, send } = await openDossier()
    const [first, second] = [await send('accept'), await send('accept')]
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    expect(books.decided).toHaveLength(1)
  })

  it('grants one permit to a button pressed twice', async () => {
    const { books, send } = await openDossier({ status: 'accepted' })
    await send('approve')
    expect((await send('approve')).statusCode).toBe(303)
    expect(books.permitRows).toHaveLength(1)
  })

  it('does not take the same decision of a colleague for a second press', async () => {
    const { books, dossier, send } = await openDossier()
    const meanwhile = { type: 'accepted' as const, by: colleague, at: NOW, status: 'accepted' as const }
    books.change(dossier.id, { status: 'accepted' }, meanwhile)
    expect((await send('accept')).statusCode).toBe(409)
  })

  it('takes nothing for a second press once the dossier has moved on further', async () => {
    const { books, dossier, send } = await openDossier()
    await send('accept')
    books.change(dossier.id, {})
    expect((await send('accept')).statusCode).toBe(409)
  })

  it('does not take other words, or another decision, for a second press', async () => {
    const { send } = await openDossier()
    await send('ask', { words: REASON })
    expect((await send('ask', { words: `${REASON} Cả mặt sau.` })).statusCode).toBe(409)
    expect((await send('accept')).statusCode).toBe(409)
  })

  it.each([
    ['accept', {}],
    ['accept', { revision: '' }],
    ['accept', { revision: 'x' }],
    ['accept', { revision: 99 }],
  ])('refuses "%s" with the revision of %j as stale, once the dossier has moved on', async (type, fields) => {
    const { books, dossier, send } = await openDossier()
    books.change(dossier.id, {})
    expect((await send(type, fields)).statusCode).toBe(409)
  })

  it.each(['constructor', '__proto__', 'toString', 'delete', 'Accept'])('knows no decision "%s"', async (type) => {
    const { books, send } = await openDossier()
    expect((await send(type)).statusCode).toBe(404)
    expect(books.decided).toEqual([])
  })

  it('answers a decision on an unknown dossier with a page', async () => {
    const { app, cookie } = await openDossier()
    const { csrf } = await signIn(app)
    const own = await signIn(app)
    const answer = await post(
      app,
      '/staff/dossiers/ffff/accept',
      { csrf: own.csrf, revision: 1 },
      { cookie: own.cookie },
    )
    expect([answer.statusCode, csrf === own.csrf, cookie === own.cookie]).toEqual([404, false, false])
  })

  it('does not revoke a permit of another dossier', async () => {
    const { books, send } = await openDossier({ status: 'done' })
    const permit = await samplePermit({ dossier: 'other' as Dossier['id'] })
    books.permitRows.push(permit)
    expect((await send('revoke', { words: REASON, permit: permit.id })).statusCode).toBe(422)
    expect(books.permitRows[0]?.revokedAt).toBeUndefined()
  })
})
