import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../src/kernel/clock.ts'
import type { PermitId, PostId } from '../../../src/kernel/ids.ts'
import { hashPostPin } from '../../../src/permits/posts/post-pin.ts'
import { NOW, samplePermit } from '../../permits/sample.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

async function prepare() {
  const desk = await openDesk()
  const { cookie, csrf } = await signIn(desk.app, administrator.email)
  const see = async (url: string) => (await get(desk.app, url, cookie)).body
  const send = (url: string, fields: Record<string, string> = {}) =>
    post(desk.app, url, { ...fields, csrf }, { cookie })
  return { ...desk.permitDesk, books: desk.books, see, send }
}
const bridge = 'cau-ho-phong' as PostId
const ferry = 'pha-nam-can' as PostId

describe('scans of a day', () => {
  it('are counted for each post and hour in words and colours, with totals', async () => {
    const { counts, see } = await prepare()
    const hour = NOW - 30 * MINUTE
    const here = { post: bridge, postName: 'Chốt <cầu>', hour }
    counts.push(
      { ...here, verdict: 'valid', colour: 'green', count: 12 },
      { ...here, verdict: 'forged', colour: 'red', count: 1 },
    )
    counts.push({ ...here, hour: hour + HOUR, verdict: 'valid', colour: 'amber', count: 2 })
    const page = await see('/staff/scans')
    for (const part of [
      'Chốt &lt;cầu>',
      '7 giờ đến 8 giờ',
      'hợp lệ 12, giả mạo 1',
      'hợp lệ 14, giả mạo 1',
      '<b>15</b> lượt (xanh 12, vàng 2, đỏ 1)',
    ])
      expect(page).toContain(part)
    expect(await see('/staff/scans?day=2030-04-30')).toContain('chưa có lượt quét nào')
  })

  it.each(['2030-02-31', '2030-13-01', 'x', '', '2030-05-01&day=2030-05-02'])(
    'show today for the day “%s”',
    async (day) => {
      const { see } = await prepare()
      expect(await see(`/staff/scans?day=${day}`)).toContain('Lượt quét ngày 01/05/2030')
    },
  )
})

describe('permits that seem to be copied', () => {
  it('are shown by number, posts and times, with the way to the dossier and never a name', async () => {
    const { books, posts, sightings, see } = await prepare()
    const permit = await samplePermit()
    books.permitRows.push(permit)
    posts.set(bridge, { id: bridge, name: 'Chốt cầu Hộ Phòng', openedAt: NOW, codeHash: '' })
    sightings.push({ permit: permit.id, post: bridge, at: NOW }, { permit: permit.id, post: ferry, at: NOW + MINUTE })
    const page = await see('/staff/scans/clones')
    for (const part of [
      permit.number,
      'Chốt cầu Hộ Phòng',
      ferry,
      '07:30 01/05/2030',
      '07:31 01/05/2030',
      '/staff/dossiers/d1',
    ])
      expect(page).toContain(part)
    expect(page).not.toMatch(/Ánh Tuyết|2345|123\.45/)
    expect(page).toContain('chỉ giữ 3 ngày')
    expect(page).toContain('Chỉ người quản trị')
  })

  it('are shown a hundred at a time, with a way to the others', async () => {
    const { books, sightings, see } = await prepare()
    for (let i = 0; i < 120; i++) {
      const permit = await samplePermit({ id: i.toString(16).padStart(16, '0') as PermitId, number: `N${i}` })
      books.permitRows.push(permit)
      sightings.push({ permit: permit.id, post: bridge, at: NOW }, { permit: permit.id, post: ferry, at: NOW + MINUTE })
    }
    const rowsOf = (page: string) => page.split('<tr').length - 2
    const first = await see('/staff/scans/clones')
    expect([rowsOf(first), first.includes('href="/staff/scans/clones?page=2"')]).toEqual([100, true])
    const second = await see('/staff/scans/clones?page=2')
    expect([rowsOf(second), second.includes('page=3')]).toEqual([20, false])
    for (const odd of ['0', '-1', 'x', '99'])
      expect(await see(`/staff/scans/clones?page=${odd}`)).toContain('Giấy nghi bị sao chép')
  })

  it('are none where a permit was read at two posts at its leisure', async () => {
    const { books, sightings, see } = await prepare()
    const permit = await samplePermit()
    books.permitRows.push(permit)
    sightings.push({ permit: permit.id, post: bridge, at: NOW - HOUR }, { permit: permit.id, post: ferry, at: NOW })
    expect(await see('/staff/scans/clones')).toContain('Không thấy giấy nào')
  })
})

describe('posts', () => {
  const typed = { id: 'Cau-Ho-Phong', name: 'Chốt cầu Hộ Phòng', latitude: '9,2283', longitude: '105.4247' }

  it('open with a code that is shown once and kept only as a hash', async () => {
    const { posts, see, send } = await prepare()
    const answer = await send('/staff/posts', typed)
    const [code = ''] = /\w{4}-\w{4}-\w{4}/.exec(answer.body) ?? []
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
    const place = { latitude: 9.2283, longitude: 105.4247 }
    const codeHash = hashPostPin(bridge, code)
    expect([...posts.values()]).toEqual([{ id: bridge, name: typed.name, place, openedAt: NOW, codeHash }])
    const list = await see('/staff/posts')
    expect(list).toContain('9.2283, 105.4247')
    expect(list).not.toContain(code)
  })

  it.each([
    ['an id with spaces', { id: 'cầu hộ phòng' }],
    ['no name', { name: ' ' }],
    ['half a place', { longitude: '' }],
    ['a place that is nowhere', { latitude: '91' }],
    ['a place in words', { latitude: 'chín' }],
    ['nothing right', { id: '-', name: 'x', latitude: '', longitude: '181' }],
  ])(
    'do not open with %s: a sentence with an example at each such field, and nothing typed is lost',
    async (_what, changes) => {
      const { posts, send } = await prepare()
      const answer = await send('/staff/posts', { ...typed, ...changes })
      expect(answer.statusCode).toBe(422)
      for (const [field, value] of Object.entries({ ...typed, ...changes })) {
        const [input = ''] = new RegExp(`<input [^>]*id="${field}"[^>]*>`).exec(answer.body) ?? []
        expect(input).toContain(value.trim() ? ` value="${value}"` : ' value ')
        const isWrong = Object.hasOwn(changes, field)
        expect(input.includes('aria-invalid="true"')).toBe(isWrong)
        expect(input.includes(`aria-describedby="hint-${field} wrong-${field}"`)).toBe(isWrong)
        expect(new RegExp(`id="wrong-${field}">[^<]+Ví dụ: `).test(answer.body)).toBe(isWrong)
        expect(
          new RegExp(`role="alert"[^]*<a href="#${field}">[^<]+Ví dụ: [^]*<form[^>]*action="/staff/posts"`).test(
            answer.body,
          ),
        ).toBe(isWrong)
      }
      expect(posts.size).toBe(0)
    },
  )

  it('do not open twice under one id', async () => {
    const { posts, send } = await prepare()
    await send('/staff/posts', typed)
    const before = posts.get(bridge)
    const again = await send('/staff/posts', { ...typed, name: 'Chốt khác' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toMatch(/id="wrong-id">Đã có chốt với mã “cau-ho-phong”/)
    expect(posts.get(bridge)).toBe(before)
  })

  it('get a new code, and close after a second look; a closed one gets none', async () => {
    const { posts, see, send } = await prepare()
    await send('/staff/posts', typed)
    const before = posts.get(bridge)?.codeHash
    expect((await send(`/staff/posts/${bridge}/code`)).body).toMatch(/\w{4}-\w{4}-\w{4}/)
    expect(posts.get(bridge)?.codeHash).not.toBe(before)
    expect(await see(`/staff/posts/${bridge}/close`)).toContain('bị đăng xuất ngay')
    expect((await send(`/staff/posts/${bridge}/close`)).statusCode).toBe(303)
    expect(posts.get(bridge)?.closedAt).toBe(NOW)
    expect(await see('/staff/posts')).toContain('Đã đóng lúc 07:30')
    expect((await send(`/staff/posts/${bridge}/code`)).statusCode).toBe(404)
    expect((await send('/staff/posts/nowhere/close')).statusCode).toBe(404)
  })
})

it('every page of these runs no script and gives every id once', async () => {
  const { see } = await prepare()
  for (const path of ['/staff/permits/waiting', '/staff/scans', '/staff/scans/clones', '/staff/posts']) {
    const page = await see(path)
    expect(page).not.toMatch(/<script| style="| on\w+="/)
    expect(page.split('<h1')).toHaveLength(2)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

describe('the phones of a post', () => {
  const phone = (id: string) => ({
    id: id.padEnd(12, '0'),
    device: 'Android, SM-A125F',
    openedAt: NOW,
    seenAt: NOW + HOUR,
  })

  it('are told apart, and signed out one by one or all', async () => {
    const { posts, phones, see, send } = await prepare()
    posts.set(bridge, { id: bridge, name: 'Chốt cầu Hộ Phòng', openedAt: NOW, codeHash: '' })
    phones.set(bridge, [phone('a'), phone('b'), phone('c')])
    const url = '/staff/posts/cau-ho-phong/phones'
    const page = await see(url)
    for (const part of ['Android, SM-A125F', 'khoảng 08:30 01/05/2030', 'Đăng xuất cả 3 máy', phone('b').id])
      expect(page).toContain(part)
    expect(await see('/staff/posts')).toContain(`href="${url}"`)
    await send(url, { phone: phone('b').id })
    expect(phones.get(bridge)!.map(({ id }) => id)).toEqual([phone('a').id, phone('c').id])
    await send(url)
    expect(await see(url)).toContain('Không có máy nào đang đăng nhập')
  })

  it('are nobody’s where there is no such post', async () => {
    const { see } = await prepare()
    expect(await see('/staff/posts/khong-co/phones')).toContain('Không có chốt này')
  })
})

describe('the sign-in of a post', () => {
  it('is called the same as in the app, with the whole address and a code to scan', async () => {
    const { send } = await prepare()
    const { body } = await send('/staff/posts', { id: 'cau-ho-phong', name: 'Chốt cầu Hộ Phòng' })
    for (const part of [
      'Mã chốt: ',
      'Mã đăng nhập: ',
      'https://giay.example.vn/checkpoint',
      '<svg class="sign-in-code"',
    ])
      expect(body).toContain(part)
    const app = readFileSync(new URL('../../../src/checkpoint/browser/sign-in-screen.tsx', import.meta.url), 'utf8')
    expect(app).toMatch(/Mã chốt\s*<input\s+name="post"/)
    expect(app).toMatch(/Mã đăng nhập\s*<input\s+name="code"/)
  })
})
