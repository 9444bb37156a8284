import { describe, expect, it } from 'vitest'
import { CODE_WIDTH, printPermit } from '../../src/permits/print-permit.ts'
import { piecesOf } from '../../src/permits/print-text.ts'
import { samplePermit, travelPass } from './sample.ts'

const about = { kind: travelPass, agencyName: 'Trung tâm Phục vụ hành chính công tỉnh Cà Mau' }
const permit = await samplePermit({ terms: { companions: 2, days: 21, from: 10, to: 19 } })

describe('the printed sheet of a permit', () => {
  it('is one page with its fonts in it, and says its name nowhere that a search would find it', async () => {
    const pdf = (await printPermit(permit, 'https://gdd.example.vn', about)).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pdf.match(/\/FontFile/g)?.length).toBeGreaterThanOrEqual(3)
    expect(pdf.length).toBeLessThan(80_000)
    for (const text of ['Nguy', 'Tuy', '12345']) expect(pdf).not.toContain(text)
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

describe('text in three alphabets', () => {
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
