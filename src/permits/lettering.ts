import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import type { Canvas } from './canvas.ts'

/** The sizes drawn beforehand by scripts/make-letters.js. `large` has only what stands on a number plate. */
export type LetterSize = 'small' | 'medium' | 'large'

/** Advance, left and top from the pen on the baseline, width, height, offset of the bitmap. */
type Glyph = readonly [number, number, number, number, number, number]

interface Letters {
  sizes: Record<LetterSize, { ascent: number; descent: number; glyphs: Record<string, Glyph> }>
  bitmaps: Uint8Array
}

function readLetters(): Letters {
  const file = inflateRawSync(readFileSync(new URL('./letters/be-vietnam-pro.bin', import.meta.url)))
  const start = 4 + file.readUInt32BE(0)
  const sizes = JSON.parse(file.toString('utf8', 4, start)) as Letters['sizes']
  return { sizes, bitmaps: file.subarray(start) }
}

let letters: Letters | undefined
const loaded = (): Letters => (letters ??= readLetters())

/** Pixels above and below the baseline that the tallest and the deepest letter take. */
export const reachOf = (size: LetterSize): { ascent: number; descent: number } => loaded().sizes[size]

export const measure = (text: string, size: LetterSize): number =>
  glyphsOf(text, size).reduce((sum, [advance]) => sum + advance, 0)

/** Writes one line from `x` on. `white` writes into black. */
export function drawLine(
  canvas: Canvas,
  text: string,
  size: LetterSize,
  x: number,
  baseline: number,
  white = false,
): void {
  const { bitmaps } = loaded()
  let pen = x
  for (const [advance, left, top, width, height, offset] of glyphsOf(text, size)) {
    const rowBytes = Math.ceil(width / 8)
    for (let row = 0; row < height; row++) {
      const target = (baseline - top + row) * canvas.rowBytes
      for (let column = 0; column < width; column++) {
        if (!(bitmaps[offset + row * rowBytes + (column >> 3)]! & (128 >> (column & 7)))) continue
        const at = pen + left + column
        const bit = 128 >> (at & 7)
        if (white) canvas.bits[target + (at >> 3)]! |= bit
        else canvas.bits[target + (at >> 3)]! &= ~bit
      }
    }
    pen += advance
  }
}

/** A letter that was not drawn loses its marks; one unknown even then becomes a question mark. */
function glyphsOf(text: string, size: LetterSize): Glyph[] {
  const { glyphs } = loaded().sizes[size]
  const plain = (letter: string) => letter.normalize('NFD').replace(/\p{M}/gu, '')
  return [...text].map((letter) => glyphs[letter] ?? glyphs[plain(letter)] ?? glyphs['?'] ?? glyphs['-']!)
}

/** Breaks at spaces; a word wider than the line is broken where it must be. */
export function wrap(text: string, size: LetterSize, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (measure(longer, size) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = ''
    for (const letter of word) {
      if (measure(line + letter, size) > width) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return line ? [...lines, line] : lines
}
