import type { BitMatrix } from 'qrcode'
import { renderInstant } from '../../kernel/clock.ts'
import { createCanvas, fill, repeatRow, toPng, type Canvas } from './canvas.ts'
import { drawLine, measure, reachOf, wrap, type LetterStyle } from './lettering.ts'
import type { Permit } from '../code/permit.ts'
import { createQr } from './qr.ts'
import { renderTermsBriefly } from '../code/render-terms.ts'

const WIDTH = 660
const EDGE = 24
const GAP = 16
/** A chat service compresses what is larger until it cannot be scanned. */
const LARGEST = 3_000
const TEXT_WIDTH = WIDTH - 2 * EDGE
/** Modules left white on each side of the code (ISO/IEC 18004). */
const QUIET_ZONE = 4

/**
 * The permit as it is sent into the chat: a PNG of one bit a pixel under 3 kB, 660 pixels wide, that stays readable after
 * a chat service has compressed it. `publicUrl` is where the scanned address leads, e.g. `https://gdd.example.vn`;
 * `title` names the kind.
 */
export async function drawPermit(permit: Permit, publicUrl: string, title = 'GIẤY ĐI ĐƯỜNG'): Promise<Buffer> {
  const png = await draw(permit, publicUrl, title, true)
  // A code of the densest names leaves no room for the limits, which the message beside it and the code tell too.
  return png.length < LARGEST || !permit.terms ? png : draw(permit, publicUrl, title, false)
}

async function draw(permit: Permit, publicUrl: string, title: string, withLimits: boolean): Promise<Buffer> {
  const qr = createQr(publicUrl, permit.digits)
  const scale = scaleOf(qr)
  const qrSize = scale * (qr.size + 2 * QUIET_ZONE)
  const band: Line[] = wrap(title, 'words', TEXT_WIDTH).map((text) => [{ text, style: 'words' }])
  const above = headLines(permit)
  const below = detailLines(permit, withLimits)

  const bandHeight = heightOf(band) + GAP
  const qrTop = bandHeight + GAP + heightOf(above)
  const canvas = createCanvas(WIDTH, qrTop + qrSize + heightOf(below) + EDGE)
  fill(canvas, 0, 0, WIDTH, bandHeight)
  drawLines(canvas, band, GAP / 2, true)
  drawLines(canvas, above, bandHeight + GAP)
  drawQr(canvas, qr, scale, wholeBytes(centred(qrSize)), qrTop)
  drawLines(canvas, below, qrTop + qrSize)
  return toPng(canvas, { dense: permit.terms !== undefined })
}

/**
 * As large as the picture allows up to version 10, which 99 of 100 permits fit. Above it the modules are whole bytes, a
 * tenth smaller, or the picture would outgrow 3 kB.
 */
function scaleOf(qr: BitMatrix): number {
  const largest = Math.floor(WIDTH / (qr.size + 2 * QUIET_ZONE))
  return largest === 9 ? 8 : largest
}

/** A line of one or more pieces, centred as a whole. */
type Line = readonly Piece[]

interface Piece {
  text: string
  style: LetterStyle
}

function headLines({ plate }: Permit): Line[] {
  // A plate too wide for one line breaks at its space, as the plate of a motorcycle does.
  const isNarrow = plate.split(' ').every((part) => measure(part, 'plate') <= TEXT_WIDTH)
  const style = isNarrow ? 'plate' : 'figures'
  return plate ? wrap(plate, style, TEXT_WIDTH).map((text) => [{ text, style }]) : []
}

/** What must be read without a scanner. The rest is in the code, in the message beside it and on the printed sheet. */
function detailLines({ validUntil, number, terms }: Permit, withLimits: boolean): Line[] {
  const end = renderInstant(validUntil)
  const until = (text: string): Line => [
    { text: 'Đến ', style: 'words' },
    { text, style: 'figures' },
  ]
  const figures: Line = [{ text: number, style: 'figures' }]
  if (!terms || !withLimits) return [until(end), [{ text: 'Số ', style: 'words' }, ...figures]]
  // Beside its limits the end goes without its year, which is days away, and the number without its word: as small as ever.
  const limits = wrap(renderTermsBriefly(terms), 'words', TEXT_WIDTH).map((text): Line => [{ text, style: 'words' }])
  return [...limits, until(end.slice(0, -5)), figures]
}

const LEADING = 4

const ascentOf = (line: Line): number => Math.max(...line.map(({ style }) => reachOf(style).ascent))
const descentOf = (line: Line): number => Math.max(...line.map(({ style }) => reachOf(style).descent))

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + ascentOf(line) + descentOf(line) + LEADING, 0)

const centred = (width: number): number => Math.floor((WIDTH - width) / 2)

const wholeBytes = (x: number): number => Math.round(x / 8) * 8

function drawLines(canvas: Canvas, lines: readonly Line[], top: number, white = false): void {
  let y = top
  for (const line of lines) {
    const widths = line.map(({ text, style }) => measure(text, style))
    // The last piece, the figures, begins at a whole byte.
    const ahead = sum(widths.slice(0, -1))
    let x = wholeBytes(centred(sum(widths)) + ahead) - ahead
    for (const [i, { text, style }] of line.entries()) {
      drawLine(canvas, text, style, x, y + ascentOf(line), white)
      x += widths[i]!
    }
    y += heightOf([line])
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

function drawQr(canvas: Canvas, qr: BitMatrix, scale: number, x: number, y: number): void {
  for (let row = 0; row < qr.size; row++) {
    const top = y + (row + QUIET_ZONE) * scale
    for (let column = 0; column < qr.size; column++) {
      if (qr.get(row, column)) fill(canvas, x + (column + QUIET_ZONE) * scale, top, scale, 1)
    }
    repeatRow(canvas, top, scale - 1)
  }
}
