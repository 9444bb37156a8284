import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renderDisposition, renderFileName } from '../../../src/staff/dossiers/file-name.ts'
import { aFile } from '../fakes.ts'

const pdf = (name?: string) => aFile({ mime: 'application/pdf', ...(name !== undefined && { name }) })

it.each([
  ['Giấy hẹn.pdf', 'Giấy hẹn.pdf'],
  ['bad.exe', 'bad.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['a"b\\c\r\nSet-Cookie: x.pdf', 'a b c Set-Cookie x.pdf'],
  ['\u202Efdp.exe', 'fdp.pdf'],
  ['.pdf', 'tep-dinh-kem.pdf'],
  ['', 'tep-dinh-kem.pdf'],
])('calls a PDF that was sent as %j %s', (sent, name) => {
  expect(renderFileName(pdf(sent))).toBe(name)
})

it('cuts a long name between two letters, whatever they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 70, max: 90 }), fc.constantFrom('😀', '👨‍👩‍👧', 'ế', '\uD83D', '🇻🇳'), (length, unit) => {
      const file = pdf(`${'a'.repeat(length)}${unit.repeat(5)}.pdf`)
      expect(renderFileName(file).isWellFormed()).toBe(true)
      expect(renderFileName(file).length).toBeLessThan(90)
      expect(renderDisposition(file)).toMatch(/^attachment; filename="[\x20-\x7E]+"; filename\*=UTF-8''[\x21-\x7E]+$/)
    }),
  )
})

it('spells a Vietnamese name for new browsers and for old ones', () => {
  expect(renderDisposition(pdf("Giấy hẹn (khoa 'A').pdf"))).toBe(
    `attachment; filename="giay hen khoa a.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20h%E1%BA%B9n%20%28khoa%20%27A%27%29.pdf`,
  )
})

it('shows pictures, and hands over what a browser might run', () => {
  expect(renderDisposition(aFile())).toMatch(/^inline;/)
  for (const mime of ['application/pdf', 'image/heic', 'image/svg+xml', 'text/html'])
    expect(renderDisposition(aFile({ mime }))).toMatch(/^attachment;/)
})

it('makes one header line of any name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(renderDisposition(pdf(name))).toMatch(
        /^attachment; filename="[\w -]+\.pdf"; filename\*=UTF-8''[\w%.~-]+\.pdf$/,
      )
    }),
  )
})
