import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { createSignIn } from '../../../src/staff/accounts/sign-in.ts'
import {
  EMAIL,
  get,
  inMemoryAccounts,
  inMemoryDevices,
  inMemorySessions,
  officer,
  openDesk,
  PASSWORD,
  post,
  signIn,
} from '../fakes.ts'

const right = { email: EMAIL, password: PASSWORD }

describe('signing in', () => {
  it('gives a cookie that no script reads, no other site sends and the database does not hold', async () => {
    const { app, sessionRows } = await openDesk({ secureCookies: true })
    const answer = await post(app, '/staff/login', right)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff'])
    const cookie = answer.cookies.find(({ name }) => name === '__Secure-mot_cua_staff')
    expect(cookie).toMatchObject({
      name: '__Secure-mot_cua_staff',
      path: '/staff',
      httpOnly: true,
      sameSite: 'Lax',
      secure: true,
      maxAge: 43_200,
    })
    expect(Buffer.from(cookie?.value ?? '', 'base64url')).toHaveLength(32)
    expect([...sessionRows.keys()]).toEqual([
      createHash('sha256')
        .update(cookie?.value ?? '')
        .digest('hex'),
    ])
  })

  it('reads the address in any case and with spaces around it', async () => {
    const { app } = await openDesk()
    expect((await post(app, '/staff/login', { ...right, email: ` ${EMAIL.toUpperCase()} ` })).statusCode).toBe(303)
  })

  it('says the same of a wrong password, an unknown address and a disabled account', async () => {
    const { app, accounts } = await openDesk()
    const wrong = await post(app, '/staff/login', { email: EMAIL, password: 'sai' })
    const unknown = await post(app, '/staff/login', { email: 'ai@example.vn', password: 'sai' })
    accounts[0] = { ...accounts[0]!, disabledAt: 1 }
    const disabled = await post(app, '/staff/login', right)
    for (const answer of [wrong, unknown, disabled]) {
      expect(answer.statusCode).toBe(401)
      expect(answer.cookies).toEqual([])
      expect(answer.body).toContain('Địa chỉ e-mail hoặc mật khẩu chưa đúng.')
    }
    expect(wrong.body.replace(EMAIL, '')).toBe(unknown.body.replace('ai@example.vn', ''))
  })

  it.each([{}, { email: EMAIL }, { password: PASSWORD }, { ...right, email: 'a'.repeat(10_000) }])(
    'answers the incomplete form %# like a wrong one',
    async (fields) => {
      const { app } = await openDesk()
      expect((await post(app, '/staff/login', fields as Record<string, string>)).statusCode).toBe(401)
    },
  )

  it('keeps the address that was typed, never the password', async () => {
    const { app } = await openDesk()
    const { body } = await post(app, '/staff/login', { email: '"><b>x', password: 'bí mật 123' })
    expect(body).toContain('value="&quot;>&lt;b>x"')
    expect(body).not.toContain('bí mật 123')
  })

  it('lets whoever types wrong wait longer each time, answers all the same, and never refuses the right password', async () => {
    const { app, waits } = await openDesk()
    for (let i = 0; i < 20; i++)
      expect((await post(app, '/staff/login', { email: EMAIL, password: 'sai' })).statusCode).toBe(401)
    expect(waits.slice(0, 6)).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000])
    expect((await post(app, '/staff/login', right)).statusCode).toBe(303)
    const after = waits.length
    expect((await post(app, '/staff/login', right)).statusCode).toBe(303)
    expect(waits).toHaveLength(after)
  })

  it('lets only few of many tries at once through, and tells the others how long to wait', async () => {
    const { app, clock } = await openDesk()
    clock.stands = true
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => post(app, '/staff/login', { email: EMAIL, password: 'sai' })),
    )
    const refused = answers.filter(({ statusCode }) => statusCode === 429)
    expect(refused.length).toBeGreaterThan(15)
    for (const { headers, body } of refused) {
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(16)
      expect(body).toMatch(/Xin đợi \d+ giây/)
    }
  })

  it('tells a browser what it is known by, keeps only a hash of that, and keeps it when one signs out', async () => {
    const { app, deviceRows } = await openDesk({ secureCookies: true })
    const answer = await post(app, '/staff/login', right)
    const device = answer.cookies.find(({ name }) => name === '__Secure-mot_cua_device')
    expect(device).toMatchObject({
      path: '/staff/login',
      httpOnly: true,
      sameSite: 'Strict',
      secure: true,
      maxAge: 180 * 86_400,
    })
    expect([...deviceRows.keys()]).toEqual([
      createHash('sha256')
        .update(device?.value ?? '')
        .digest('hex'),
    ])
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const page = await get(app, '/staff', cookie)
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)![1]!
    const out = await post(app, '/staff/logout', { csrf }, { cookie })
    expect(out.headers['clear-site-data']).toBe('"cache"')
    expect(out.cookies.map(({ name }) => name)).toEqual(['__Secure-mot_cua_staff'])
  })

  it('keeps a known browser known under one name, of the account that signed in last on it', async () => {
    const { app, deviceRows } = await openDesk()
    const device = async (email: string, cookie = '') =>
      (await post(app, '/staff/login', { email, password: PASSWORD }, { cookie })).cookies.find(({ name }) =>
        name.includes('device'),
      )?.value
    const first = await device(EMAIL)
    expect(await device(EMAIL, `mot_cua_device=${first}`)).toBe(first)
    expect(await device('quan.ly@example.vn', `mot_cua_device=${first}`)).not.toBe(first)
    expect(deviceRows.size).toBe(2)
  })

  it('does not let another site sign somebody in', async () => {
    const { app } = await openDesk()
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      const answer = await post(app, '/staff/login', right, headers)
      expect([answer.statusCode, answer.cookies]).toEqual([303, []])
    }
  })

  it('goes on to the page that was asked for', async () => {
    const { app, books } = await openDesk()
    const path = `/staff/dossiers/${books.add().id}`
    const door = (await get(app, path)).headers.location as string
    expect((await get(app, door)).body).toContain(`name="next" value="${path}"`)
    expect((await post(app, '/staff/login', { ...right, next: path })).headers.location).toBe(path)
    expect((await get(app, '/staff?status=registered')).headers.location).toBe(
      '/staff/login?next=%2Fstaff%3Fstatus%3Dregistered',
    )
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/staff//evil',
    '/staff/../p',
    '/staffx',
    'javascript:x',
    '/staff/logout',
    '/staff\\evil',
  ])('does not go on to %s', async (next) => {
    const { app } = await openDesk()
    expect((await post(app, '/staff/login', { ...right, next })).headers.location).toBe('/staff')
  })

  it('does not ask again who is signed in', async () => {
    const { app } = await openDesk()
    const { cookie } = await signIn(app)
    expect((await get(app, '/staff/login', cookie)).headers.location).toBe('/staff')
  })
})

/** Signing in by many to many accounts, from wherever one likes. The clock goes on only while somebody waits. */
function door() {
  const clock = { now: 0, stands: false }
  const waits: number[] = []
  const accounts = Array.from({ length: 60 }, (_, i) => ({
    ...officer,
    id: `s${i}` as StaffId,
    email: `a${i}@example.vn`,
  }))
  const { signIn: tries } = createSignIn({
    accounts: inMemoryAccounts(accounts),
    sessions: inMemorySessions(accounts).sessions,
    devices: inMemoryDevices().devices,
    now: () => clock.now,
    pause: async (milliseconds) => {
      waits.push(milliseconds)
      if (!clock.stands) clock.now += milliseconds
    },
  })
  return { clock, waits, tries }
}

describe('strangers who guess', () => {
  it('behind one address with an officer, forty of them, do not lock the officer out', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 40; i++) await tries('a1@example.vn', 'sai', { address: '10.0.0.6' })
    waits.splice(0)
    expect(await tries('a1@example.vn', PASSWORD, { address: '10.0.0.6' })).toMatchObject({ outcome: 'signed in' })
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(8_000)
  })

  it('at one account do not make anybody wait at another, or elsewhere', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 30; i++) await tries('a1@example.vn', 'sai', { address: '203.0.113.9' })
    waits.splice(0)
    expect((await tries('a2@example.vn', PASSWORD, { address: '203.0.113.9' })).outcome).toBe('signed in')
    expect((await tries('a1@example.vn', PASSWORD, { address: '203.0.113.10' })).outcome).toBe('signed in')
    expect(waits).toEqual([])
  })

  it('at once and without end do not make a browser wait that signed in before, and it has tries of its own', async () => {
    const { tries, waits, clock } = door()
    const first = await tries('a1@example.vn', PASSWORD, { address: '203.0.113.9' })
    const device = first.outcome === 'signed in' ? first.device : ''
    const from = { address: '203.0.113.9', device }
    clock.stands = true
    await Promise.all(Array.from({ length: 60 }, () => tries('a1@example.vn', 'sai', { address: '203.0.113.9' })))
    waits.splice(0)
    expect((await tries('a1@example.vn', PASSWORD, { address: '203.0.113.9' })).outcome).toBe('wait')
    expect((await tries('a1@example.vn', PASSWORD, from)).outcome).toBe('signed in')
    expect(waits).toEqual([])
    // A stolen name of a browser guesses no faster than anybody, and not at another account.
    expect((await tries('a1@example.vn', 'sai', { address: '203.0.113.9', device: 'invented' })).outcome).toBe('wait')
    expect((await tries('a2@example.vn', 'sai', from)).outcome).toBe('wrong')
    expect(waits).toEqual([])
    clock.stands = false
    for (let i = 0; i < 8; i++) await tries('a1@example.vn', 'sai', from)
    expect(waits).toEqual([1_000, 2_000, 4_000])
  })

  it('from one IPv6 network count as one, from another as another', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 6; i++) await tries('a1@example.vn', 'sai', { address: `2001:db8:1:2::${i}` })
    expect(waits).toEqual([1_000])
    await tries('a1@example.vn', 'sai', { address: '2001:db8:1:3::1' })
    expect(waits).toHaveLength(1)
  })

  it('at many accounts from one network are slowed to one a second', async () => {
    const { tries, clock } = door()
    for (let i = 0; i < 60; i++) await tries(`a${i}@example.vn`, 'sai', { address: '203.0.113.9' })
    expect(clock.now).toBeGreaterThanOrEqual(20_000)
  })

  it('are not mistaken for an office whose people sign in from one address all day', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 300; i++)
      expect((await tries(`a${i % 60}@example.vn`, PASSWORD, { address: '203.0.113.9' })).outcome).toBe('signed in')
    expect(waits).toEqual([])
  })

  it('leave to whoever had no turn among too many at once the tries that were not made', async () => {
    const { tries, waits } = door()
    const from = { address: '203.0.113.9' }
    const many = Array.from({ length: 35 }, (_, i) => tries(`a${i}@example.vn`, 'sai', from))
    const answers = await Promise.all([
      ...many,
      ...Array.from({ length: 5 }, () => tries('a59@example.vn', 'sai', from)),
    ])
    const busy = answers.filter(({ outcome }) => outcome === 'busy')
    expect(busy.length).toBeGreaterThan(20)
    expect(busy[0]).toEqual({ outcome: 'busy', for: 5_000 })
    expect(answers.slice(35).every(({ outcome }) => outcome === 'busy')).toBe(true)
    for (let i = 0; i < 5; i++) expect((await tries('a59@example.vn', 'sai', from)).outcome).toBe('wrong')
    expect(await tries('a58@example.vn', PASSWORD, from)).toMatchObject({ outcome: 'signed in' })
    expect(waits).toEqual([])
  })

  it('are forgotten after a quarter of an hour', async () => {
    const { tries, waits, clock } = door()
    for (let i = 0; i < 12; i++) await tries('a1@example.vn', 'sai', { address: '203.0.113.9' })
    clock.now += 15 * 60_000
    waits.splice(0)
    await tries('a1@example.vn', 'sai', { address: '203.0.113.9' })
    expect(waits).toEqual([])
  })

  it('at an account that does not exist wait just as long', async () => {
    const { tries, waits } = door()
    for (let i = 0; i < 8; i++) await tries('ai@example.vn', 'sai', { address: '203.0.113.9' })
    expect(waits).toEqual([1_000, 2_000, 4_000])
  })
})
