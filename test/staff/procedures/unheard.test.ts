import { describe, expect, it } from 'vitest'
import type { Unheard } from '../../../src/procedures/ports.ts'
import { get, post } from '../fakes.ts'
import { openShelf, PATH } from './shelf.ts'

const LIST = '/staff/procedures-unheard'
const row = (id: string, words: string, more: Partial<Unheard> = {}): Unheard => ({
  ...{ id, flow: 'thu-nghiem', step: 'chon', words, day: '2030-05-01' },
  ...more,
})

async function withWords(...rows: Unheard[]) {
  const desk = await openShelf()
  desk.shelf.heard.push(...rows)
  return desk
}

describe('what nobody understood', () => {
  it('is listed by question, the same words once, the newest day first', async () => {
    const { get } = await withWords(
      row('a', 'ừ gởi dùm đi', { day: '2030-04-29' }),
      row('b', 'gì mà quắn quéo', { day: '2030-04-30' }),
      row('c', 'Ừ, gởi dùm đi', { day: '2030-05-02' }),
      row('d', 'ngày mô', { step: 'hoi', day: '2030-04-01' }),
    )
    const { body, statusCode } = await get(LIST)
    expect(statusCode).toBe(200)
    expect(body).toMatch(
      /Thử nghiệm: 3 câu[^]*Gửi chứ[^]*“Ừ, gởi dùm đi”[^]*2 lần, mới nhất 02\/05\/2030[^]*“gì mà quắn quéo”/,
    )
    expect(body).toMatch(/Thử nghiệm: 1 câu[^]*Ông\/bà tên gì[^]*không có lựa chọn để dạy[^]*“ngày mô”/)
    expect(body.match(/>Dạy…</g)).toHaveLength(2)
  })

  it('says that there is nothing', async () =>
    expect((await (await withWords()).get(LIST)).body).toContain('Hiện không có câu nào'))

  it('is dismissed with all that said the same', async () => {
    const { post, shelf } = await withWords(row('a', 'ừ gởi'), row('b', 'Ừ gởi.'), row('c', 'khác'))
    expect((await post(`${LIST}/b/dismiss`, {})).headers.location).toBe(`${LIST}?done=dismissed`)
    expect(shelf.heard.map(({ id }) => id)).toEqual(['c'])
    expect((await post(`${LIST}/b/dismiss`, {})).statusCode).toBe(303)
  })

  it('is taught into the draft, whose examples are run again, and nothing is published', async () => {
    const { get, post, shelf } = await withWords(row('a', 'tên […], ừ gởi dùm đi'), row('b', 'khác'))
    const form = await get(`${LIST}/a`)
    expect(form.body).toMatch(/Gửi chứ[^]*tên \[…\], ừ gởi dùm đi[^]*value="ừ gởi dùm đi"[^]*value="choice:co"/)
    const rows = shelf.rows.length
    const done = await post(`${LIST}/a/teach`, { words: 'ừ gởi dùm đi', to: 'choice:co' })
    expect(done.headers.location).toBe(`${PATH}?done=taught`)
    expect(shelf.saved.get('thu-nghiem')?.source).toContain('{ key: co, words: [ừ gởi dùm đi], label: Có')
    expect(shelf.saved.get('thu-nghiem')?.judged).toBeDefined()
    expect([shelf.rows.length, shelf.heard.map(({ id }) => id)]).toEqual([rows, ['b']])
    expect((await get(`${PATH}?done=taught`)).body).toMatch(/Đã thêm lời vào bản nháp[^]*words: \[ừ gởi dùm đi\]/)
    await post(`${LIST}/b/teach`, { words: 'khác', to: 'choice:khong' })
    expect(shelf.saved.get('thu-nghiem')?.source).toMatch(/words: \[ừ gởi dùm đi\][^]*key: khong, words: \[khác\]/)
  })

  it.each([
    ['no words', { words: ' ', to: 'choice:co' }, 'Xin ghi lời người dân'],
    ['words with a blank', { words: 'a […] b', to: 'choice:co' }, 'Xin bỏ chỗ đã che'],
    ['too many words', { words: 'dài '.repeat(30), to: 'choice:co' }, 'nhiều nhất 80 chữ cái'],
    ['no meaning', { words: 'ừ gởi', to: '' }, 'Xin chọn lời này nghĩa là gì'],
    ['a choice that is gone', { words: 'ừ gởi', to: 'choice:mat' }, 'không còn lựa chọn này'],
    ['something odd', { words: 'ừ gởi', to: '<script>' }, 'Xin chọn lời này nghĩa là gì'],
  ])('is not taught with %s, and what was typed stays', async (_, fields, because) => {
    const { post, shelf } = await withWords(row('a', 'ừ gởi'))
    const { statusCode, body } = await post(`${LIST}/a/teach`, fields)
    expect([statusCode, shelf.saved.size, shelf.heard.length]).toEqual([422, 0, 1])
    expect(body).toContain(because)
    expect(body).toContain('<title>Lỗi: ')
  })

  it('that is gone is said to be gone', async () => {
    const { get, post } = await withWords()
    for (const answer of [await get(`${LIST}/x`), await post(`${LIST}/x/teach`, { words: 'a', to: 'choice:co' })])
      expect([answer.statusCode, answer.body.includes('Không còn câu này')]).toEqual([404, true])
  })

  it('is neither shown to nor changed by an officer', async () => {
    const desk = await openShelf('officer')
    desk.shelf.heard.push(row('a', 'ừ gởi'))
    for (const path of [LIST, `${LIST}/a`]) {
      const answer = await get(desk.app, path, desk.cookie)
      expect([answer.statusCode, answer.body.includes('ừ gởi')]).toEqual([403, false])
    }
    for (const path of [`${LIST}/a/dismiss`, `${LIST}/a/teach`])
      expect(
        (await post(desk.app, path, { csrf: desk.csrf, words: 'ừ gởi', to: 'choice:co' }, { cookie: desk.cookie }))
          .statusCode,
      ).toBe(403)
    expect([desk.shelf.heard.length, desk.shelf.saved.size]).toEqual([1, 0])
    expect((await desk.get('/staff/procedures')).body).not.toContain(LIST)
  })
})
