import { describe, expect, it } from 'vitest'
import { createCanvas, type Canvas } from '../../src/permits/canvas.ts'
import { drawLine, measure, wrap } from '../../src/permits/lettering.ts'

/** The letter as text, one character a pixel. */
function shown(text: string): string {
  const canvas = createCanvas(64, 64)
  drawLine(canvas, text, 'small', 8, 40)
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

  it('writes white into black', () => {
    const canvas = createCanvas(32, 40)
    canvas.bits.fill(0)
    drawLine(canvas, 'Đ', 'small', 4, 30, true)
    const black = createCanvas(32, 40)
    drawLine(black, 'Đ', 'small', 4, 30)
    expect(canvas.bits).toEqual(black.bits.map((byte) => ~byte))
  })

  it('breaks lines at spaces, and inside a word only when it must', () => {
    const width = measure('Nguyễn Thị Ánh', 'medium')
    expect(wrap('Nguyễn Thị Ánh Tuyết', 'medium', width)).toEqual(['Nguyễn Thị Ánh', 'Tuyết'])
    expect(wrap('', 'medium', width)).toEqual([])
    const broken = wrap('W'.repeat(40), 'medium', width)
    expect(broken.join('')).toBe('W'.repeat(40))
    for (const line of broken) expect(measure(line, 'medium')).toBeLessThanOrEqual(width)
  })
})
