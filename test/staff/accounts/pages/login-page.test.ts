import { expect, it } from 'vitest'
import { LoginPage } from '../../../../src/staff/accounts/pages/login-page.tsx'
import { toPage } from '../../../../src/staff/frame/layout.tsx'

const render = (props: Omit<Parameters<typeof LoginPage>[0], 'next'> = {}) =>
  toPage(LoginPage({ next: '/staff', ...props }))
const fieldOf = (page: string, id: string): string => new RegExp(`<input id="${id}"[^>]*>`).exec(page)?.[0] ?? ''

it('asks for address and password and nothing else, and begins in the address', () => {
  const page = render()
  expect(page).toContain('<title>Đăng nhập · Một Cửa</title>')
  expect(page).not.toMatch(/class="notice|name="kept"|aria-/)
  expect([...page.matchAll(/<input[^>]*\bname="(\w+)"/g)].map(([, name]) => name)).toEqual([
    'next',
    'email',
    'password',
  ])
  expect(fieldOf(page, 'email')).toMatch(/ value(="")? autofocus/)
  expect(fieldOf(page, 'password')).not.toContain('autofocus')
})

it('begins in the password where the address is known', () => {
  const page = render({ email: 'can.bo@example.vn' })
  expect(fieldOf(page, 'email')).toContain('value="can.bo@example.vn"')
  expect([fieldOf(page, 'email'), fieldOf(page, 'password')].map((it) => it.includes('autofocus'))).toEqual([
    false,
    true,
  ])
})

it('says in the title, above the fields and at both of them that what was typed is wrong, not at which', () => {
  const page = render({ problem: { text: 'Mật khẩu chưa đúng.', isTyped: true } })
  expect(page).toContain('<title>Lỗi: Đăng nhập · Một Cửa</title>')
  expect(page).toMatch(/role="alert" id="problem">Mật khẩu chưa đúng\.</)
  for (const id of ['email', 'password'])
    expect(fieldOf(page, id)).toMatch(/aria-describedby="problem" aria-invalid="true"/)
})

it('calls no field wrong where one only has to wait', () => {
  const page = render({ problem: { text: 'Xin đợi 4 giây.', isTyped: false } })
  expect(page).toContain('<title>Lỗi: Đăng nhập · Một Cửa</title>')
  expect(fieldOf(page, 'password')).toContain('aria-describedby="problem"')
  expect(page).not.toContain('aria-invalid')
})

it('tells that what was typed before is kept, and carries it along', () => {
  const page = render({ kept: 'eyJhIjoxfQ' })
  expect(page).toContain('chưa được thực hiện và vẫn được giữ')
  expect(page).toContain('<input type="hidden" name="kept" value="eyJhIjoxfQ"')
  expect(page).not.toContain('quá dài')
})

it('tells that what was typed before was too long to keep, and how it is saved', () => {
  const page = render({ isTooLong: true })
  expect(page).toMatch(/role="alert">Phiên làm việc đã hết và nội dung quá dài để giữ ở đây\. Xin bấm nút Quay lại/)
  expect(page).not.toContain('vẫn được giữ')
})
