import { describe, expect, it } from 'vitest'
import { EXAMPLES, openShelf, PATH } from './shelf.ts'

const question = { before: 'chon', say: 'Ông/bà ở xã nào?', label: 'Nơi ở', check: 'commune', choices: '', revision: 0 }

describe('adding a question', () => {
  it('writes it into the draft, with the ways to it, the version and the people in the middle', async () => {
    const { get, post, shelf } = await openShelf()
    await shelf.publishing.saveDraft({
      flow: 'thu-nghiem',
      source: shelf.rows[0]?.source ?? '',
      cases: EXAMPLES,
      revision: 0,
      savedBy: 'An',
    })
    expect((await get(PATH)).body).toContain(`href="${PATH}/insert"`)
    expect((await get(`${PATH}/insert`)).body).toMatch(
      /<option value="chon">chon: Gửi chứ, \{applicant\}\?[^]*Nhắn chữ: Biển số xe/,
    )
    const answer = await post(`${PATH}/insert`, { ...question, revision: 1 })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PATH}?done=inserted`])
    const saved = shelf.saved.get('thu-nghiem')
    expect(saved).toMatchObject({ savedBy: 'Trần Biên Tập', revision: 2 })
    expect(saved?.source).toMatch(/version: 2\nmoves:[^]*next: noi_o\n[^]* {2}noi_o:[^]*check: commune[^]*next: chon\n/)
    expect((await get(`${PATH}?done=inserted`)).body).toMatch(/Đã thêm câu hỏi[^]*Không có lỗi/)
  })

  it.each([
    [{ say: '' }, 'Xin viết câu hỏi'],
    [{ label: ' ' }, 'Xin đặt tên ngắn'],
    [{ check: '', choices: 'Một' }, 'từ 2 đến 20 lựa chọn'],
    [{ before: 'khong_co' }, 'Không có bước nào tên'],
    [{ revision: 7 }, 'Bản nháp vừa được người khác thay đổi'],
  ])('says what is missing, keeps what was typed and saves nothing: %o', async (typed, sentence) => {
    const { post, shelf } = await openShelf()
    const { body, statusCode } = await post(`${PATH}/insert`, { ...question, ...typed })
    expect([statusCode >= 400, body.includes(sentence)]).toEqual([true, true])
    expect(body).toMatch(/value="Nơi ở"|Ông\/bà ở xã nào\?<\/textarea>/)
    expect(shelf.saved.size).toBe(0)
  })

  it('says at every field what is wrong with it, all at once, with a way there', async () => {
    const { post } = await openShelf()
    const { body } = await post(`${PATH}/insert`, { ...question, say: ' ', label: '', check: '', choices: 'Một' })
    expect(body).toContain('<title>Lỗi: Thêm một câu hỏi')
    for (const field of ['say', 'label', 'choices']) {
      expect(body).toContain(`<a href="#${field}">`)
      expect(body).toMatch(new RegExp(`id="wrong-${field}">[^<]+<`))
      expect(body).toMatch(new RegExp(`id="${field}" aria-describedby="hint-${field} wrong-${field}" aria-invalid`))
    }
  })

  it('is for who may edit', async () => {
    const { get, post, shelf } = await openShelf('officer')
    expect((await get(`${PATH}/insert`)).statusCode).toBe(403)
    expect((await post(`${PATH}/insert`, question)).statusCode).toBe(403)
    expect([shelf.saved.size, (await get(PATH)).body.includes('Thêm một câu hỏi')]).toEqual([0, false])
  })
})
