import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { load } from '../../src/procedures/load.ts'
import { playCases } from '../../src/procedures/play-cases.ts'
import { nearest } from '../../src/procedures/say-mistake.ts'
import { SMALL_FLOW, changed } from './small-flow.ts'

const said = (text: string): string[] => {
  const loaded = load(text)
  return loaded.ok ? [] : loaded.findings.map(({ line, message }) => `${line}: ${message}`)
}

describe('what an author who slips is told', () => {
  it.each([
    ['a tab', changed('    say: Ông', '\tsay: Ông'), /^8: Dòng này thụt vào bằng phím Tab/],
    ['a colon in a sentence', changed('Ông/bà tên gì?', 'Lưu ý: tên gì?'), /^8: Trong câu có dấu hai chấm/],
    ['a line that stands askew', changed('    expect: text', '   expect: text'), /^9: Dòng này thụt lệch/],
    ['two steps of one name', changed('  chon:', '  hoi:'), /^14: Tên này đã có ở trên/],
    ['half a text', SMALL_FLOW.slice(0, 150), /^11: Thiếu một dấu/],
    ['a bracket left open', changed('next: xong }', 'next: xong'), /^19: /],
    [
      'more steps than anybody answers',
      SMALL_FLOW + Array.from({ length: 120 }, (_, i) => `  s${i}: { say: x, expect: none, end: true }\n`).join(''),
      /^1: Quá 120 bước/,
    ],
    ['prose', 'xin chào', /^1: Tệp cần bắt đầu bằng các dòng format/],
    ['a word left out', changed('    say: Ông/bà tên gì?\n', ''), /^7: Bước “hoi”, mục “say”: còn thiếu/],
    ['a word left empty', changed(' Ông/bà tên gì?', ''), /^8: Bước “hoi”, mục “say”: đang để trống/],
    [
      'a kind that does not exist',
      changed('expect: text', 'expect: chữ'),
      /mục “expect”: cần là một trong: choice, text/,
    ],
    ['a step named with marks', changed('  chon:', '  chọn:'), /Bước “chọn”: tên chỉ gồm chữ thường không dấu/],
    ['a misspelt word', changed('saveAs:', 'savaAs:'), /Không có từ khóa “savaAs” ở đây\. Có phải “saveAs”\?/],
    ['a version in words', changed('version: 1', 'version: một'), /^3: Mục “version”: là số nguyên từ 1/],
    ['a way that is no name', changed('next: chon', 'next: Chọn món'), /mục “next”: cần là tên một bước/],
  ])('%s: one sentence, at its line', (_, text, sentence) => {
    const [first, ...others] = said(text)
    expect(first).toMatch(sentence)
    expect(others.length).toBeLessThan(2)
  })

  it('speaks no English, whatever is wrong', () => {
    const texts = [
      '',
      '- a',
      'a: *b',
      'format: 2',
      SMALL_FLOW.replaceAll('hoi', 'Hỏi'),
      changed('choices:', 'choices: 3'),
      `${SMALL_FLOW}moves: 1\n`,
      `${SMALL_FLOW}info: [{ from: x, fee: 3 }]\n`,
      `${SMALL_FLOW}link: abc\n`,
      `${SMALL_FLOW}code: 12\n`,
      `${SMALL_FLOW}words: []\nmode: x\n`,
    ]
    for (const sentence of texts.flatMap(said)) expect(sentence).not.toMatch(/invalid|expected|too small|must|input/i)
  })
})

describe('the word that was meant', () => {
  it('is the nearest, and none rather than a far one', () => {
    expect(nearest('chonn', ['hoi', 'chon', 'chonm'])).toBe('chon')
    expect(nearest('chon', ['hoi', 'xong'])).toBeUndefined()
    expect(nearest('max', ['max'])).toBeUndefined()
  })
})

it('plays no more examples than a clerk can oversee', () => {
  const { findings, examples } = playCases(`cases:\n${'# dài\n'.repeat(20_000)}`, createCatalogue([]))
  expect([findings[0]?.message, examples]).toEqual([expect.stringContaining('dài quá'), []])
})
