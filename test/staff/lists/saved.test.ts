import { describe, expect, it } from 'vitest'
import { posted } from '../../dossiers/posted.ts'
import { administrator, clerk, get, officer, openDesk, post, signIn } from '../fakes.ts'

async function openSaved() {
  const desk = await openDesk()
  // The officer works at the centre; the clerk at a ward leads; the administrator leads the centre.
  desk.accounts[0] = { ...officer, postings: posted(['reception'], 'H12.99') }
  desk.accounts[1] = { ...clerk, postings: posted(['leader'], 'H12.99.001') }
  desk.accounts[2] = { ...administrator, postings: posted(['leader'], 'H12.99') }
  const of = async (email?: string) => {
    const { cookie, csrf } = await signIn(desk.app, email)
    return {
      page: async (path: string) => (await get(desk.app, path, cookie)).body,
      send: async (path: string, fields: Record<string, string>) =>
        post(desk.app, `/staff/saved-lists${path}`, { csrf, ...fields }, { cookie }),
    }
  }
  return { ...desk, of }
}

describe('a list under a name', () => {
  it('keeps the list and its filters, leads back to it, and stands above the lists of its owner alone', async () => {
    const { of, saved } = await openSaved()
    const me = await of()
    expect(await me.page('/staff?list=citizen&status=supplement')).toContain('name="query" value="list=citizen&amp;status=supplement"') // prettier-ignore
    const answer = await me.send('', { id: 'a', name: '  Chờ <b>dân ', query: 'list=citizen&status=supplement' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff?list=citizen&status=supplement'])
    expect([...saved.values()]).toMatchObject([{ name: 'Chờ <b>dân', agency: null, account: officer.id }])
    const body = await me.page('/staff?list=citizen&status=supplement')
    expect(body).toMatch(/href="\/staff\?list=citizen&amp;status=supplement" aria-current="page">Chờ &lt;b>dân/)
    expect(await (await of(administrator.email)).page('/staff')).not.toContain('Chờ &lt;b>dân')
  })

  it('is saved once by a button pressed twice', async () => {
    const { of, saved } = await openSaved()
    const me = await of()
    for (let time = 0; time < 2; time++)
      expect((await me.send('', { id: 'a', name: 'Tên', query: '' })).statusCode).toBe(303)
    expect(saved.size).toBe(1)
  })

  it('has another name than those beside it, of one person or of one agency', async () => {
    const { of, saved } = await openSaved()
    const leader = await of(administrator.email)
    await leader.send('', { id: 'a', name: 'Chờ dân', query: '' })
    expect((await leader.send('', { id: 'b', name: 'Chờ dân', agency: 'H12.99', query: '' })).statusCode).toBe(303)
    const twice = await leader.send('', { id: 'c', name: ' chờ Dân', query: 'list=citizen' })
    expect([twice.statusCode, saved.size]).toEqual([422, 2])
    expect(twice.body).toContain('Đã có danh sách tên “chờ Dân”')
    await leader.send('', { id: 'd', name: 'Khác', query: '' })
    expect((await leader.send('/rename', { id: 'd', name: 'Chờ dân' })).statusCode).toBe(422)
    expect((await leader.send('/rename', { id: 'a', name: 'Chờ Dân' })).statusCode).toBe(303)
    expect((await (await of()).send('', { id: 'e', name: 'Chờ dân', query: '' })).statusCode).toBe(303)
  })

  it('keeps nothing of what is looked for, and says so', async () => {
    const { of, saved, app } = await openSaved()
    const { cookie, csrf } = await signIn(app)
    const found = await post(app, '/staff/search', { csrf, typed: 'Trần Thị Kín', list: 'list=citizen' }, { cookie })
    const query = String(found.headers.location).split('?')[1]!
    const body = (await get(app, `/staff?${query}`, cookie)).body
    expect(body).toContain('Từ đang tìm không được lưu')
    expect(body).toContain('name="query" value="list=citizen"')
    const me = await of()
    await me.send('', { id: 'a', name: 'Tên', query: `${query}&after=5_x` })
    expect(saved.get('a')?.query).toBe('list=citizen')
    expect(await me.page('/staff')).not.toContain('Từ đang tìm không được lưu')
  })

  it('is shared with an agency by its leaders, and shows each of its readers what they may see', async () => {
    const { of, books } = await openSaved()
    books.add({ code: 'CENTRE', status: 'supplement' })
    books.add({ code: 'RESERVED', status: 'supplement', isReserved: 1 })
    const leader = await of(administrator.email)
    expect(await leader.page('/staff')).toContain('<option value="H12.99">Mọi người ở Trung tâm')
    await leader.send('', { id: 'a', name: 'Chung', agency: 'H12.99', query: 'list=citizen' })
    const me = await of()
    expect(await me.page('/staff')).toContain('Chung<span class="unseen"> (dùng chung)</span>')
    expect(await me.page('/staff')).not.toContain('name="agency"')
    expect(await me.page('/staff?list=citizen')).not.toContain('RESERVED')
    expect(await leader.page('/staff?list=citizen')).toContain('RESERVED')
    expect(await (await of(clerk.email)).page('/staff')).not.toContain('Chung<')
  })

  it.each(['', '   ', 'x'.repeat(61)])(
    'asks for a name that says something, keeping what was typed: “%s”',
    async (name) => {
      const { of, saved } = await openSaved()
      const me = await of()
      const answer = await me.send('', { id: 'a', name, query: 'list=mine' })
      expect([answer.statusCode, saved.size]).toEqual([422, 0])
      expect(answer.body).toMatch(/Xin đặt tên|Tên dài quá 60 chữ/)
      expect(answer.body).toContain('name="query" value="list=mine"')
      await me.send('', { id: 'a', name: 'Tên', query: 'list=mine' })
      const again = await me.send('/rename', { id: 'a', name })
      expect([again.statusCode, saved.get('a')?.name]).toEqual([422, 'Tên'])
    },
  )

  it('is one of twenty at most', async () => {
    const { of, saved } = await openSaved()
    const me = await of()
    for (let i = 0; i < 20; i++) await me.send('', { id: `n${i}`, name: `Tên ${i}`, query: '' })
    const answer = await me.send('', { id: 'more', name: 'Thêm nữa', query: 'list=mine' })
    expect([answer.statusCode, saved.size]).toEqual([422, 20])
    expect(answer.body).toContain('Đã có 20 danh sách')
    expect(answer.body).toContain('value="Thêm nữa"')
  })

  it('is named anew and removed, twice without harm', async () => {
    const { of, saved } = await openSaved()
    const me = await of()
    await me.send('', { id: 'a', name: 'Tên', query: '' })
    expect((await me.send('/rename', { id: 'a', name: 'Tên mới' })).headers.location).toContain('done=renamed')
    expect(await me.page('/staff/saved-lists?done=renamed')).toMatch(/Đã đổi tên danh sách[^]*Tên mới/)
    for (let time = 0; time < 2; time++)
      expect((await me.send('/remove', { id: 'a' })).headers.location).toContain('done=removed')
    expect(saved.size).toBe(0)
    expect((await me.send('/rename', { id: 'a', name: 'Tên' })).statusCode).toBe(404)
    expect(await me.page('/staff/saved-lists')).toContain('Chưa có danh sách nào.')
  })
})
