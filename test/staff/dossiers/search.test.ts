import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { SearchBox } from '../../../src/staff/dossiers/pages/search-box.tsx'
import { openSearch, sealSearch } from '../../../src/staff/dossiers/search-token.ts'
import { openDesk, post, signIn } from '../fakes.ts'

const NAME = 'Nguyễn Thị Ánh Tuyết'

describe('what is typed into the search', () => {
  it('stands in no address, and is opened by the session it was typed in alone', async () => {
    const { app } = await openDesk()
    const { cookie, csrf } = await signIn(app)
    const { csrf: other } = await signIn(app)
    const list = 'status=accepted&due=late&after=1_x&search=old&code=H12'
    const answer = await post(app, '/staff/search', { csrf, typed: `  ${NAME} `, list }, { cookie })
    const location = String(answer.headers.location)
    expect([answer.statusCode, location]).toEqual([
      303,
      expect.stringMatching(/^\/staff\?status=accepted&due=late&search=[\w-]+$/),
    ])
    for (const word of [...NAME.split(' '), encodeURIComponent('Nguyễn'), 'Nguy']) expect(location).not.toContain(word)
    const token = new URLSearchParams(location.slice('/staff?'.length)).get('search') ?? ''
    expect(openSearch(token, csrf)).toBe(NAME)
    expect(openSearch(token, other)).toBeUndefined()
  })

  it('leads to the whole list when nothing was typed', async () => {
    const { app } = await openDesk()
    const { cookie, csrf } = await signIn(app)
    for (const fields of [{ csrf }, { csrf, typed: ' \u0000 ' }])
      expect((await post(app, '/staff/search', fields, { cookie })).headers.location).toBe('/staff')
  })

  it.each(['', 'abc', '!', 'A'.repeat(200), 'A'.repeat(10_000)])(
    'is nothing in an address that was changed: %#',
    (token) => expect(openSearch(token, 'csrf')).toBeUndefined(),
  )

  it('does not show by its length who is meant', () => {
    const lengths = ['An', NAME, '0912345678'].map((typed) => sealSearch(typed, 'csrf').length)
    expect(new Set(lengths).size).toBe(1)
    for (const typed of ['', 'a', 'ă'.repeat(200), 'x'.repeat(47), 'x'.repeat(48), '👨‍👩‍👧 Lê'])
      expect(openSearch(sealSearch(typed, 'csrf'), 'csrf')).toBe(typed)
  })

  it('is asked for in one field that says what may be typed, and stands there again', () => {
    const box = render(SearchBox({ csrf: 'c', typed: '<b>"An"', list: 'status=done' }))
    expect(box).toMatch(/<form class="search" method="post" action="\/staff\/search" role="search">/)
    expect(box).toMatch(/<label for="typed">Tìm hồ sơ<.*họ tên \(không dấu cũng được\), số điện thoại/s)
    expect(box).toContain('value="&lt;b>&quot;An&quot;"')
    expect(box).toContain('name="list" value="status=done"')
  })
})
