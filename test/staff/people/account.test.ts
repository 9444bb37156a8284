import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { posted } from '../../dossiers/posted.ts'
import { clerk, get, officer, openDesk, PASSWORD, post, signIn } from '../fakes.ts'

const CHOSEN = 'bánh xèo đạp xe ra biển'
const form = { password: PASSWORD, newPassword: CHOSEN, again: CHOSEN }

async function prepare() {
  const desk = await openDesk()
  const { cookie, csrf } = await signIn(desk.app)
  const see = async (url = '/staff/account') => (await get(desk.app, url, cookie)).body
  const send = (url: string, fields: Record<string, string> = {}) =>
    post(desk.app, `/staff/account/${url}`, { ...fields, csrf }, { cookie })
  return { ...desk, cookie, see, send }
}

describe('the own account', () => {
  it('is reached by the name in the header, and shows roles and days', async () => {
    const { see } = await prepare()
    expect(await see('/staff')).toMatch(/href="\/staff\/account"[^]*Lê Cán Bộ/)
    const page = await see()
    for (const part of ['can.bo@example.vn', 'Tiếp nhận · cả tỉnh', 'từ 01/07/2025', '(phiên này)'])
      expect(page).toContain(part)
    expect(page).not.toContain('href="/staff/people"')
  })

  it('changes its password with the old one, and ends the other sessions', async () => {
    const { app, see, send, cookie } = await prepare()
    const other = await signIn(app)
    expect((await send('password', form)).headers.location).toBe('/staff/account?done=password')
    expect(await see('/staff/account?done=password')).toContain('Đã đổi mật khẩu')
    expect((await get(app, '/staff', other.cookie)).statusCode).toBe(303)
    expect((await get(app, '/staff', cookie)).statusCode).toBe(200)
    expect((await post(app, '/staff/login', { email: officer.email, password: CHOSEN })).statusCode).toBe(303)
  }, 30_000)

  it('keeps it for a wrong old one, a weak new one, or two that differ, and shows none of them', async () => {
    const { accounts, send } = await prepare()
    for (const [changes, words] of [
      [{ password: 'sai sai sai sai' }, 'Mật khẩu đang dùng chưa đúng'],
      [{ newPassword: 'can.bo@example.vn', again: 'can.bo@example.vn' }, 'dễ đoán'],
      [{ again: 'bánh xèo khác hẳn' }, 'chưa giống nhau'],
    ] as const) {
      const answer = await send('password', { ...form, ...changes })
      expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true])
      expect(answer.body).not.toMatch(/value="(sai sai|bánh xèo)/)
    }
    expect(accounts[0]?.passwordHash).toBe(officer.passwordHash)
  })

  it('slows guessing of the old one down, and makes nobody wait at the door', async () => {
    const { app, waits, clock, send } = await prepare()
    for (let i = 0; i < 8; i++) await send('password', { ...form, password: 'sai' })
    expect(waits).toEqual([1_000, 2_000, 4_000])
    clock.stands = true
    const many = await Promise.all(Array.from({ length: 6 }, () => send('password', { ...form, password: 'sai' })))
    const late = many.find(({ statusCode }) => statusCode === 429)
    expect(late?.body).toContain('Xin đợi')
    waits.splice(0)
    expect((await post(app, '/staff/login', { email: officer.email, password: PASSWORD })).statusCode).toBe(303)
    expect(waits).toEqual([])
  })

  it('ends one other session, all others, and never this one or somebody else’s', async () => {
    const { app, see, send, sessionRows } = await prepare()
    await signIn(app)
    await signIn(app)
    const stranger = await signIn(app, clerk.email)
    const ids = [...(await see()).matchAll(/name="session" value="([\w-]+)"/g)].map(([, id]) => id!)
    expect(ids).toHaveLength(2)
    await send('sessions', { session: ids[0]! })
    expect(sessionRows.size).toBe(3)
    const [, theirs] = [...sessionRows].findLast(([, row]) => row.account === clerk.id)!
    await send('sessions', { session: [...sessionRows].find(([, row]) => row === theirs)![0].slice(0, 12) })
    expect((await get(app, '/staff', stranger.cookie)).statusCode).toBe(200)
    await send('sessions')
    expect([sessionRows.size, (await see()).includes('Đăng xuất mọi phiên khác')]).toEqual([2, false])
  })
})

describe('the own absence', () => {
  it('is recorded with a substitute, shown, and taken away before it begins', async () => {
    const { office, see, send } = await prepare()
    const typed = { since: '2030-05-06', until: '2030-05-07', substitute: clerk.id }
    for (let i = 0; i < 2; i++)
      expect((await send('absences', typed)).headers.location).toBe('/staff/account?done=absence')
    expect(office.absences).toEqual([{ account: officer.id, ...typed }])
    expect(await see()).toMatch(/từ 06\/05\/2030 đến 07\/05\/2030[^]*Trần Biên Tập làm thay/)
    await send('absences/end', { since: '2030-05-06' })
    expect(office.absences).toEqual([])
  })

  it('is refused at the field with what was typed', async () => {
    const { accounts, office, send } = await prepare()
    accounts.push({
      ...officer,
      id: 'far' as StaffId,
      email: 'far@example.vn',
      postings: posted(['leader'], 'H12.99.002'),
    })
    office.absences.push({ account: clerk.id, since: '2030-05-07', until: '2030-05-07', substitute: officer.id })
    for (const [typed, words] of [
      [{ since: '2030-05-08', until: '2030-05-06' }, 'từ ngày đầu trở đi'],
      [{ since: '2030-05-06', substitute: 'far' }, 'phải cùng cơ quan'],
      [{ since: '2030-05-06', until: '2030-05-08', substitute: clerk.id }, 'Ngày 07/05/2030 Trần Biên Tập cũng nghỉ'],
    ] as [Record<string, string>, string][]) {
      const answer = await send('absences', typed)
      expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true])
      expect(answer.body).toContain(`value="${typed['since']}"`)
    }
    expect(office.absences).toHaveLength(1)
  })
})
