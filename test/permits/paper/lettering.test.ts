import { describe, expect, it } from 'vitest'
import { createCanvas, type Canvas } from '../../../src/permits/paper/canvas.ts'
import { MINORITY_LETTERS, VIETNAMESE_LETTERS } from '../country-letters.ts'
import { drawLine, measure, wrap } from '../../../src/permits/paper/lettering.ts'

/** The letter as text, one character a pixel. */
function shown(text: string): string {
  const canvas = createCanvas(96, 96)
  drawLine(canvas, text, 'words', 8, 60)
  return rows(canvas).join('\n')
}

const rows = ({ bits, rowBytes, height }: Canvas) =>
  Array.from({ length: height }, (_, y) =>
    Array.from(bits.subarray(y * rowBytes, (y + 1) * rowBytes), (byte) => byte.toString(2).padStart(8, '0')).join(''),
  )

const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
)

describe('lettering', () => {
  it('has every letter of Vietnamese, small and capital, and no two look the same', () => {
    const letters = [...vowels, 'đ'].flatMap((letter) => [letter, letter.toUpperCase()])
    expect(letters).toHaveLength(146)
    expect(new Set(letters.map(shown)).size).toBe(146)
    expect(letters.map(shown)).not.toContain(shown('?'))
  })

  it('writes a decomposed name and a letter it lacks as well as it can', () => {
    expect(shown('ǎ')).toBe(shown('a'))
    expect(shown('水')).toBe(shown('?'))
  })

  it('writes a letter of the country that it lacks as its nearest, and no mark as a letter of its own', () => {
    expect([shown('Ƀ'), shown('ƀ'), shown('ʼ')]).toEqual([shown('B'), shown('b'), shown('’')])
    expect([shown('ơ̆'), shown('Ư̆'), shown('ê̆')]).toEqual([shown('ơ'), shown('Ư'), shown('ê')])
    for (const letter of [...MINORITY_LETTERS, ...VIETNAMESE_LETTERS]) {
      expect([letter, shown(letter)]).not.toEqual([letter, shown('?')])
      expect(measure(letter, 'words')).toBeLessThanOrEqual(measure('W', 'words'))
    }
  })

  it('writes white into black', () => {
    const canvas = createCanvas(64, 64)
    canvas.bits.fill(0)
    drawLine(canvas, 'Đ', 'words', 4, 50, true)
    const black = createCanvas(64, 64)
    drawLine(black, 'Đ', 'words', 4, 50)
    expect(canvas.bits).toEqual(black.bits.map((byte) => ~byte))
  })

  it('sets figures and plates whole bytes apart', () => {
    for (const letter of '0123456789ABCDĐ-.') {
      expect([measure(letter, 'figures') % 8, measure(letter, 'plate') % 8]).toEqual([0, 0])
    }
  })

  it('breaks lines at spaces, and inside a word only when it must', () => {
    const width = measure('Nguyễn Thị Ánh', 'words')
    expect(wrap('Nguyễn Thị Ánh Tuyết', 'words', width)).toEqual(['Nguyễn Thị Ánh', 'Tuyết'])
    expect(wrap('', 'words', width)).toEqual([])
    const broken = wrap('W'.repeat(40), 'words', width)
    expect(broken.join('')).toBe('W'.repeat(40))
    for (const line of broken) expect(measure(line, 'words')).toBeLessThanOrEqual(width)
  })
})
