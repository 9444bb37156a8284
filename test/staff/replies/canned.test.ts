import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/dossiers/dossier.ts'
import { fillReply, unknownIn } from '../../../src/dossiers/canned.ts'
import { NOW } from '../../permits/sample.ts'
import { clerk, get, officer, openDesk, post, signIn } from '../fakes.ts'

const ID = 'a'.repeat(32)
const facts = { ten: 'An', ma: 'M1', thu_tuc: 'Hỏi', co_quan: 'UBND', can_bo: 'Lê', han: 'mai' }

describe('a canned reply', () => {
  it('is filled with what it names, and leaves other braces alone', () =>
    expect(fillReply('{ten}: {ma}, {thu_tuc}, {co_quan}, {can_bo}, {han} {toString} {x}', facts)).toBe(
      'An: M1, Hỏi, UBND, Lê, mai {toString} {x}',
    ))

  it('names the first thing in it that nothing fills', () => {
    expect(unknownIn('Chào {ten}, {ho_so}')).toBe('ho_so')
    expect(unknownIn('Chào {ten}, {constructor}')).toBe('constructor')
    expect(unknownIn('Chào {}')).toBe('')
    expect(unknownIn('Chào {ten} {ma}')).toBeUndefined()
  })
})

async function openReplies(email = clerk.email) {
  const desk = await openDesk()
  const { cookie, csrf } = await signIn(desk.app, email)
  const fields = { id: ID, flow: '', title: 'Hẹn giờ', text: 'Chào {ten}, hồ sơ {ma} ạ.', revision: 0, csrf }
  return {
    ...desk,
    ...{ cookie, csrf, fields },
    save: (changes: Record<string, string | number> = {}) =>
      post(desk.app, '/staff/replies', { ...fields, ...changes }, { cookie }),
  }
}

describe('the page of canned replies', () => {
  it('keeps a new one, shows it with who saved it, and keeps one when the button is pressed twice', async () => {
    const desk = await openReplies()
    const [first, second] = [await desk.save(), await desk.save()]
    expect([first, second].map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, '/staff/replies?done=saved'],
      [303, '/staff/replies?done=saved'],
    ])
    const page = (await get(desk.app, '/staff/replies?done=saved', desk.cookie)).body
    expect(page).toMatch(
      /Đã lưu câu trả lời mẫu[^]*Hẹn giờ[^]*Mọi thủ tục[^]*Trần Biên Tập lưu lúc 07:30[^]*Chào \{ten\}/,
    )
    expect(desk.canned.size).toBe(1)
  })

  it.each([
    ['text', { text: 'Chào {ho_ten} nhé' }, 'Không có gì để điền vào “{ho_ten}”. Dùng được: {ten}, {ma}'],
    ['text', { text: 'ừ' }, 'Xin viết từ 5'],
    ['title', { title: ' ' }, 'Xin đặt tên'],
    ['flow', { flow: 'khong-co' }, 'Xin chọn một thủ tục'],
  ])('says at the field %s what is wrong, and keeps what was typed: %j', async (field, changes, because) => {
    const desk = await openReplies()
    const answer = await desk.save(changes)
    expect(answer.statusCode).toBe(422)
    const [, told] = new RegExp(`id="wrong-${field}">([^<]*)`).exec(answer.body) ?? []
    expect(told).toContain(because)
    expect(answer.body).toContain(`>${'text' in changes ? changes.text : desk.fields.text}</textarea>`)
    expect(desk.canned.size).toBe(0)
  })

  it('tells whoever saves over somebody else so, and saves on the second try', async () => {
    const desk = await openReplies()
    await desk.save()
    const other = { ...desk.canned.get(ID)!, text: 'Của đồng nghiệp.', savedBy: 'Lý Khác', revision: 2 }
    desk.canned.set(ID, other)
    const stale = await desk.save({ revision: 1, text: 'Của tôi đây.' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toMatch(/Lý Khác vừa sửa[^]*Của đồng nghiệp\.[^]*>Của tôi đây\.<\/textarea>/)
    expect(stale.body).toContain('name="revision" value="2"')
    expect((await desk.save({ revision: 2, text: 'Của tôi đây.' })).statusCode).toBe(303)
    expect(desk.canned.get(ID)?.text).toBe('Của tôi đây.')
  })

  it('removes one, and does not mind a second press', async () => {
    const desk = await openReplies()
    await desk.save()
    for (const _ of [1, 2]) {
      const fields = { csrf: desk.csrf, id: ID, revision: 1 }
      const answer = await post(desk.app, '/staff/replies/remove', fields, { cookie: desk.cookie })
      expect(answer.headers.location).toBe('/staff/replies?done=removed')
    }
    expect(desk.canned.size).toBe(0)
  })

  it('shows them to an officer without a way to change them', async () => {
    const desk = await openReplies(officer.email)
    desk.canned.set(ID, { ...desk.fields, savedBy: 'An', savedAt: NOW, revision: 1 })
    const page = await get(desk.app, '/staff/replies', desk.cookie)
    expect([page.statusCode, page.body.includes('Hẹn giờ'), page.body.includes('Thêm câu mẫu')]).toEqual([
      200,
      true,
      false,
    ])
  })
})

describe('canned replies on the page of a dossier', () => {
  const QUESTION: Partial<Dossier> = { flow: 'hoi-can-bo', applicant: 'Trần Thị B', dueAt: null }

  it('offers those of its procedure before those for all, filled in, and nothing of another procedure', async () => {
    const desk = await openReplies(officer.email)
    const canned = { ...desk.fields, savedBy: 'An', savedAt: NOW, revision: 1 }
    desk.canned.set('1', { ...canned, id: '1' })
    desk.canned.set('2', { ...canned, id: '2', flow: 'hoi-can-bo', title: 'Riêng', text: '{can_bo}, {han}.' })
    desk.canned.set('3', { ...canned, id: '3', flow: 'trich-luc-ho-tich', title: 'Khác' })
    const dossier = desk.books.add(QUESTION)
    const page = await get(desk.app, `/staff/dossiers/${dossier.id}`, desk.cookie)
    const options = [...page.body.matchAll(/<option value="(\d)" data-text="([^"]*)"/g)].map(([, id, text]) => [
      id,
      text,
    ])
    expect(options).toEqual([
      ['2', 'Lê Cán Bộ, (chưa có hạn).'],
      ['1', `Chào Trần Thị B, hồ sơ ${dossier.code} ạ.`],
    ])
    expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  })

  it('puts the chosen one behind what was typed without a script, and sends nothing', async () => {
    const desk = await openReplies(officer.email)
    desk.canned.set('1', { ...desk.fields, id: '1', savedBy: 'An', savedAt: NOW, revision: 1 })
    const dossier = desk.books.add(QUESTION)
    const fields = { csrf: desk.csrf, revision: 1, words: 'Dạ, ', canned: '1', step: 'insert' }
    const answer = await post(desk.app, `/staff/dossiers/${dossier.id}/reply`, fields, { cookie: desk.cookie })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(`>Dạ,\nChào Trần Thị B, hồ sơ ${dossier.code} ạ.</textarea>`)
    expect(answer.body).not.toContain('chưa được thực hiện')
    expect(desk.books.decided).toEqual([])
  })
})
