import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/conversation/finding/extract.ts'

const at = (iso: string): string => String(Date.parse(`${iso}+07:00`))
const context = { now: Number(at('2026-11-22T09:30')), answers: {} }
const wanted = new Map([
  ['fullName', 'personName'],
  ['plate', 'plate'],
  ['from', 'area'],
  ['to', 'area'],
  ['validUntil', 'permitEnd'],
  ['validFrom', 'permitStart'],
  ['phone', 'phone'],
  ['citizenNumber', 'citizenNumber'],
])

describe('a whole sentence', () => {
  it('gives its plate, places and times', () => {
    const text = 'xe 69B1-234.56 cho tom tu nam can len can tho tu 5h sang mai toi thu 6'
    expect(extract(text, wanted, context)).toEqual({
      plate: { value: '69-B1 234.56', shown: '69-B1 234.56' },
      from: { value: '30', shown: 'Xã Năm Căn' },
      to: { value: '1092', shown: 'Cần Thơ' },
      validFrom: { value: at('2026-11-23T05:00'), shown: '05:00 23/11/2026' },
      validUntil: { value: at('2026-11-28T00:00'), shown: '00:00 28/11/2026' },
    })
  })

  it.each([
    ['từ xã Đất Mũi đến Cần Thơ, đt 0912345678', { from: '17', to: '1092', phone: '0912345678' }],
    ['cccd 096 190 012 345 sdt 0389.123.456', { citizenNumber: '096190012345', phone: '0389123456' }],
    ['tôi là Nguyễn Văn An muốn đi', {}],
    ['đi từ Vĩnh Lợi về chỗ vinh lo', { from: '62' }],
    ['hai xe 69A-123.45 và 69A-123.46', {}],
  ])('%j gives only what is sure', (text, values) => {
    const found = extract(text, wanted, context)
    expect(Object.fromEntries(Object.entries(found).map(([name, { value }]) => [name, value]))).toEqual(values)
  })

  it('of any kind makes nothing throw, and nothing is found that was not asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const name of Object.keys(extract(text, wanted, context))) expect(wanted.has(name)).toBe(true)
        expect(extract(text, new Map(), context)).toEqual({})
      }),
      { numRuns: 100 },
    )
  })
})
