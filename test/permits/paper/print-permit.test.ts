import { describe, expect, it } from 'vitest'
import { inflateSync } from 'node:zlib'
import { CODE_WIDTH, type PrintedAbout, printPermit } from '../../../src/permits/paper/print-permit.ts'
import { piecesOf } from '../../../src/permits/paper/print-text.ts'
import { COUNTRY_NAMES, MINORITY_LETTERS, VIETNAMESE_LETTERS } from '../country-letters.ts'
import { samplePermit, travelPass } from '../sample.ts'

const about = {
  ...{ kind: travelPass, agencyName: 'Trung tâm Phục vụ hành chính công tỉnh Cà Mau' },
  approvedBy: 'Công Tằng Tôn Nữ Thị Hồng Nhung Nguyễn Phước Vĩnh Thụy Bảo Long Đoan Trang',
}
const permit = await samplePermit({ terms: { companions: 2, days: 21, from: 10, to: 19 } })

/** What is drawn on the page, in the words of the file. */
const operatorsOf = (pdf: Buffer): string =>
  [...pdf.toString('latin1').matchAll(/stream\n([^]*?)\nendstream/g)]
    .map(([, body]) => body!)
    .flatMap((body) => {
      try {
        return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')]
      } catch {
        // A font.
        return []
      }
    })
    .find((text) => text.includes(' Tm')) ?? ''

/** How far above the lower edge the last line of text stands, in points. */
const lowestInk = (pdf: Buffer): number =>
  Math.min(...[...operatorsOf(pdf).matchAll(/1 0 0 1 [\d.]+ (-?[\d.]+) Tm/g)].map(([, y]) => Number(y)))

/** Titles are written in UTF-16 with the high byte first. */
const isTitled = (pdf: Buffer, title: string): boolean => pdf.includes(Buffer.from(title, 'utf16le').swap16())

describe('the printed sheet of a permit', () => {
  it('is one page with its fonts in it, and says its name nowhere that a search would find it', async () => {
    const pdf = (await printPermit(permit, 'https://gdd.example.vn', about)).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pdf.match(/\/FontFile/g)?.length).toBeGreaterThanOrEqual(3)
    expect(pdf.length).toBeLessThan(80_000)
    // The file counts its own bytes, and may come to any number by chance.
    const said = pdf.replace(/\nxref\n[^]*$/, '').replaceAll(/\/Length \d+/g, '')
    expect(said.length).toBeGreaterThan(pdf.length - 3_000)
    for (const text of ['Nguy', 'Tuy', '12345']) expect(said).not.toContain(text)
  })

  it('has a code at least five centimetres wide besides its white edge', () => {
    expect((CODE_WIDTH / 72) * 2.54).toBeGreaterThanOrEqual(5)
  })

  it('is the same each time, so that it can be compared', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => printPermit(permit, 'https://gdd.example.vn', about)))
    expect(first!.equals(second!)).toBe(true)
  })

  it.each([
    ['with the longest name', { name: 'Công Tằng Tôn Nữ Hoàng Phương Thảo Quyên', plate: '69-MĐ1 234.567AB' }],
    ['on foot', { plate: '' }],
  ])('is made %s', async (_case, changes) => {
    const pdf = await printPermit(await samplePermit(changes), 'https://gdd.example.vn', about)
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })
})

describe('a sheet that is not as usual', () => {
  const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)
  const small = (text: string) => ({ ...about, kind: { ...travelPass, legalBasis: text } })
  const print = (given: PrintedAbout) => printPermit(permit, 'https://gdd.example.vn', given)

  it.each([500, 900, 1_600, 6_000])('keeps on its one page with a legal basis of %d letters', async (length) => {
    const basis = 'Quyết định của Ủy ban nhân dân tỉnh '.repeat(Math.ceil(length / 36)).slice(0, length)
    const lowest = lowestInk(await print(small(basis)))
    expect(lowest).toBeGreaterThan(0)
  })

  it('says of a kind that was removed nothing that another kind says', async () => {
    const { kind: _removed, ...unknown } = about
    const [bare, first] = await Promise.all([print(unknown), print(about)])
    expect(pages(bare)).toHaveLength(1)
    expect([isTitled(bare, 'GIẤY CÓ MÃ QR'), isTitled(bare, 'ĐI ĐƯỜNG')]).toEqual([true, false])
    expect(isTitled(first, 'ĐI ĐƯỜNG')).toBe(true)
  })

  it('carries its stamp across everything', async () => {
    const [clean, stamped] = await Promise.all([print(about), print({ ...about, stamp: 'ĐÃ THU HỒI' })])
    expect(operatorsOf(clean)).not.toContain('0.702 0.071 0.114')
    expect(operatorsOf(stamped)).toMatch(/0\.70\d+ 0\.07\d+ 0\.11\d+/)
  })
})

describe('text in three alphabets', () => {
  it.each([...VIETNAMESE_LETTERS, ...MINORITY_LETTERS])('has %s in one of its files', (letter) => {
    expect(piecesOf(letter).map(({ text }) => text)).toEqual([letter])
  })

  it.each(COUNTRY_NAMES)('loses nothing of the name %s', (name) => {
    expect(
      piecesOf(name.normalize('NFD'))
        .map(({ text }) => text)
        .join(''),
    ).toBe(name.normalize('NFC'))
  })

  it('shows that it has no letter for something, and never leaves it out', () => {
    expect(
      piecesOf('水 An 😀')
        .map(({ text }) => text)
        .join(''),
    ).toBe('? An ?')
  })

  it('is cut so that each piece is in one file, and nothing is lost', () => {
    const text = 'Nguyễn Thị Ánh Tuyết · Đường ÿ – “Ščř” ₫'
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
    expect(piecesOf('Nguyễn')).toEqual([
      { subset: 'latin', text: 'Nguy' },
      { subset: 'vietnamese', text: 'ễ' },
      { subset: 'latin', text: 'n' },
    ])
  })
})
