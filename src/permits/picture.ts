import type { BitMatrix } from 'qrcode'
import { renderArea } from '../kernel/areas.ts'
import { renderInstant } from '../kernel/clock.ts'
import { createCanvas, fill, repeatRow, toPng, type Canvas } from './canvas.ts'
import { drawLine, measure, reachOf, wrap, type LetterSize } from './lettering.ts'
import type { Permit } from './permit.ts'
import { renderPurpose } from './purposes.ts'
import { createQr } from './qr.ts'

const WIDTH = 660
const EDGE = 24
const GAP = 16
const TEXT_WIDTH = WIDTH - 2 * EDGE
/** Modules left white on each side of the code (ISO/IEC 18004). */
const QUIET_ZONE = 4

/**
 * The pass as it is sent into the chat: a PNG of one bit a pixel, 660 pixels wide, that stays readable after a chat
 * service has compressed it. `publicUrl` is where the scanned address leads, e.g. `https://gdd.example.vn`.
 */
export async function drawPermit(permit: Permit, publicUrl: string): Promise<Buffer> {
  const qr = createQr(publicUrl, permit.digits)
  const scale = Math.floor(WIDTH / (qr.size + 2 * QUIET_ZONE))
  const qrSize = scale * (qr.size + 2 * QUIET_ZONE)
  const band: Line[] = [[{ text: 'GIẤY ĐI ĐƯỜNG', size: 'medium' }]]
  const above = headLines(permit)
  const below = detailLines(permit)

  const bandHeight = heightOf(band) + GAP
  const qrTop = bandHeight + GAP + heightOf(above)
  const canvas = createCanvas(WIDTH, qrTop + qrSize + heightOf(below) + EDGE)
  fill(canvas, 0, 0, WIDTH, bandHeight)
  drawLines(canvas, band, GAP / 2, true)
  drawLines(canvas, above, bandHeight + GAP)
  drawQr(canvas, qr, scale, centred(qrSize), qrTop)
  drawLines(canvas, below, qrTop + qrSize)
  return toPng(canvas)
}

/** A line of one or more pieces, centred as a whole. */
type Line = readonly Piece[]

interface Piece {
  text: string
  size: LetterSize
}

const fits = (text: string, size: LetterSize): boolean => measure(text, size) <= TEXT_WIDTH

function headLines({ name, plate }: Permit): Line[] {
  // A plate too wide for one line breaks at its space, as the plate of a motorcycle does.
  const plateSize: LetterSize = plate.split(' ').every((part) => fits(part, 'large')) ? 'large' : 'medium'
  const nameSize: LetterSize = wrap(name, 'medium', TEXT_WIDTH).length <= 2 ? 'medium' : 'small'
  return [
    ...(plate ? wrap(plate, plateSize, TEXT_WIDTH).map((text) => [{ text, size: plateSize }]) : []),
    ...wrap(name, nameSize, TEXT_WIDTH).map((text) => [{ text, size: nameSize }]),
  ]
}

function detailLines(permit: Permit): Line[] {
  const { from, to, purpose, idLast4, validFrom, validUntil, number } = permit
  const small = [
    `Từ ${renderInstant(validFrom * 1000)} · Căn cước •••• ${idLast4}`,
    `${renderArea(from)} – ${renderArea(to)}`,
    renderPurpose(purpose),
  ]
  return [
    [
      { text: 'Hiệu lực đến ', size: 'small' },
      { text: renderInstant(validUntil * 1000), size: 'medium' },
    ],
    [
      { text: 'Số giấy ', size: 'small' },
      { text: number, size: 'medium' },
    ],
    ...small.flatMap((text) => wrap(text, 'small', TEXT_WIDTH)).map((text): Line => [{ text, size: 'small' }]),
  ]
}

const LEADING = 4

const ascentOf = (line: Line): number => Math.max(...line.map(({ size }) => reachOf(size).ascent))
const descentOf = (line: Line): number => Math.max(...line.map(({ size }) => reachOf(size).descent))

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + ascentOf(line) + descentOf(line) + LEADING, 0)

const centred = (width: number): number => Math.floor((WIDTH - width) / 2)

function drawLines(canvas: Canvas, lines: readonly Line[], top: number, white = false): void {
  let y = top
  for (const line of lines) {
    let x = centred(line.reduce((sum, { text, size }) => sum + measure(text, size), 0))
    for (const { text, size } of line) {
      drawLine(canvas, text, size, x, y + ascentOf(line), white)
      x += measure(text, size)
    }
    y += heightOf([line])
  }
}

function drawQr(canvas: Canvas, qr: BitMatrix, scale: number, x: number, y: number): void {
  for (let row = 0; row < qr.size; row++) {
    const top = y + (row + QUIET_ZONE) * scale
    for (let column = 0; column < qr.size; column++) {
      if (qr.get(row, column)) fill(canvas, x + (column + QUIET_ZONE) * scale, top, scale, 1)
    }
    repeatRow(canvas, top, scale - 1)
  }
}
