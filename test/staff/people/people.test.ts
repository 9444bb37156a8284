import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/kernel/clock.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { posted } from '../../dossiers/posted.ts'
import { administrator, clerk, get, officer, openDesk, post, signIn } from '../fakes.ts'
import { LAN, withLan } from '../permissions/office.ts'

const ONE = 'H12.99.001'
const CHOSEN = 'bánh xèo đạp xe ra biển'
const NEW = { name: 'Trần Văn Mới', email: 'Moi@Example.vn', roles: 'reception', agency: ONE, since: '2030-05-01' }

/** The office with Lan in it, seen by the province's administrator, or by the one of the first commune. */
async function prepare({ ofOne = false }: { ofOne?: boolean } = {}) {
  const desk = await openDesk()
  if (ofOne) desk.accounts[2] = { ...administrator, postings: posted(['administrator', 'specialist'], ONE) }
  withLan(desk)
  const { cookie, csrf } = await signIn(desk.app, administrator.email)
  const see = (url: string) => get(desk.app, url, cookie)
  const send = (url: string, fields: Record<string, string> = {}) =>
    post(desk.app, url, { ...fields, csrf }, { cookie })
  const account = (id: StaffId) => desk.accounts.find((it) => it.id === id)
  return { ...desk, see, send, account }
}
const codeOn = (page: string) => /https:\/\/[\w.]+\/staff\/password#([\w-]{43})/.exec(page)?.[1] ?? ''
const lan = `/staff/people/${LAN}`

describe('the list of people', () => {
  it('groups them by where they work, with roles, state and when they were last seen, and is filtered', async () => {
    const { see, accounts } = await prepare()
    accounts.push({
      ...officer,
      id: 'x' as StaffId,
      email: 'x@example.vn',
      name: 'Hồ <b>',
      postings: [],
      disabledAt: 1,
    })
    const { body } = await see('/staff/people')
    for (const part of [
      'Cả tỉnh',
      'UBND phường Một',
      'Nguyễn Thị Lan',
      'Chuyên viên, Lãnh đạo',
      'Hồ &lt;b>',
      'Đã khóa',
    ])
      expect(body).toContain(part)
    expect(body).toContain('Không còn vai trò nào')
    const filtered = (await see(`/staff/people?agency=${ONE}`)).body
    expect([filtered.includes('Nguyễn Thị Lan'), filtered.includes('Lê Cán Bộ')]).toEqual([true, false])
    const named = (await see('/staff/people?name=nguyen%20thi')).body
    expect([named.includes('Nguyễn Thị Lan'), named.includes('Lê Cán Bộ')]).toEqual([true, false])
    expect((await see('/staff/people?name=khong-co')).body).toContain('Không có cán bộ nào như vậy')
  })

  it('shows an agency’s administrator the people of that agency alone', async () => {
    const { see, send } = await prepare({ ofOne: true })
    const { body } = await see('/staff/people')
    expect([body.includes('Nguyễn Thị Lan'), body.includes('Lê Cán Bộ')]).toEqual([true, false])
    expect((await see(`/staff/people/${officer.id}`)).statusCode).toBe(404)
    for (const deed of ['link', 'disable', 'enable', 'sessions', 'postings', 'postings/end', 'absences'])
      expect((await send(`/staff/people/${officer.id}/${deed}`)).statusCode).toBe(404)
  })
})

describe('an invitation', () => {
  it('shows a link once, sets a password once, and lets sign in', async () => {
    const { app, send, see, account } = await prepare()
    const page = await send('/staff/people/new', { ...NEW, id: 'ab'.repeat(16) })
    expect(page.statusCode).toBe(200)
    const code = codeOn(page.body)
    expect(code).not.toBe('')
    const id = 'ab'.repeat(16) as StaffId
    expect(account(id)).toMatchObject({ email: 'moi@example.vn', passwordHash: '', postings: [{ role: 'reception' }] })
    expect((await see(`/staff/people/${id}`)).body).toContain('Chờ đặt mật khẩu')
    expect((await see(`/staff/people/${id}`)).body).not.toContain(code)

    const early = await post(app, '/staff/login', { email: 'moi@example.vn', password: '' })
    expect(early.statusCode).toBe(401)
    const set = { code: `https://x/staff/password#${code}`, newPassword: CHOSEN, again: CHOSEN }
    expect((await post(app, '/staff/password', set)).headers.location).toBe('/staff/password?done=set')
    expect((await get(app, '/staff/password?done=set')).body).toContain('Đã đặt mật khẩu')
    const again = await post(app, '/staff/password', set)
    expect([again.statusCode, again.body.includes('đã được dùng')]).toEqual([410, true])
    const door = await post(app, '/staff/login', { email: 'moi@example.vn', password: CHOSEN })
    expect(door.statusCode).toBe(303)
  }, 30_000)

  it('sent twice makes one account, and the link that is seen last works', async () => {
    const { send, accounts, office } = await prepare()
    const fields = { ...NEW, id: 'ab'.repeat(16) }
    await send('/staff/people/new', fields)
    const second = await send('/staff/people/new', fields)
    expect([second.statusCode, codeOn(second.body).length]).toEqual([200, 43])
    expect([accounts.filter(({ email }) => email === 'moi@example.vn').length, office.links.size]).toEqual([1, 1])
  })

  it.each<[string, Record<string, string>, string]>([
    ['of somebody who is there', { email: 'LAN@example.vn' }, 'đã có tài khoản của Nguyễn Thị Lan'],
    ['without a name', { name: ' ' }, 'Họ tên dài từ'],
    ['without an address', { email: 'x' }, 'e-mail chưa đúng'],
    ['without a role', { roles: '' }, 'ít nhất một vai trò'],
    ['at an agency that has ended', { agency: 'H12.99.009' }, 'đã thôi hoạt động'],
    ['at an unknown agency', { agency: 'x' }, 'Không có cơ quan này'],
    ['with dates backwards', { until: '2030-04-01' }, 'từ ngày bắt đầu'],
  ])('%s is refused at the field, and what was typed stays', async (_, changes, words) => {
    const { send, accounts } = await prepare()
    const typed = { ...NEW, ...changes }
    const answer = await send('/staff/people/new', typed)
    expect([answer.statusCode, answer.body.includes(words), accounts.length]).toEqual([422, true, 4])
    if (typed.name !== ' ') expect(answer.body).toContain('value="Trần Văn Mới"')
    expect(answer.body).not.toContain('/staff/password#')
  })

  it('of somebody whom an agency’s administrator does not look after names nobody', async () => {
    const { send } = await prepare({ ofOne: true })
    const { statusCode, body } = await send('/staff/people/new', { ...NEW, email: officer.email })
    expect([statusCode, body.includes('ở nơi khác'), body.includes('Lê Cán Bộ')]).toEqual([422, true, false])
    for (const changes of [{ agency: '' }, { agency: 'H12.99.002' }, { roles: 'editor' }])
      expect((await send('/staff/people/new', { ...NEW, ...changes })).statusCode).toBe(422)
  })
})

describe('a link', () => {
  it('that is given anew ends the password and the sessions, and the link before it', async () => {
    const { app, send, account, sessionRows } = await prepare()
    const first = codeOn((await send(`${lan}/link`)).body)
    expect([account(LAN)?.passwordHash, sessionRows.has('of-lan')]).toEqual(['', false])
    const second = codeOn((await send(`${lan}/link`)).body)
    const form = { newPassword: CHOSEN, again: CHOSEN }
    expect((await post(app, '/staff/password', { ...form, code: first })).statusCode).toBe(410)
    expect((await post(app, '/staff/password', { ...form, code: second })).statusCode).toBe(303)
  })

  it('is over after three days, and after the account was disabled', async () => {
    const { app, clock, send, see } = await prepare()
    const form = { newPassword: CHOSEN, again: CHOSEN }
    const code = codeOn((await send(`${lan}/link`)).body)
    await send(`${lan}/disable`)
    expect((await post(app, '/staff/password', { ...form, code })).statusCode).toBe(410)
    expect((await send(`${lan}/link`)).statusCode).toBe(409)
    await send(`${lan}/enable`)
    const next = codeOn((await send(`${lan}/link`)).body)
    clock.now += 3 * DAY
    expect((await post(app, '/staff/password', { ...form, code: next })).statusCode).toBe(410)
    clock.now -= 3 * DAY - HOUR
    expect((await see(lan)).statusCode).toBe(200)
  })

  it('takes no weak password and no two different ones, says why in Vietnamese, and shows neither', async () => {
    const { app, send } = await prepare()
    const code = codeOn((await send(`${lan}/link`)).body)
    const weak = await post(app, '/staff/password', { code, newPassword: 'lan@example.vn1', again: 'lan@example.vn1' })
    expect([weak.statusCode, weak.body.includes('dễ đoán'), weak.body.includes('lan@example.vn1')]).toEqual([
      ...[422, true, false],
    ])
    const differs = await post(app, '/staff/password', { code, newPassword: CHOSEN, again: `${CHOSEN}!` })
    expect([differs.statusCode, differs.body.includes('chưa giống nhau')]).toEqual([422, true])
    expect(differs.body).toContain(`value="${code}"`)
    const short = await post(app, '/staff/password', { code, newPassword: 'ngắn', again: 'ngắn' })
    expect(short.body).toContain('ít nhất 12 ký tự')
  })
})

describe('an account', () => {
  it('is disabled with what follows said first, and opened again', async () => {
    const { office, see, send, account } = await prepare()
    office.inHand.set(LAN, 7)
    expect((await see(lan)).body).toContain('7 hồ sơ người này đang thụ lý vẫn đứng tên họ')
    for (let i = 0; i < 2; i++) expect((await send(`${lan}/disable`)).headers.location).toBe(`${lan}?done=disable`)
    expect(account(LAN)?.disabledAt).toBeDefined()
    const { body } = await see(`${lan}?done=disable`)
    expect([body.includes('Đã khóa từ 01/05/2030'), body.includes('Mở khóa tài khoản')]).toEqual([true, true])
    await send(`${lan}/enable`)
    expect(account(LAN)?.disabledAt).toBeUndefined()
  })

  it.each(['link', 'disable', 'enable', 'sessions'])('of one’s own takes no “%s”', async (deed) => {
    const { send, account, accounts } = await prepare()
    const before = JSON.stringify(accounts)
    const answer = await send(`/staff/people/${administrator.id}/${deed}`)
    expect([answer.statusCode, answer.body.includes('chính ông/bà')]).toEqual([403, true])
    expect([JSON.stringify(accounts), account(administrator.id)?.disabledAt]).toEqual([before, undefined])
  })

  it('of somebody who also works elsewhere is not an agency’s administrator’s to disable', async () => {
    const { accounts, see, send, account } = await prepare({ ofOne: true })
    accounts[3] = { ...accounts[3]!, postings: [...accounts[3]!.postings, ...posted(['reception'], 'H12.99.002')] }
    expect((await see(lan)).body).toContain('còn làm việc ở cơ quan khác')
    for (const deed of ['link', 'disable', 'absences']) expect((await send(`${lan}/${deed}`)).statusCode).toBe(403)
    expect(account(LAN)).toMatchObject({ passwordHash: officer.passwordHash })
  })
})

describe('roles', () => {
  const leader = { role: 'leader', agency: ONE, since: '2030-06-01', shown: '' }
  const specialist = { role: 'specialist', agency: ONE, since: '2025-07-01', shown: '' }

  it('are added, ended on a day, and stay in the past', async () => {
    const { send, see, account } = await prepare()
    const added = { roles: 'reception', agency: 'H12.99.002', since: '2030-05-01', until: '2030-05-02' }
    for (let i = 0; i < 2; i++)
      expect((await send(`${lan}/postings`, added)).headers.location).toBe(`${lan}?done=postings`)
    expect(account(LAN)?.postings).toHaveLength(3)
    for (let i = 0; i < 2; i++)
      expect((await send(`${lan}/postings/end`, { ...specialist, until: '2030-04-30' })).statusCode).toBe(303)
    expect(account(LAN)?.postings[0]).toMatchObject({ role: 'specialist', until: '2030-04-30' })
    expect((await see(lan)).body).toContain('Vai trò trước đây (1)')
  })

  it('that were changed meanwhile, or are not there, are a page that says so', async () => {
    const { send } = await prepare()
    for (const changes of [{ shown: '2030-12-31' }, { agency: 'H12.99.002' }, { role: 'king' }]) {
      const answer = await send(`${lan}/postings/end`, { ...specialist, until: '2030-05-31', ...changes })
      expect([answer.statusCode, answer.body.includes('vừa được người khác đổi')]).toEqual([409, true])
    }
    expect((await send(`${lan}/postings/drop`, specialist)).statusCode).toBe(409)
  })

  it('are not ended in the past, on no day, or by who does not look after them', async () => {
    const { send, account } = await prepare()
    for (const until of ['2030-04-29', '', 'x', '2030-02-31'])
      expect((await send(`${lan}/postings/end`, { ...specialist, until })).statusCode).toBe(422)
    const early = await send(`${lan}/postings/end`, { ...leader, until: '2030-05-31' })
    expect([early.statusCode, early.body.includes('từ 01/06/2030')]).toEqual([422, true])
    expect(account(LAN)?.postings.every(({ until }) => until === undefined)).toBe(true)
  })

  it('of the last administrator of the province stay, whoever asks', async () => {
    const { accounts, send, account } = await prepare()
    const keeper = { role: 'administrator', agency: '', since: '2025-07-01', shown: '', until: '2030-05-31' }
    const own = await send(`/staff/people/${administrator.id}/postings/end`, keeper)
    expect([own.statusCode, own.body.includes('cuối cùng của chính ông/bà')]).toEqual([403, true])
    // Another, whose days are counted.
    accounts[1] = { ...clerk, postings: posted(['administrator']) }
    accounts[2] = { ...administrator, postings: [{ role: 'administrator', since: '2025-07-01', until: '2030-12-31' }] }
    const last = await send(`/staff/people/${clerk.id}/postings/end`, keeper)
    expect([last.statusCode, last.body.includes('cấp tỉnh cuối cùng')]).toEqual([409, true])
    const disabled = await send(`/staff/people/${clerk.id}/disable`)
    expect([disabled.statusCode, account(clerk.id)?.disabledAt]).toEqual([409, undefined])
  })
})
