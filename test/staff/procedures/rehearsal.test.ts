import { describe, expect, it } from 'vitest'
import { changed } from '../../procedures/small-flow.ts'
import { post as send } from '../fakes.ts'
import { openShelf, PATH } from './shelf.ts'

const REHEARSAL = `${PATH}/rehearsal`

describe('a rehearsal', () => {
  it('plays the draft line by line and keeps nothing', async () => {
    const { get, post, save, shelf } = await openShelf()
    await save(changed('Gửi chứ', 'Nộp chứ'))
    expect((await get(REHEARSAL)).body).toMatch(/bản nháp[^]*Ông\/bà tên gì\?[^]*thu-nghiem\/hoi/)
    const first = await post(REHEARSAL, { text: 'Nguyễn Văn An' })
    expect(first.body).toMatch(/name="done" value="s:Nguyễn Văn An"[^]*Nộp chứ, Nguyễn Văn An[^]*value="s:#chon\.co"/)
    const second = await post(REHEARSAL, { done: 's:Nguyễn Văn An', act: 's:#chon.co', text: '' })
    expect(second.body).toMatch(/Cảm ơn ông\/bà[^]*Cuộc trò chuyện đã xong/)
    expect(shelf.rows).toHaveLength(1)
  })

  it('takes the last line back', async () => {
    const { post } = await openShelf()
    const { body } = await post(REHEARSAL, { done: 's:Nguyễn Văn An', back: '1', text: 'không gửi' })
    expect(body).not.toContain('name="done"')
    expect(body).not.toContain('không gửi')
  })

  it('shows the mistakes of a draft that cannot be played', async () => {
    const { get, save } = await openShelf()
    await save(changed('next: chon', 'next: chonn'))
    expect((await get(REHEARSAL)).body).toMatch(/Chưa diễn tập được[^]*chonn/)
  })

  it('is open to officers', async () => {
    const { post } = await openShelf('officer')
    expect((await post(REHEARSAL, { text: 'Nguyễn Văn An' })).statusCode).toBe(200)
  })

  it('stands anything in its form, and ends when it is too long', async () => {
    const { app, cookie, csrf } = await openShelf()
    const many = new URLSearchParams([
      ['csrf', csrf],
      ...Array.from({ length: 300 }, () => ['done', 's:a'] as [string, string]),
    ])
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const long = await app.inject({ method: 'POST', url: REHEARSAL, headers, payload: many.toString() })
    expect([long.statusCode, long.body]).toEqual([200, expect.stringContaining('đã quá dài')])
    for (const fields of [
      { done: 'xyz' },
      { act: 'found' },
      { act: 'card' },
      { text: '<script>alert(1)</script>' },
      { act: 's:#bo-sung:d1' },
    ]) {
      const answer = await send(app, REHEARSAL, { csrf, ...fields }, { cookie })
      expect(answer.statusCode).toBe(200)
      expect(answer.body).not.toContain('<script>')
    }
  })
})
