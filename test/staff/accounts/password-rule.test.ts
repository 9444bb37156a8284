import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { weaknessOf } from '../../../src/staff/accounts/password-rule.ts'

const who = { email: 'le.thi.mau@camau.gov.vn', name: 'Lê Thị Mẫu' }

it.each([
  ...['', 'ngắn', 'mười một ký', '🙂'.repeat(11)],
  ...['aaaaaaaaaaaa', 'abababababab', 'abcabcabcabc', '121212121212', 'aaaaaabbbbbb', 'xyzxyzxyzxyz1'],
  ...['abcdefghijkl', 'lkjihgfedcba', '123456789012', '0987654321098', 'qwertyuiop12', 'zxcvbnmasdfgh', '1qaz2wsx3edc'],
  ...[
    'motcua123456',
    'Mot-Cua-2026!',
    'MộtCửaMộtCửa',
    'matkhau123456',
    'Mật khẩu 2026',
    'p@ssw0rdp@ssw0rd',
    'Admin12345678',
  ],
  ...[
    'le.thi.mau@camau.gov.vn',
    'lethimau2026!',
    'LeThiMau12345',
    'camaucamaucamau',
    'Lê Thị Mẫu Lê Thị Mẫu',
    'QuanTri@123456',
  ],
])('calls %j weak', (password) => {
  expect(weaknessOf(password, who)).toEqual(expect.any(String))
})

it.each(['thuyền giấy mùa hạ 4 cánh', 'bánh xèo đạp xe ra biển', 'Kq7Wm2xR9tB4', 'correct horse battery staple', 'T8#vLp!2zQw9', '🙂 cà phê sữa đá lúc bảy giờ'])(
  'lets %j be',
  (password) => {
    expect(weaknessOf(password, who)).toBeUndefined()
  },
) // prettier-ignore

it('lets be what staff-add invents', () => {
  for (let i = 0; i < 2_000; i++) {
    const invented = createHash('sha256').update(String(i)).digest().subarray(0, 12).toString('base64url')
    expect([invented, weaknessOf(invented, who)]).toEqual([invented, undefined])
  }
})

it('judges a long one in no more time than its length asks for', () => {
  expect(weaknessOf('ab'.repeat(50_000))).toBe('at most 200 characters')
})
