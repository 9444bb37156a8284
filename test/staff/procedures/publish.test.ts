import { describe, expect, it } from 'vitest'
import { changed } from '../../procedures/small-flow.ts'
import { openShelf, PATH } from './shelf.ts'

const reworded = changed('Ông/bà tên gì?', 'Xin cho biết họ tên.')
const seen = { draft: 1, version: 1, revision: 1 }

describe('publishing a draft', () => {
  it('asks once more, with the difference, and then puts it in force under the name of who did', async () => {
    const { get, post, save, shelf } = await openShelf()
    await save(reworded)
    const page = await get(`${PATH}/publish`)
    expect(page.body).toMatch(/Xuất bản bản nháp này\?[^]*Chỉ đổi lời[^]*Xuất bản ngay[^]*Xin cho biết họ tên/)
    const answer = await post(`${PATH}/publish`, seen)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PATH}?done=published`])
    expect(shelf.rows.at(-1)).toMatchObject({ version: 1, revision: 2, publishedBy: 'Trần Biên Tập', source: reworded })
    expect(shelf.saved.size).toBe(0)
    expect((await get(`${PATH}?done=published`)).body).toContain('Người dân dùng bản 1.2 từ bây giờ')
  })

  it('publishes nothing while there are mistakes', async () => {
    const { get, post, save, shelf } = await openShelf()
    await save(changed('next: chon', 'next: chonn'))
    expect((await get(`${PATH}/publish`)).body).toMatch(/Không được: còn \d chỗ phải sửa/)
    const answer = await post(`${PATH}/publish`, seen)
    expect([answer.statusCode, shelf.rows.length]).toEqual([422, 1])
    expect(answer.body).toContain('Người dân vẫn dùng bản 1.1')
  })

  it('publishes nothing that was not seen: neither another draft nor over another publication', async () => {
    const { post, save, shelf } = await openShelf()
    await save(reworded)
    await save(changed('Cảm ơn', 'Xin cảm ơn'), { revision: 1 })
    const changedSince = await post(`${PATH}/publish`, seen)
    expect([changedSince.statusCode, changedSince.body]).toEqual([409, expect.stringContaining('vừa được sửa thêm')])
    await shelf.publishing.publish({ source: changed('Gửi chứ', 'Nộp chứ'), cases: '', by: 'Lê Khác' })
    const overtaken = await post(`${PATH}/publish`, { ...seen, draft: 2 })
    expect([overtaken.statusCode, overtaken.body]).toEqual([409, expect.stringContaining('Vừa có người xuất bản')])
    expect(shelf.rows).toHaveLength(2)
  })

  it('publishes once when the button is pressed twice', async () => {
    const { post, save, shelf } = await openShelf()
    await save(reworded)
    const answers = await Promise.all([post(`${PATH}/publish`, seen), post(`${PATH}/publish`, seen)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(shelf.rows).toHaveLength(2)
  })

  it('says so when there is nothing to publish', async () => {
    const { get } = await openShelf()
    expect((await get(`${PATH}/publish`)).body).toContain('Không có bản nháp')
  })
})

describe('the history of a procedure', () => {
  it('shows every publication, newest first, and puts an old text in force again as a new one', async () => {
    const { get, post, shelf } = await openShelf()
    await shelf.publishing.publish({ source: reworded, cases: '', by: 'Lê Khác' })
    const { body } = await get(`${PATH}/history`)
    expect(body).toMatch(/Bản 1\.2[^]*Đang dùng[^]*Lê Khác[^]*Bản 1\.1[^]*tệp cài sẵn[^]*version=1&amp;revision=1/)
    const page = await get(`${PATH}/roll-back?version=1&revision=1`)
    expect(page.body).toMatch(/Quay về bản 1\.1\?[^]*Quay về bản này/)
    const answer = await post(`${PATH}/roll-back`, { version: 1, revision: 1 })
    expect(answer.headers.location).toBe(`${PATH}?done=restored`)
    expect(shelf.rows.map(({ revision, publishedBy }) => `${revision} ${publishedBy}`)).toEqual([
      '1 flows/',
      '2 Lê Khác',
      '3 Trần Biên Tập',
    ])
    expect(shelf.catalogue.current('thu-nghiem')?.steps.get('hoi')?.say).toBe('Ông/bà tên gì?')
  })
})
