import { describe, expect, it } from 'vitest'
import { posted } from '../../dossiers/posted.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

const ONE = '/staff/agencies/H12.99.001'
const WHY = 'Quyết định 12/QĐ-UBND'
const FORM = {
  name: 'UBND phường Một',
  level: 'commune',
  parent: 'H12.99',
  all: 'on',
  since: '2030-06-01',
  why: WHY,
  seen: 0,
}

/** Signed in as who looks after the province, or only after one agency. */
async function openAs(agency?: string) {
  const desk = await openDesk()
  if (agency !== undefined) {
    const at = desk.accounts.findIndex(({ id }) => id === administrator.id)
    desk.accounts[at] = { ...administrator, postings: posted(['administrator'], agency) }
  }
  const { cookie, csrf } = await signIn(desk.app, administrator.email)
  return {
    ...desk,
    rows: desk.agencyDesk.rows,
    see: async (path: string) => (await get(desk.app, path, cookie)).body,
    send: (path: string, fields: Record<string, string | number>) =>
      post(desk.app, path, { ...fields, csrf }, { cookie }),
  }
}

describe('the list of agencies', () => {
  it('is a tree with those that were beside it', async () => {
    const { see } = await openAs()
    const page = await see('/staff/agencies')
    expect(page).toMatch(
      /Trung tâm tỉnh[^]*UBND phường Một[^]*UBND xã Hai[^]*Đã thôi hoạt động[^]*UBND xã Cũ[^]*nay: UBND xã Hai/,
    )
  })

  it('is searched without marks, and says what to do where nothing fits', async () => {
    const { see } = await openAs()
    expect(await see('/staff/agencies?q=phuong+mot')).not.toContain('UBND xã Hai</a>')
    expect(await see('/staff/agencies?q=phuong+mot')).toContain('UBND phường Một</a>')
    expect(await see('/staff/agencies?q=zzz')).toContain('Không có cơ quan nào như vậy')
  })
})

describe('a change of an agency', () => {
  it('is shown as planned until its day, then it holds', async () => {
    const { see, send, clock, app } = await openAs()
    const answer = await send(ONE, { ...FORM, name: 'UBND phường Mới' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${ONE}?done=changed`])
    expect(await see(`${ONE}?done=changed`)).toMatch(
      /<h1[^>]*>UBND phường Một[^]*Đã ghi thay đổi[^]*Từ 01\/06\/2030[^]*chưa có hiệu lực[^]*UBND phường Mới[^]*Quyết định 12[^]*Phạm Quản Trị[^]*Rút lại/,
    )
    clock.now = Date.parse('2030-06-01T07:00:00+07:00')
    const { cookie } = await signIn(app, administrator.email)
    expect((await get(app, ONE, cookie)).body).toMatch(/<h1[^>]*>UBND phường Mới[^]*đã có hiệu lực/)
  })

  it('can be taken back before its day by a further row, and pressed twice it is taken back once', async () => {
    const { see, send, rows } = await openAs()
    await send(ONE, { ...FORM, name: 'UBND phường Mới' })
    expect((await send(`${ONE}/withdraw`, { place: 1 })).headers.location).toBe(`${ONE}?done=withdrawn`)
    expect((await send(`${ONE}/withdraw`, { place: 1 })).headers.location).toBe(`${ONE}?done=withdrawn`)
    expect(rows.map(({ entry, why }) => [entry.name, why])).toEqual([
      ['UBND phường Mới', WHY],
      ['UBND phường Một', `Rút lại: ${WHY}`],
    ])
    expect(await see(ONE)).toContain('đã thay bằng lần ghi sau')
  })

  it('pressed twice is recorded once; of two who saw the same page the second is told so', async () => {
    const { send, rows } = await openAs()
    await send(ONE, { ...FORM, name: 'UBND phường Mới' })
    expect((await send(ONE, { ...FORM, name: 'UBND phường Mới' })).statusCode).toBe(303)
    const second = await send(ONE, { ...FORM, name: 'UBND phường Khác' })
    expect([second.statusCode, second.body.includes('vừa được người khác đổi'), rows.length]).toEqual([409, true, 1])
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['no name', { name: 'x' }, /tên từ 3 đến 120 chữ/],
    ['a telephone of letters', { telephone: 'gọi tôi' }, /số điện thoại từ 8 đến 15 chữ số/],
    ['no reason', { why: '' }, /lý do từ 5 đến 300 chữ/],
    ['no day', { since: '31/02' }, /Xin chọn một ngày/],
    ['a day before it began', { since: '2020-01-01' }, /Xin chọn một ngày từ 01\/07\/2025/],
    ['no procedure', { all: '' }, /ít nhất một thủ tục/],
    ['nobody above it', { parent: '' }, /cần một cơ quan cấp trên/],
    ['a closed one above it', { parent: 'H12.99.009' }, /không hoạt động/],
    ['itself above it', { parent: 'H12.99.001' }, /không phải là cấp trên/],
    ['an area of nowhere', { area: '999' }, /chọn trong danh sách/],
    ['a calendar that nobody has', { calendar: 'abc' }, /chọn một lịch/],
  ])('with %s is refused at its field, and what was typed is kept', async (_, fields, text) => {
    const { send, rows } = await openAs()
    const answer = await send(ONE, { ...FORM, place: 'Số 1 đường Hoa', ...fields })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(text)
    expect(answer.body).toContain('Số 1 đường Hoa')
    expect(rows).toEqual([])
  })
})

describe('the end of an agency', () => {
  it('names who continues its work, and is refused in a circle', async () => {
    const { send, see, rows } = await openAs()
    const close = (code: string, successor: string) =>
      send(`/staff/agencies/${code}/close`, { successor, since: '2030-05-01', why: WHY, seen: 0 })
    expect((await close('H12.99.002', 'H12.99.001')).statusCode).toBe(303)
    expect(await see('/staff/agencies')).toMatch(/Đã thôi hoạt động[^]*UBND xã Hai[^]*nay: UBND phường Một/)
    const circle = await close('H12.99.001', 'H12.99.002')
    expect([circle.statusCode, circle.body.includes('vòng tròn'), rows.length]).toEqual([422, true, 1])
  })

  it('waits until nobody lies beneath it', async () => {
    const { send, rows } = await openAs()
    const answer = await send('/staff/agencies/H12.99/close', {
      successor: 'H12.99.001',
      since: '2030-06-01',
      why: WHY,
      seen: 0,
    })
    expect([answer.statusCode, answer.body.includes('Còn 2 cơ quan trực thuộc'), rows]).toEqual([422, true, []])
  })
})

describe('a new agency', () => {
  it('stands among those to come until its day', async () => {
    const { send, see } = await openAs()
    const answer = await send('/staff/agencies', { ...FORM, code: 'h12.99.003', name: 'UBND xã Ba' })
    expect(answer.headers.location).toBe('/staff/agencies/H12.99.003?done=added')
    expect((await send('/staff/agencies', { ...FORM, code: 'H12.99.003', name: 'UBND xã Ba' })).statusCode).toBe(303)
    expect(await see('/staff/agencies')).toMatch(/Sắp hoạt động[^]*UBND xã Ba[^]*từ 01\/06\/2030/)
  })

  it.each([
    ['H12.99.001', /không bao giờ dùng lại/],
    ['xã Ba', /Ví dụ: H12.99.065/],
  ])('is not called %s', async (code, text) => {
    const { send, rows } = await openAs()
    const answer = await send('/staff/agencies', { ...FORM, code, name: 'UBND xã Ba' })
    expect([answer.statusCode, text.test(answer.body), rows]).toEqual([422, true, []])
  })
})

describe('an administrator of one agency', () => {
  const own = { telephone: '0290 3 831 111', place: 'Ấp 2', calendar: '', since: '2030-05-01', why: WHY, seen: 0 }

  it('changes how it is reached, and nothing else', async () => {
    const { send, see, rows } = await openAs('H12.99.001')
    expect(await see(ONE)).not.toContain('name="name"')
    expect((await send(ONE, own)).statusCode).toBe(303)
    expect(rows[0]?.entry).toMatchObject({ name: 'UBND phường Một', telephone: '0290 3 831 111', place: 'Ấp 2' })
    expect((await send(ONE, { ...own, seen: 1, name: 'UBND phường Tôi' })).statusCode).toBe(403)
    expect(rows).toHaveLength(1)
  })

  it.each([
    ['/staff/agencies/H12.99.002', own],
    [`${ONE}/close`, { successor: 'H12.99.002', since: '2030-06-01', why: WHY, seen: 0 }],
    [`${ONE}/withdraw`, { place: 1 }],
    ['/staff/agencies', { ...FORM, code: 'H12.99.003' }],
  ])('does nothing at %s', async (path, fields) => {
    const { send, rows } = await openAs('H12.99.001')
    expect((await send(path, fields)).statusCode).toBe(403)
    expect(rows).toEqual([])
  })
})
