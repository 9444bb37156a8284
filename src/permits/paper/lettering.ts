import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { type Canvas, fill, repeatRow } from './canvas.ts'

/** `figures` are dates and numbers, `plate` is large and has only what stands on a number plate. */
export type LetterStyle = 'words' | 'figures' | 'plate'

/** Which set of letters drawn by scripts/make-letters.js a style is made of. */
type LetterSet = 'small' | 'large'

/**
 * Letters at full size would be most of the picture's bytes. So each drawn point becomes a square of `point` pixels, and
 * figures stand a whole number of bytes apart: the same digit is then the same bytes, which compress to almost nothing.
 */
const STYLES: Record<LetterStyle, { set: LetterSet; point: number; pitch: number }> = {
  words: { set: 'small', point: 2, pitch: 1 },
  figures: { set: 'small', point: 2, pitch: 8 },
  plate: { set: 'large', point: 4, pitch: 8 },
}

/** Advance, left and top from the pen on the baseline, width, height, offset of the bitmap. */
type Glyph = readonly [number, number, number, number, number, number]

interface Letters {
  sizes: Record<LetterSet, { ascent: number; descent: number; glyphs: Record<string, Glyph> }>
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
export function reachOf(style: LetterStyle): { ascent: number; descent: number } {
  const { set, point } = STYLES[style]
  const { ascent, descent } = loaded().sizes[set]
  return { ascent: ascent * point, descent: descent * point }
}

const advanceOf = ([advance]: Glyph, style: LetterStyle): number => {
  const { point, pitch } = STYLES[style]
  return Math.round((advance * point) / pitch) * pitch
}

export const measure = (text: string, style: LetterStyle): number =>
  glyphsOf(text, style).reduce((sum, glyph) => sum + advanceOf(glyph, style), 0)

/** Writes one line from `x` on, which has its rows to itself. `white` writes into black. */
export function drawLine(
  canvas: Canvas,
  text: string,
  style: LetterStyle,
  x: number,
  baseline: number,
  white = false,
): void {
  const { point } = STYLES[style]
  const rows = new Set<number>()
  let pen = x
  for (const glyph of glyphsOf(text, style)) {
    const [advance, left, top, , height] = glyph
    const middle = pen + Math.floor((advanceOf(glyph, style) - advance * point) / 2) + left * point
    for (let row = 0; row < height; row++) {
      const y = baseline + (row - top) * point
      rows.add(y)
      // One row of pixels; the rest of each point is the same row once more.
      for (const [from, length] of runsOf(glyph, row)) fill(canvas, middle + from * point, y, length * point, 1, white)
    }
    pen += advanceOf(glyph, style)
  }
  for (const y of rows) repeatRow(canvas, y, point - 1)
}

/** Where ink begins in one row of a letter, and for how many points. */
function runsOf([, , , width, , offset]: Glyph, row: number): [number, number][] {
  const { bitmaps } = loaded()
  const start = offset + row * Math.ceil(width / 8)
  const runs: [number, number][] = []
  for (let column = 0; column < width; column++) {
    if (!(bitmaps[start + (column >> 3)]! & (128 >> (column & 7)))) continue
    const last = runs.at(-1)
    if (last && last[0] + last[1] === column) last[1]++
    else runs.push([column, 1])
  }
  return runs
}

/** What looks like a letter that was not drawn, where taking off its marks does not lead there. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  ƀ: 'b',
  Ƀ: 'B',
  ʼ: '’',
  '´': "'",
  ɓ: 'b',
  Ɓ: 'B',
  ɗ: 'đ',
  Ɗ: 'Đ',
}

/** A letter that was not drawn loses its marks, the last first; one unknown even then becomes a question mark. */
function glyphsOf(text: string, style: LetterStyle): Glyph[] {
  const { glyphs } = loaded().sizes[STYLES[style].set]
  const glyphOf = (letter: string): Glyph | undefined => {
    for (let marked = letter.normalize('NFD'); marked; marked = marked.slice(0, -1)) {
      const composed = marked.normalize('NFC')
      const glyph = glyphs[composed] ?? glyphs[LOOKS_LIKE[composed] ?? '']
      if (glyph) return glyph
    }
    return undefined
  }
  const letters = [...new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)]
  return letters.map(({ segment }) => glyphOf(segment) ?? glyphs['?'] ?? glyphs['-']!)
}

/** Breaks at spaces; a word wider than the line is broken where it must be. */
export function wrap(text: string, style: LetterStyle, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (measure(longer, style) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = ''
    for (const letter of word) {
      if (measure(line + letter, style) > width) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return line ? [...lines, line] : lines
}
