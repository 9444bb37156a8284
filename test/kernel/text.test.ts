import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, composed, firstLetterOf, fold, mask, shorten, tidy } from '../../src/kernel/text.ts'

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

describe('what needs no tidying', () => {
  /** Its neighbour is of a script that takes the long way. */
  const beside = (letter: string, read: (text: string) => string) => read(`ก${letter}ก`).slice(1, -1)

  it('is read as it is beside letters that do', () => {
    const otherwise: string[] = []
    for (let code = 0; code < 0x20000; code++) {
      const letter = String.fromCodePoint(code)
      if (composed(letter) !== beside(letter, composed) || tidy(`a${letter}a`) !== beside(`a${letter}a`, tidy))
        otherwise.push(code.toString(16))
    }
    expect(otherwise).toEqual([])
  })
})

describe('cutting what people typed', () => {
  it.each([
    ['a pair of surrogates', 'ab😀cd', 3, 'ab'],
    ['an emoji of several parts', 'ab👨‍👩‍👧cd', 8, 'ab'],
    ['a letter and its marks', `ab${'ế'.normalize('NFD')}`, 4, 'ab'],
    ['a flag', 'a🇻🇳b', 3, 'a'],
    ['nothing', 'Nguyễn', 4, 'Nguy'],
    ['a text that is short enough', '😀', 2, '😀'],
  ])('halves %s', (_, text, most, beginning) => expect(beginningOf(text, most)).toBe(beginning))

  it('is a beginning, no longer than allowed, well-formed, and never nothing where anything fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 80 }),
        (text, most) => {
          const cut = beginningOf(text, most)
          expect(text.startsWith(cut)).toBe(true)
          expect(cut.length).toBeLessThanOrEqual(most)
          expect(cut.isWellFormed()).toBe(true)
          expect(shorten(text, most).length).toBeLessThanOrEqual(most)
          expect(cut === text).toBe(text.length <= most)
        },
      ),
    )
  })

  it('makes do with a heap of marks on one letter', () => {
    expect(beginningOf(`a${'\u0301'.repeat(5_000)}`, 2_000)).toHaveLength(2_000)
    expect(composed(`a${'\u0301\u0323'.repeat(100_000)}`).length).toBeLessThan(10)
  })

  it('tells the first letter whole', () => {
    expect(['Ếch', '👨‍👩‍👧x', '', 'Đỗ'].map(firstLetterOf)).toEqual(['Ế', '👨‍👩‍👧', '', 'Đ'])
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
