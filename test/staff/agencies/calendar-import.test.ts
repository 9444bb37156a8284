import { afterEach, describe, expect, it } from 'vitest'
import { daysAfter } from '../../../src/kernel/clock.ts'
import { adoptCalendars, seededCalendars } from '../../../src/province/work-calendar.ts'
import { writeCalendars } from '../../../src/staff/agencies/calendar-table.ts'
import { posted } from '../../dossiers/posted.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

const PATH = '/staff/calendars/import'
const WHY = 'Quyết định 123/QĐ-UBND'
const NOW_IS = writeCalendars(seededCalendars, 'csv')
const withRow = (row: string) => `${NOW_IS}${row}\r\n`
const STORM = 'closure,,Nghỉ tránh bão,2030-06-03,,,,,,,,,'

afterEach(() => adoptCalendars(seededCalendars))

async function openAs(agency?: string) {
  const desk = await openDesk()
  if (agency !== undefined) {
    const at = desk.accounts.findIndex(({ id }) => id === administrator.id)
    desk.accounts[at] = { ...administrator, postings: posted(['administrator'], agency) }
  }
  const { cookie, csrf } = await signIn(desk.app, administrator.email)
  const send = (text: string, step = '', why = WHY) => post(desk.app, PATH, { csrf, text, step, why }, { cookie })
  return { rows: desk.agencyDesk.calendarRows, send, see: (path: string) => get(desk.app, path, cookie) }
}

describe('importing calendars', () => {
  it('shows what would change, writes nothing until it is meant, and then all of it once', async () => {
    const { send, rows, see } = await openAs()
    const look = await send(withRow(STORM))
    expect([look.statusCode, rows]).toEqual([200, []])
    expect(look.body).toMatch(/Sẽ thay đổi \(1\)[^]*Thêm: nghỉ 03\/06\/2030: Nghỉ tránh bão/)
    expect(look.body).toContain('Chưa ai đối chiếu ngày nghỉ lễ năm 2030')
    expect((await send(withRow(STORM), 'do')).headers.location).toBe('/staff/calendars?done=yes')
    expect((await send(withRow(STORM), 'do')).body).toContain('giống hệt')
    expect(rows.map(({ why, entry }) => [why, entry.closures])).toEqual([
      [WHY, [{ day: '2030-06-03', name: 'Nghỉ tránh bão' }]],
    ])
    expect((await see('/staff/calendars?done=yes')).body).toContain('href="/staff/calendars/import"')
  })

  it('with a mistake in one row takes in none, and keeps the text', async () => {
    const { send, rows } = await openAs()
    const answer = await send(withRow(`${STORM}\r\n${STORM.replace('2030-06-03', 'mai')}`), 'do')
    expect([answer.statusCode, rows]).toEqual([422, []])
    expect(answer.body).toMatch(/Chưa nhập gì[^]*Dòng 6: from: ngày ghi như 2030-05-01[^]*Nghỉ tránh bão/)
  })

  it('asks why, and keeps what was pasted', async () => {
    const { send, rows } = await openAs()
    const answer = await send(withRow(STORM), 'do', 'x')
    expect([answer.statusCode, rows]).toEqual([422, []])
    expect(answer.body).toMatch(/Nghỉ tránh bão[^]*id="wrong-why">Xin ghi lý do từ 5 đến 300 chữ/)
  })

  it('that would leave a hole of months is refused', async () => {
    const { send, rows } = await openAs()
    const free = Array.from({ length: 70 }, (_, i) => STORM.replace('2030-06-03', daysAfter('2030-06-03', i)))
    const answer = await send(withRow(free.join('\r\n')), 'do')
    expect([answer.statusCode, rows]).toEqual([422, []])
    expect(answer.body).toContain('có hơn 60 ngày liền không ai làm việc')
  })

  it.each(['csv', 'yaml'])('of what was exported as %s changes nothing', async (format) => {
    const { send, rows, see } = await openAs()
    const exported = await see(`/staff/calendars/export.${format}`)
    expect(exported.headers['content-disposition']).toContain(`lich-lam-viec.${format}`)
    expect((await send(exported.body, 'do')).body).toContain('giống hệt')
    expect(rows).toEqual([])
  })

  it('is the province’s', async () => {
    const { send, see } = await openAs('H12.99.001')
    expect((await see('/staff/calendars/export.csv')).statusCode).toBe(403)
    expect((await send(withRow(STORM), 'do')).statusCode).toBe(403)
    expect((await see('/staff/calendars')).statusCode).toBe(200)
  })
})
