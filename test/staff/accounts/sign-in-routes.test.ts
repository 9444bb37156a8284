import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EMAIL, get, openDesk, PASSWORD, post, signIn } from '../fakes.ts'

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
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([401, undefined])
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(answer.body.match(/aria-invalid="true"/g)).toHaveLength(2)
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
      const seconds = Number(headers['retry-after'])
      expect(seconds).toBeGreaterThan(8)
      expect(seconds).toBeLessThanOrEqual(16)
      expect(body).toContain(`Xin đợi ${seconds} giây`)
      expect(body).not.toContain('aria-invalid')
    }
  })

  it('tells whoever had no turn among too many at once to come back in a moment, and holds nothing against them', async () => {
    const { app } = await openDesk()
    const answers = await Promise.all(
      [EMAIL, 'bien.tap@example.vn', 'quan.ly@example.vn'].flatMap((email) =>
        Array.from({ length: 5 }, () => post(app, '/staff/login', { email, password: 'sai' })),
      ),
    )
    const busy = answers.filter(({ statusCode }) => statusCode === 503)
    expect(busy.length).toBeGreaterThan(0)
    for (const { headers, body } of busy) {
      expect(headers['retry-after']).toBe('5')
      expect(body).toContain('Đang có nhiều lượt đăng nhập cùng lúc.')
      expect(body).not.toContain('aria-invalid')
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
      expect([answer.statusCode, answer.headers.location, answer.cookies]).toEqual([303, '/staff/login', []])
    }
  })

  it('goes on to the page that was asked for', async () => {
    const { app, books } = await openDesk()
    const path = `/staff/dossiers/${books.add().id}`
    const door = (await get(app, path)).headers.location as string
    const page = await get(app, door)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain(`name="next" value="${path}"`)
    expect((await post(app, '/staff/login', { ...right, next: path })).headers.location).toBe(path)
    expect((await get(app, '/staff?status=registered')).headers.location).toBe(
      '/staff/login?next=%2Fstaff%3Fstatus%3Dregistered',
    )
    const list = '/staff?status=registered&q=l%C3%AA+c%C3%A1n'
    expect((await post(app, '/staff/login', { ...right, next: list })).headers.location).toBe(list)
  })

  it.each([
    'https://evil.example',
    'https://evil.example/staff',
    'https://evil.example?/staff/dossiers',
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
