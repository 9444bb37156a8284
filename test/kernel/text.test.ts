import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, mask, tidy } from '../../src/kernel/text.ts'

describe('tidying what people type', () => {
  it.each([
    ['composed and decomposed marks are the same', 'Việt'.normalize('NFD'), 'Việt'],
    ['Eth becomes Đ', 'Ðất Mũi ð', 'Đất Mũi đ'],
    ['NUL, zero-width and direction marks go', 'a\u0000b\u200Bc\u202Ed\uFEFF', 'abcd'],
    ['lone surrogates go, pairs stay', 'a\uD800b😀\uDC00', 'ab😀'],
    ['odd spaces become plain', '\u00A0Nguyễn\u3000Văn ', 'Nguyễn Văn'],
    ['full-width digits are narrowed', '０９６１', '0961'],
    ['lines stay lines', 'một\nhai', 'một\nhai'],
  ])('%s', (_, typed, tidied) => expect(tidy(typed)).toBe(tidied))

  it('is settled after one pass and always fit for JSON and UTF-8, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = tidy(typed)
        expect(tidy(once)).toBe(once)
        expect(Buffer.from(once, 'utf8').toString('utf8')).toBe(once)
      }),
    )
  })
})

describe('folding for comparison', () => {
  it.each([
    ['Đất Mũi', 'dat mui'],
    ['  QUAY   LẠI!', 'quay lai'],
    ['Hòa', 'hoa'],
    ['Hoà', 'hoa'],
  ])('%s → %s', (typed, folded) => expect(fold(typed)).toBe(folded))
})

it('masks a number but for its ends', () => {
  expect(mask('096190012345')).toBe('096••••••345')
  expect(mask('12345')).toBe('•••••')
})
