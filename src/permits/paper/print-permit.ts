import PDFDocument from 'pdfkit'
import { renderArea } from '../../province/areas.ts'
import { renderInstant } from '../../kernel/clock.ts'
import type { PermitKind } from '../grant/kinds.ts'
import type { Permit } from '../code/permit.ts'
import { linesOf, registerFonts, type TextStyle, widthOf, writeLine } from './print-text.ts'
import { createQr } from './qr.ts'
import { renderTerms } from '../code/render-terms.ts'

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
  /** Absent when the kind was taken out of `permits.yaml` since: then the sheet names none. */
  kind?: PermitKind
  agencyName: string
  /** The officer who approved it, by name. */
  approvedBy?: string
  /** Stands across the sheet of a permit that is worth nothing any more. */
  stamp?: string
}

/** One sheet to print: the code as vectors, everything it says in words, and how it is checked. A PDF, the same each time. */
export function printPermit(permit: Permit, publicUrl: string, about: PrintedAbout): Promise<Buffer> {
  const { kind, agencyName, stamp } = about
  const title = kind?.title ?? UNKNOWN_KIND
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    // The number is for the agency's eyes; a name would be found by every search of a disk.
    info: { Title: `${title} ${permit.number}`, CreationDate: new Date(permit.issuedAt) },
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
      y += style.size * LINE
    }
    y += gap
  }
  // The heading of every paper of an agency (Nghị định 30/2020/NĐ-CP, Phụ lục I).
  centre('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 9, weight: 'bold' })
  centre('Độc lập - Tự do - Hạnh phúc', { size: 9, weight: 'bold' }, 1.5 * MM)
  centre(agencyName, { size: 9.5, weight: 'plain' })
  centre(title, { size: 20, weight: 'bold' })
  y = drawCode(document, createQr(publicUrl, permit.digits), y)
  if (permit.plate) centre(permit.plate, { size: 26, weight: 'bold' })
  centre(permit.name, { size: 15, weight: 'bold' }, 2 * MM)

  for (const [label, text] of rowsOf(permit, about)) {
    writeLine(document, label, EDGE, y, { size: 10, weight: 'plain', colour: '#444' })
    const style: TextStyle = { size: 10.5, weight: 'bold' }
    for (const line of linesOf(document, text, WIDTH - 34 * MM, style)) {
      writeLine(document, line, EDGE + 34 * MM, y, style)
      y += 15
    }
  }
  y += 2 * MM
  const basis = kind ? [`Căn cứ: ${kind.legalBasis}`] : []
  const texts = [
    ...basis,
    HOW_TO_CHECK,
    `Cần hỏi: ${agencyName || 'cơ quan cấp giấy'}, ${kind?.contact ?? ASK_IN_CHAT}.`,
  ]
  const { lines, style } = fitting(document, texts, PAGE.height - EDGE / 2 - y)
  for (const line of lines) {
    writeLine(document, line, EDGE, y, style)
    y += style.size * LINE
  }
  if (stamp !== undefined) writeAcross(document, stamp)
  document.end()
  return done
}

const UNKNOWN_KIND = 'GIẤY CÓ MÃ QR'
const HOW_TO_CHECK =
  'Cán bộ quét mã bằng máy ảnh thường hoặc ứng dụng chốt kiểm tra, rồi đối chiếu biển số, họ tên và 4 số cuối căn cước. Mã không trả lời “HỢP LỆ” thì giấy này không có giá trị. In đúng cỡ, không thu nhỏ, không để mã sát mép.'
const ASK_IN_CHAT = 'nhắn “gặp cán bộ” trên trang Zalo nơi đã nộp hồ sơ'

const LINE = 1.35
/** From what is read with ease down to what can still be read in print. */
const SMALL_SIZES = [8.5, 8, 7.5, 7, 6.5, 6, 5.5]

/** The small print in the largest letters that leave it on the page. A legal basis beyond all measure is cut, nothing else. */
function fitting(document: PDFKit.PDFDocument, texts: readonly string[], height: number) {
  const set = (parts: readonly string[], style: TextStyle) =>
    parts.flatMap((text) => linesOf(document, text, WIDTH, style))
  for (const size of SMALL_SIZES) {
    const style: TextStyle = { size, weight: 'plain', colour: '#333' }
    const lines = set(texts, style)
    if (lines.length * size * LINE <= height) return { lines, style }
  }
  const size = SMALL_SIZES.at(-1)!
  const style: TextStyle = { size, weight: 'plain', colour: '#333' }
  const rest = set(texts.slice(1), style)
  const room = Math.max(1, Math.floor(height / (size * LINE)) - rest.length)
  const basis = set(texts.slice(0, 1), style).slice(0, room)
  return { lines: [...basis.slice(0, -1), `${basis.at(-1)} …`, ...rest], style }
}

/** Over the code and everything else, so that no part of the sheet passes for one that is in force. */
function writeAcross(document: PDFKit.PDFDocument, stamp: string): void {
  const style: TextStyle = { size: 54, weight: 'bold', colour: '#b3121d' }
  const [middle, height] = [PAGE.height / 2, 74]
  document.save()
  document.rotate(-35, { origin: [PAGE.width / 2, middle] })
  for (const y of [middle - 3 * height, middle - height / 2, middle + 2 * height]) {
    const width = widthOf(document, stamp, style)
    document
      .rect((PAGE.width - width) / 2 - 10, y - 12, width + 20, height + 8)
      .lineWidth(4)
      .fillAndStroke('#fff', '#b3121d')
    writeLine(document, stamp, (PAGE.width - width) / 2, y, style)
  }
  document.restore()
}

function rowsOf(
  { idLast4, from, to, purpose, validFrom, validUntil, terms, number, issuedAt }: Permit,
  { kind, approvedBy }: PrintedAbout,
): [string, string][] {
  const label = kind?.purposes.find(({ code }) => code === purpose)?.label
  return [
    ['Căn cước', `•••• •••• ${idLast4}`],
    ['Hiệu lực từ', renderInstant(validFrom)],
    ['Đến', renderInstant(validUntil)],
    ...(terms ? [['Chỉ được đi', renderTerms(terms)] satisfies [string, string]] : []),
    ['Tuyến', `${renderArea(from)} – ${renderArea(to)}`],
    ...(label === undefined ? [] : [['Mục đích', label] satisfies [string, string]]),
    ['Số giấy', `${number}, cấp lúc ${renderInstant(issuedAt)}`],
    ...(approvedBy === undefined ? [] : [['Người duyệt', approvedBy] satisfies [string, string]]),
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
