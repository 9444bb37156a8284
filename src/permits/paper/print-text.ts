import PDFDocument from 'pdfkit'
import { fileURLToPath } from 'node:url'

/** The document as far as text needs it; pdfkit's own type says much more. */
interface TextDocument {
  registerFont(name: string, path: string): unknown
  font(name: string): TextDocument
  fontSize(size: number): TextDocument
  fillColor(colour: string): TextDocument
  widthOfString(text: string): number
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): unknown
}

type Weight = 'plain' | 'bold'

/**
 * Be Vietnam Pro comes in three files a weight, by alphabet; one word of Vietnamese needs two of them. What none of them
 * has, as `Ƀ` or a breve over `ơ`, is in Noto Sans, which also knows where a mark belongs.
 */
const SUBSETS = ['latin', 'vietnamese', 'latin-ext', 'noto-sans'] as const
type Subset = (typeof SUBSETS)[number]

const FILES: Record<Weight, number> = { plain: 500, bold: 700 }

export function registerFonts(document: Pick<TextDocument, 'registerFont'>): void {
  for (const [weight, thickness] of Object.entries(FILES))
    for (const subset of SUBSETS) {
      const path = fileURLToPath(new URL(`./letters/${subset}-${thickness}.woff`, import.meta.url))
      document.registerFont(`${weight}/${subset}`, path)
    }
}

/** The code points that each file can write, as the files themselves say. Both weights have the same. */
function readCoverage(): Map<Subset, ReadonlySet<number>> {
  const document = new PDFDocument({ autoFirstPage: false })
  registerFonts(document)
  const codesOf = (subset: Subset): ReadonlySet<number> => {
    // The font that pdfkit has opened: it is in no type of pdfkit's.
    const { _font } = document.font(`plain/${subset}`) as unknown as { _font: { font: { characterSet: number[] } } }
    return new Set(_font.font.characterSet)
  }
  return new Map(SUBSETS.map((subset) => [subset, codesOf(subset)]))
}

let coverage: Map<Subset, ReadonlySet<number>> | undefined

const subsetWith = (letter: string): Subset | undefined =>
  SUBSETS.find((subset) =>
    [...letter].every((one) => (coverage ??= readCoverage()).get(subset)?.has(one.codePointAt(0)!)),
  )

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** Pieces of a text that one file can write. A letter that no file has becomes a question mark, so that it is missed. */
export function piecesOf(text: string): { subset: Subset; text: string }[] {
  const pieces: { subset: Subset; text: string }[] = []
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    const found = subsetWith(segment)
    const [subset, letter] = found ? [found, segment] : (['latin', '?'] as const)
    const last = pieces.at(-1)
    if (last?.subset === subset) last.text += letter
    else pieces.push({ subset, text: letter })
  }
  return pieces
}

export interface TextStyle {
  size: number
  weight: Weight
  colour?: string
}

export const widthOf = (document: TextDocument, text: string, { size, weight }: TextStyle): number =>
  piecesOf(text).reduce(
    (sum, piece) => sum + document.font(`${weight}/${piece.subset}`).fontSize(size).widthOfString(piece.text),
    0,
  )

/** Writes one line; `y` is its top. Answers where it ends. */
export function writeLine(document: TextDocument, text: string, x: number, y: number, style: TextStyle): number {
  let pen = x
  document.fillColor(style.colour ?? '#000')
  for (const piece of piecesOf(text)) {
    document.font(`${style.weight}/${piece.subset}`).fontSize(style.size)
    // One baseline for all files: that of Be Vietnam Pro, whose letters reach one size up. Noto Sans reaches higher.
    document.text(piece.text, pen, y + style.size, { lineBreak: false, baseline: 'alphabetic' })
    pen += document.widthOfString(piece.text)
  }
  return pen
}

/** Breaks at spaces so that no line is wider; a single word that is is broken where it must be. */
export function linesOf(document: TextDocument, text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = []
  let line = ''
  const isWide = (piece: string) => widthOf(document, piece, style) > width
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (!isWide(longer)) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = word
    while (isWide(line)) {
      let fits = ''
      for (const { segment } of graphemes.segment(line)) {
        if (fits && isWide(fits + segment)) break
        fits += segment
      }
      lines.push(fits)
      line = line.slice(fits.length)
      if (!line) break
    }
  }
  return line ? [...lines, line] : lines
}
