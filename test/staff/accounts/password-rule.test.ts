import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { weaknessOf } from '../../../src/staff/accounts/password-rule.ts'

const EMAIL = 'le.thi.mau@camau.gov.vn'

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
  expect(weaknessOf(password, EMAIL)).toMatch(/^(at least 12 characters|too easy to guess: )/)
})

it.each(['thuyền giấy mùa hạ 4 cánh', 'bánh xèo đạp xe ra biển', 'Kq7Wm2xR9tB4', 'correct horse battery staple', 'T8#vLp!2zQw9', '🙂 cà phê sữa đá lúc bảy giờ'])(
  'lets %j be',
  (password) => {
    expect(weaknessOf(password, EMAIL)).toBeUndefined()
  },
) // prettier-ignore

it('lets be what staff-add invents', () => {
  for (let i = 0; i < 2_000; i++) {
    const invented = createHash('sha256').update(String(i)).digest().subarray(0, 12).toString('base64url')
    expect([invented, weaknessOf(invented, EMAIL)]).toEqual([invented, undefined])
  }
})

it('judges a long one in no more time than its length asks for', () => {
  expect(weaknessOf('ab'.repeat(50_000), EMAIL)).toBe('at most 200 characters')
})

/** Letters that follow from nothing, as many as one likes up to 258. */
const chance = (length: number) => createHash('sha512').update('mẫu').digest('base64url').repeat(3).slice(0, length)
const SIX = 'hwkbtx'

it('takes 12 to 200 characters', () => {
  const lengths = [11, 12, 200, 201]
  expect(lengths.map((length) => weaknessOf(chance(length), EMAIL))).toEqual([
    'at least 12 characters',
    undefined,
    undefined,
    'at most 200 characters',
  ])
})

it('counts a word that anybody would try as one character, wherever it stands', () => {
  for (const strong of [`admin${SIX}o`, `${SIX}oadmin`, `hwkadminbtxo`])
    expect(weaknessOf(strong, EMAIL)).toBeUndefined()
  for (const weak of [`quantri${SIX}`, `${SIX}quantri`, `hwkquantribtx`, `quantrivien${SIX}`])
    expect(weaknessOf(weak, EMAIL)).toMatch(/^too easy/)
})

it.each(['passw0rd', 'adm1n', 's3cret', 'm4tkhau', 'pa5sword', '7iepnhan', 'p@ssword', 'pas$word', 'adm!n'])(
  'sees the word in %j',
  (masked) => {
    expect(weaknessOf(`canbo${masked}${SIX}`, EMAIL)).toMatch(/^too easy/)
  },
)

it('sees words written with marks and the Vietnamese đ', () => {
  expect(weaknessOf(`Đổi-Mật Khẩu${SIX}`, 'doi@example.vn')).toMatch(/^too easy/)
})

it('knows the parts of the address, down to three letters, in any order', () => {
  expect(weaknessOf(`mauthi${SIX}`, EMAIL)).toMatch(/^too easy/)
  expect(weaknessOf(`mauthi${SIX}`, 'ho.yen@example.vn')).toBeUndefined()
  expect(weaknessOf(`lethimau${SIX}o`, EMAIL)).toBeUndefined()
  expect(weaknessOf(`lethimau${SIX}`, EMAIL)).toMatch(/^too easy/)
  // Two letters stand in too many words to tell anything.
  expect(weaknessOf(`lelelele${SIX}`, EMAIL)).toBeUndefined()
})

it('judges all the same where there is no address', () => {
  expect(weaknessOf('abcdefghijkl', '')).toMatch(/^too easy/)
  expect(weaknessOf(chance(12), '')).toBeUndefined()
})

it('counts a repeated part once, however often it stands there', () => {
  expect(weaknessOf('hwkhwkhwkhwkhwkhwk', EMAIL)).toMatch(/^too easy/)
})

it('lets two neighbours be chance, and counts three in a row as one, forwards and backwards, in the alphabet and on the keys', () => {
  expect(weaknessOf('abxymnhiuvrs', EMAIL)).toBeUndefined()
  for (const rows of ['abcxyzmnorst', 'cbazyxonmtsr', 'rtyfghvbnasd', 'ytrhgfnbvdsa'])
    expect([rows, weaknessOf(rows, EMAIL)]).toEqual([rows, expect.stringMatching(/^too easy/)])
})
