import PDFDocument from 'pdfkit'
import { renderArea } from '../kernel/areas.ts'
import { renderInstant } from '../kernel/clock.ts'
import type { PermitKind } from './kinds.ts'
import type { Permit } from './permit.ts'
import { linesOf, registerFonts, type TextStyle, widthOf, writeLine } from './print-text.ts'
import { createQr } from './qr.ts'
import { renderTerms } from './render-terms.ts'

/** Millimetres to points. */
const MM = 72 / 25.4
/** A5 upright: two fit an A4 sheet, one fits a glove box. */
const PAGE = { width: 148 * MM, height: 210 * MM }
const EDGE = 12 * MM
const WIDTH = PAGE.width - 2 * EDGE

/** The code without its quiet zone. In 2021 five centimetres were asked for (qr §1.3). */
export const CODE_WIDTH = 60 * MM
const QUIET_MODULES = 4

export interface PrintedAbout {
  kind: PermitKind
  agencyName: string
}

/** One sheet to print: the code as vectors, everything it says in words, and how it is checked. A PDF, the same each time. */
export function printPermit(permit: Permit, publicUrl: string, { kind, agencyName }: PrintedAbout): Promise<Buffer> {
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    // The number is for the agency's eyes; a name would be found by every search of a disk.
    info: { Title: `${kind.title} ${permit.number}`, CreationDate: new Date(permit.issuedAt) },
  })
  registerFonts(document)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })

  let y = EDGE
  const centre = (text: string, style: TextStyle, gap = 0) => {
    for (const line of linesOf(document, text, WIDTH, style)) {
      writeLine(document, line, (PAGE.width - widthOf(document, line, style)) / 2, y, style)
      y += style.size * 1.35
    }
    y += gap
  }
  centre(agencyName, { size: 10, weight: 'plain' })
  centre(kind.title, { size: 20, weight: 'bold' })
  y = drawCode(document, createQr(publicUrl, permit.digits), y)
  if (permit.plate) centre(permit.plate, { size: 26, weight: 'bold' })
  centre(permit.name, { size: 15, weight: 'bold' }, 2 * MM)

  for (const [label, text] of rowsOf(permit, kind)) {
    writeLine(document, label, EDGE, y, { size: 10, weight: 'plain', colour: '#444' })
    const style: TextStyle = { size: 10.5, weight: 'bold' }
    for (const line of linesOf(document, text, WIDTH - 34 * MM, style)) {
      writeLine(document, line, EDGE + 34 * MM, y, style)
      y += 15
    }
  }
  y += 2 * MM
  const small: TextStyle = { size: 8.5, weight: 'plain', colour: '#333' }
  for (const text of [`Căn cứ: ${kind.legalBasis}`, HOW_TO_CHECK])
    for (const line of linesOf(document, text, WIDTH, small)) {
      writeLine(document, line, EDGE, y, small)
      y += 11.5
    }
  document.end()
  return done
}

const HOW_TO_CHECK =
  'Cán bộ quét mã bằng máy ảnh thường hoặc ứng dụng chốt kiểm tra, rồi đối chiếu biển số, họ tên và 4 số cuối căn cước. Mã không trả lời “HỢP LỆ” thì giấy này không có giá trị. In đúng cỡ, không thu nhỏ, không để mã sát mép.'

function rowsOf(
  { idLast4, from, to, purpose, validFrom, validUntil, terms, number }: Permit,
  kind: PermitKind,
): [string, string][] {
  const label = kind.purposes.find(({ code }) => code === purpose)?.label
  return [
    ['Căn cước', `•••• •••• ${idLast4}`],
    ['Hiệu lực từ', renderInstant(validFrom * 1000)],
    ['Đến', renderInstant(validUntil * 1000)],
    ...(terms ? [['Chỉ được đi', renderTerms(terms)] satisfies [string, string]] : []),
    ['Tuyến', `${renderArea(from)} – ${renderArea(to)}`],
    ...(label === undefined ? [] : [['Mục đích', label] satisfies [string, string]]),
    ['Số giấy', number],
  ]
}

/** Black squares, row by row, runs joined so that no hairline shows between them. Answers the bottom of the quiet zone. */
function drawCode(document: PDFKit.PDFDocument, qr: ReturnType<typeof createQr>, top: number): number {
  const side = CODE_WIDTH / qr.size
  const left = (PAGE.width - CODE_WIDTH) / 2
  const first = top + QUIET_MODULES * side
  document.fillColor('#000')
  for (let row = 0; row < qr.size; row++) {
    for (let column = 0; column < qr.size; column++) {
      if (!qr.get(row, column)) continue
      const begin = column
      while (column + 1 < qr.size && qr.get(row, column + 1)) column++
      document.rect(left + begin * side, first + row * side, (column - begin + 1) * side, side + 0.02)
    }
  }
  document.fill()
  return first + (qr.size + QUIET_MODULES) * side
}
