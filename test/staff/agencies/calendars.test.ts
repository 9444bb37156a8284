import { describe, expect, it } from 'vitest'
import { readStretches } from '../../../src/staff/agencies/read-calendar.ts'
import { workCalendarFor } from '../../../src/province/work-calendar.ts'
import { posted } from '../../dossiers/posted.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

const PATH = '/staff/calendars'
const DAY = '07:00-11:00, 13:00-17:00'

async function openAs(agency?: string) {
  const desk = await openDesk()
  if (agency !== undefined) {
    const at = desk.accounts.findIndex(({ id }) => id === administrator.id)
    desk.accounts[at] = { ...administrator, postings: posted(['administrator'], agency) }
  }
  const { cookie, csrf } = await signIn(desk.app, administrator.email)
  const send = (deed: string, fields: Record<string, string | number>, hours: readonly string[] = []) => {
    const body = new URLSearchParams({ csrf, ...fields })
    for (const one of hours) body.append('hours', one)
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    return desk.app.inject({ method: 'POST', url: `${PATH}/${deed}`, headers, payload: body.toString() })
  }
  return {
    ...desk,
    see: async (path = PATH) => (await get(desk.app, path, cookie)).body,
    send,
    rows: desk.agencyDesk.calendarRows,
    cookie,
    csrf,
  }
}

describe('the calendars', () => {
  it('show the hours of each weekday and which years somebody compared', async () => {
    const { see } = await openAs()
    expect(await see()).toMatch(/Giờ hành chính[^]*thứ Hai[^]*07:00-11:00, 13:00-17:00[^]*Chủ nhật[^]*nghỉ[^]*2026/)
  })

  it('tell the year that nobody has reviewed, and ask for it with its holidays', async () => {
    const { see, send } = await openAs()
    expect(await see('/staff')).toContain('Lịch nghỉ năm 2030 chưa được đối chiếu')
    expect(await see()).toMatch(/Chưa ai đối chiếu ngày nghỉ lễ năm 2030[^]*thứ Hai 02\/09\/2030/)
    expect((await send('reviewed', { year: 2030, name: 'Thông báo 45/TB-BNV', seen: 0 })).statusCode).toBe(303)
    expect(await see()).not.toContain('Chưa ai đối chiếu')
    expect(await see('/staff')).not.toContain('chưa được đối chiếu')
  })

  it('with another closure count from then on, without a restart', async () => {
    const { send, rows, see } = await openAs()
    expect(workCalendarFor('H12.99.001').workOn('2030-05-06')).toHaveLength(2)
    expect((await send('closure', { day: '2030-05-06', name: 'Nghỉ tránh bão', seen: 0 })).headers.location).toBe(
      `${PATH}?done=yes`,
    )
    expect(workCalendarFor('H12.99.001').workOn('2030-05-06')).toEqual([])
    expect(await see()).toMatch(
      /thứ Hai 06\/05\/2030[^]*Nghỉ tránh bão[^]*Nghỉ ngày 06\/05\/2030: Nghỉ tránh bão[^]*Phạm Quản Trị/,
    )
    expect((await send('remove', { day: '2030-05-06', seen: 1 })).statusCode).toBe(303)
    expect([workCalendarFor('H12.99.001').workOn('2030-05-06').length, rows.length]).toEqual([2, 2])
  })

  it('know hours of another kind of desk, from a day on', async () => {
    const { send, see } = await openAs()
    const hours = [DAY, DAY, DAY, DAY, DAY, '7h30 - 11h30', '']
    const fields = { id: '', name: 'Giờ của công an xã', from: '2030-06-01', why: 'Quyết định 12', seen: 0 }
    expect((await send('hours', fields, hours)).statusCode).toBe(303)
    expect(await see()).toMatch(/Giờ của công an xã, từ 01\/06\/2030 \(chưa có hiệu lực\)[^]*thứ Bảy[^]*07:30-11:30/)
    expect(await see('/staff/agencies/H12.99.001')).toContain('<option value="gio-cua-cong-an-xa"')
  })

  it('pressed twice are recorded once; who saw older ones is told so', async () => {
    const { send, rows } = await openAs()
    const closure = { day: '2030-05-06', name: 'Nghỉ tránh bão', seen: 0 }
    await send('closure', closure)
    expect([(await send('closure', closure)).statusCode, rows.length]).toEqual([303, 1])
    expect((await send('closure', { ...closure, day: '2030-05-07' })).statusCode).toBe(409)
    expect(rows).toHaveLength(1)
  })

  it.each<[string, Record<string, string>, readonly string[], RegExp]>([
    ['closure', { day: '2030-04-30', name: 'Nghỉ bão' }, [], /từ hôm nay trở đi/],
    ['closure', { day: '31/02', name: 'x' }, [], /từ hôm nay trở đi[^]*từ 3 đến 120 chữ/],
    [
      'swap',
      { off: '2030-05-06', on: '2030-09-02', name: 'Nghỉ bù' },
      [],
      /Không làm bù được vào thứ Hai 02\/09\/2030/,
    ],
    ['reviewed', { year: '1999', name: 'Thông báo 45' }, [], /một năm gần đây/],
    [
      'hours',
      { id: 'office', from: '2030-06-01', why: 'Quyết định 12' },
      ['sáng', '', '', '', '', '', ''],
      /Giờ của thứ Hai chưa đúng[^]*Ví dụ/,
    ],
    [
      'hours',
      { id: 'office', from: '2030-06-01', why: 'Quyết định 12' },
      ['', '', '', '', '', '', ''],
      /ít nhất một ngày/,
    ],
    [
      'hours',
      { id: 'office', from: '2030-06-01', why: 'Quyết định 12' },
      ['07:00-11:00, 10:00-12:00', '', '', '', '', '', ''],
      /thứ Hai: các buổi chồng nhau/,
    ],
    ['hours', { id: '', name: '', from: '2030-06-01', why: 'x' }, [DAY], /đặt tên cho lịch mới[^]*lý do từ 5/],
    ['remove', { day: '2030-01-01' }, [], /từ hôm nay trở đi/],
  ])('refuse %s with %j %j, and keep what was typed', async (deed, fields, hours, text) => {
    const { send, rows } = await openAs()
    const answer = await send(deed, { ...fields, seen: 0 }, hours)
    expect([answer.statusCode, rows]).toEqual([422, []])
    expect(answer.body).toMatch(text)
    if (fields['name']) expect(answer.body).toContain(`value="${fields['name']}"`)
    if (hours[0]) expect(answer.body).toContain(`value="${hours[0]}"`)
  })

  it('are read by an agency’s administrator and changed by the province’s', async () => {
    const { send, see, rows } = await openAs('H12.99.001')
    expect(await see()).not.toContain('action="/staff/calendars/')
    expect((await send('closure', { day: '2030-05-06', name: 'Nghỉ bão', seen: 0 })).statusCode).toBe(403)
    expect(rows).toEqual([])
  })
})

it.each([
  ['07:00-11:00, 13:00-17:00', ['07:00-11:00', '13:00-17:00']],
  ['7h-11h30; 13h30 – 17 giờ', ['07:00-11:30', '13:30-17:00']],
  ['', []],
  ['nghỉ', []],
  ['11:00-07:00', undefined],
  ['7-25', undefined],
  ['sáng', undefined],
  ['07:00', undefined],
])('“%s” reads as %j', (text, expected) => expect(readStretches(text)).toEqual(expected))

it('a stranger is led to the door', async () => {
  const { app } = await openDesk()
  expect((await post(app, `${PATH}/closure`, { day: '2030-05-06', csrf: 'x' })).statusCode).toBe(401)
})
