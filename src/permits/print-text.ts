import { fileURLToPath } from 'node:url'

/** The document as far as text needs it; pdfkit's own type says much more. */
interface TextDocument {
  registerFont(name: string, path: string): unknown
  font(name: string): TextDocument
  fontSize(size: number): TextDocument
  fillColor(colour: string): TextDocument
  widthOfString(text: string): number
  text(text: string, x: number, y: number, options: { lineBreak: false }): unknown
}

export type Weight = 'plain' | 'bold'

/** Be Vietnam Pro comes in three files a weight, by alphabet; one word of Vietnamese needs two of them. */
const SUBSETS = ['latin', 'latin-ext', 'vietnamese'] as const
type Subset = (typeof SUBSETS)[number]

const FILES: Record<Weight, number> = { plain: 500, bold: 700 }

export function registerFonts(document: TextDocument): void {
  for (const [weight, thickness] of Object.entries(FILES))
    for (const subset of SUBSETS) {
      const path = fileURLToPath(new URL(`./letters/${subset}-${thickness}.woff`, import.meta.url))
      document.registerFont(`${weight}/${subset}`, path)
    }
}

/** The ranges that the font's makers chose for their files. */
function subsetOf(letter: string): Subset {
  const code = letter.codePointAt(0) ?? 0
  if (/[ĂăĐđĨĩŨũƠơƯư₫]/.test(letter) || (code >= 0x1ea0 && code <= 0x1ef9)) return 'vietnamese'
  return code < 0x100 || (code >= 0x2000 && code <= 0x206f) ? 'latin' : 'latin-ext'
}

/** Pieces of a text that one file can write. */
export function piecesOf(text: string): { subset: Subset; text: string }[] {
  const pieces: { subset: Subset; text: string }[] = []
  for (const letter of text.normalize('NFC')) {
    const subset = subsetOf(letter)
    const last = pieces.at(-1)
    // A space stands in the Latin file, and never alone.
    if (last && (last.subset === subset || letter === ' ')) {
      if (letter === ' ' && last.subset !== 'latin') pieces.push({ subset: 'latin', text: letter })
      else last.text += letter
    } else pieces.push({ subset, text: letter })
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
    document.text(piece.text, pen, y, { lineBreak: false })
    pen += document.widthOfString(piece.text)
  }
  return pen
}

/** Breaks at spaces so that no line is wider; a single word that is stays whole. */
export function linesOf(document: TextDocument, text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(document, longer, style) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}
