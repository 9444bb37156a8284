import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSignIn } from '../../src/staff/sign-in.ts'
import { EMAIL, get, inMemoryAccounts, inMemorySessions, officer, openDesk, PASSWORD, post, signIn } from './fakes.ts'

const right = { email: EMAIL, password: PASSWORD }

describe('signing in', () => {
  it('gives a cookie that no script reads, no other site sends and the database does not hold', async () => {
    const { app, sessionRows } = await openDesk({ secureCookies: true })
    const answer = await post(app, '/staff/login', right)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff'])
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ name: '__Secure-mot_cua_staff', path: '/staff', httpOnly: true, sameSite: 'Lax', secure: true, maxAge: 43_200 }) // prettier-ignore
    expect(Buffer.from(cookie?.value ?? '', 'base64url')).toHaveLength(32)
    expect([...sessionRows.keys()]).toEqual([createHash('sha256').update(cookie?.value ?? '').digest('hex')]) // prettier-ignore
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

  it('closes the door of one account after eight wrong passwords, even for the right one, and opens it later', async () => {
    const { app, clock } = await openDesk()
    const attempts = await Promise.all(
      Array.from({ length: 12 }, () => post(app, '/staff/login', { email: EMAIL, password: 'sai' })),
    )
    expect(attempts.map((answer) => answer.statusCode).toSorted()).toEqual([...Array<number>(8).fill(401), ...Array<number>(4).fill(429)]) // prettier-ignore
    const closed = await post(app, '/staff/login', right)
    expect([closed.statusCode, closed.headers['retry-after']]).toEqual([429, '900'])
    clock.now += 15 * 60_000
    expect((await post(app, '/staff/login', right)).statusCode).toBe(303)
  })

  it('closes the door to one network address that tries many accounts', async () => {
    const accounts = { ...inMemoryAccounts([]), findByEmail: async (email: string) => ({ ...officer, email }) }
    const { signIn: tries } = createSignIn({ accounts, sessions: inMemorySessions([]).sessions, now: () => 0 })
    const outcomes: string[] = []
    for (let i = 0; i < 41; i++) outcomes.push((await tries(`a${i}@example.vn`, 'sai', '203.0.113.9')).outcome)
    expect([outcomes.filter((one) => one === 'wrong').length, outcomes.at(-1)]).toEqual([40, 'too many'])
    expect((await tries('b@example.vn', 'sai', '203.0.113.10')).outcome).toBe('wrong')
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
    expect((await get(app, '/staff?status=registered')).headers.location).toBe('/staff/login?next=%2Fstaff%3Fstatus%3Dregistered') // prettier-ignore
  })

  it.each(['https://evil.example', '//evil.example', '/staff//evil', '/staff/../p', '/staffx', 'javascript:x', '/staff/logout', '/staff\\evil'])(
    'does not go on to %s',
    async (next) => {
      const { app } = await openDesk()
      expect((await post(app, '/staff/login', { ...right, next })).headers.location).toBe('/staff')
    },
  ) // prettier-ignore

  it('does not ask again who is signed in', async () => {
    const { app } = await openDesk()
    const { cookie } = await signIn(app)
    expect((await get(app, '/staff/login', cookie)).headers.location).toBe('/staff')
  })
})
