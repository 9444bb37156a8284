import { describe, expect, it } from 'vitest'
import { changed } from '../../procedures/small-flow.ts'
import { openShelf, PATH } from './shelf.ts'

const FINDABLE = changed('name: Thử nghiệm', 'name: Thử nghiệm\nwords: [thử]')
const BECAUSE = 'Thủ tục này bãi bỏ từ ngày 1/7. Ông/bà không phải làm nữa.'
const seen = { version: 1, revision: 2, because: BECAUSE }

async function openFindable(by: 'clerk' | 'officer' = 'clerk') {
  const shelf = await openShelf(by)
  await shelf.shelf.publishing.publish({ source: FINDABLE, cases: '', by: 'Lê Khác' })
  return shelf
}

describe('taking a procedure out of service', () => {
  it('shows whom it concerns, then the words once more, and does it under the name of who did', async () => {
    const { get, post, shelf } = await openFindable()
    shelf.pinned.push({ flow: 'thu-nghiem', version: 1, step: 'hoi', citizens: 3 })
    shelf.pinned.push({ flow: 'thu-nghiem', version: 1, citizens: 1 }, { flow: 'khac', version: 1, citizens: 9 })
    shelf.pending.set('thu-nghiem', 5)
    expect((await get(PATH)).body).toContain(`href="${PATH}/withdraw"`)
    expect((await get(`${PATH}/withdraw`)).body).toMatch(/4 người đang làm dở[^]*5 hồ sơ đã nộp[^]*Xem trước/)

    const look = await post(`${PATH}/withdraw`, { ...seen, step: 'look' })
    expect(look.body).toMatch(/<blockquote>Thủ tục này bãi bỏ[^]*Ngừng nhận ngay/)
    expect(shelf.rows).toHaveLength(2)

    const answer = await post(`${PATH}/withdraw`, { ...seen, step: 'do' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PATH}?done=withdrawn`])
    expect(shelf.rows.at(-1)).toMatchObject({ revision: 3, withdrawn: BECAUSE, publishedBy: 'Trần Biên Tập' })
    expect(shelf.catalogue.current('thu-nghiem')?.closed).toBe(BECAUSE)
    expect((await get(PATH)).body).toMatch(/Đang ngừng nhận[^]*bãi bỏ từ ngày 1\/7[^]*Mở lại…/)
    expect((await get('/staff/procedures')).body).toContain('Đang ngừng nhận')
    expect((await get(`${PATH}/history`)).body).toMatch(/Bản 1\.3[^]*Đang ngừng nhận[^]*Trần Biên Tập[^]*bãi bỏ từ/)
  })

  it('is taken back with the same text, which the history tells too', async () => {
    const { get, post, shelf } = await openFindable()
    await post(`${PATH}/withdraw`, { ...seen, step: 'do' })
    const page = await get(`${PATH}/roll-back?version=1&revision=3`)
    expect(page.body).toMatch(/Mở lại thủ tục\?[^]*được mở lại[^]*bản 1\.4[^]*Mở lại ngay/)
    const answer = await post(`${PATH}/roll-back`, { version: 1, revision: 3 })
    expect(answer.headers.location).toBe(`${PATH}?done=reopened`)
    expect(shelf.rows.at(-1)).toMatchObject({ revision: 4, source: FINDABLE, publishedBy: 'Trần Biên Tập' })
    expect(shelf.rows.at(-1)).not.toHaveProperty('withdrawn')
    expect(shelf.catalogue.current('thu-nghiem')?.closed).toBeUndefined()
    const { body } = await get(`${PATH}/history`)
    expect(body).toMatch(/Bản 1\.4[^]*Đang dùng[^]*Mở lại[^]*Bản 1\.3[^]*Ngừng nhận[^]*bãi bỏ/)
    expect((await get(PATH)).body).not.toContain('Đang ngừng nhận')
  })

  it('ends when another text is published, and says so before', async () => {
    const { get, post, save, shelf } = await openFindable()
    await post(`${PATH}/withdraw`, { ...seen, step: 'do' })
    await save(FINDABLE.replace('Ông/bà tên gì?', 'Xin cho biết họ tên.'))
    expect((await get(`${PATH}/publish`)).body).toContain('đang ngừng nhận được mở lại')
    await post(`${PATH}/publish`, { draft: 1, version: 1, revision: 3 })
    expect(shelf.catalogue.current('thu-nghiem')?.closed).toBeUndefined()
  })

  it.each([
    ['', 'Xin viết một câu'],
    ['thôi', 'Xin viết một câu'],
    ['x'.repeat(501), 'nhiều nhất 500'],
  ])('asks for words that citizens understand, and keeps what was typed (%#)', async (because, sentence) => {
    const { post, shelf } = await openFindable()
    const answer = await post(`${PATH}/withdraw`, { ...seen, because, step: 'do' })
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(sentence)])
    expect(answer.body).toContain(because)
    expect(answer.body).toMatch(/<title>Lỗi: [^]*id="hint-because">Ví dụ: Thủ tục này tạm ngừng/)
    expect(answer.body).toMatch(/<p class="wrong" id="wrong-because">[^]*aria-describedby="hint-because wrong-because"/)
    expect(shelf.rows).toHaveLength(2)
  })

  it('does nothing over a publication that was not seen, or to what every conversation rests on', async () => {
    const { post, shelf } = await openFindable()
    const overtaken = await post(`${PATH}/withdraw`, { ...seen, revision: 1, step: 'do' })
    expect([overtaken.statusCode, overtaken.body]).toEqual([409, expect.stringContaining('Vừa có người xuất bản')])
    const menu = changed('flow: thu-nghiem', 'flow: chung')
    await shelf.publishing.publish({ source: menu, cases: '', by: 'An' })
    const needed = await post('/staff/procedures/chung/withdraw', { ...seen, revision: 1, step: 'do' })
    expect([needed.statusCode, needed.body]).toEqual([409, expect.stringContaining('phần trò chuyện chung')])
    expect(shelf.rows).toHaveLength(3)
  })

  it('is for who may edit', async () => {
    const { get, post, shelf } = await openFindable('officer')
    expect((await get(PATH)).body).not.toContain('Ngừng nhận thủ tục này')
    expect((await get(`${PATH}/withdraw`)).body).not.toContain('Xem trước')
    expect((await post(`${PATH}/withdraw`, { ...seen, step: 'do' })).statusCode).toBe(403)
    expect(shelf.rows).toHaveLength(2)
  })
})
