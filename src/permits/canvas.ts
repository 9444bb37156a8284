import { crc32, deflate } from 'node:zlib'
import { promisify } from 'node:util'

/** A picture of one bit a pixel, white to begin with. Whoever draws keeps inside it. */
export interface Canvas {
  width: number
  height: number
  /** Rows of whole bytes, the leftmost pixel in the highest bit; 1 is white, as PNG has it. */
  rowBytes: number
  bits: Uint8Array
}

export function createCanvas(width: number, height: number): Canvas {
  const rowBytes = Math.ceil(width / 8)
  return { width, height, rowBytes, bits: new Uint8Array(rowBytes * height).fill(0xff) }
}

/** Blackens a rectangle, or whitens it. */
export function fill(canvas: Canvas, x: number, y: number, width: number, height: number, white = false): void {
  const { rowBytes, bits } = canvas
  for (let row = y * rowBytes; row < (y + height) * rowBytes; row += rowBytes) {
    for (let at = x; at < x + width; at++) {
      const bit = 128 >> (at & 7)
      if (white) bits[row + (at >> 3)]! |= bit
      else bits[row + (at >> 3)]! &= ~bit
    }
  }
}

/** Makes the rows below a row the same as it. */
export function repeatRow(canvas: Canvas, y: number, times: number): void {
  const { rowBytes, bits } = canvas
  for (let i = 1; i <= times; i++) bits.copyWithin((y + i) * rowBytes, y * rowBytes, (y + 1) * rowBytes)
}

const deflated = promisify(deflate)

/** The smallest PNG there is: grey, one bit, no filter, no palette (PNG specification, third edition, §11.2). */
export async function toPng(canvas: Canvas): Promise<Buffer> {
  const { width, height, rowBytes, bits } = canvas
  const rows = Buffer.alloc((rowBytes + 1) * height)
  for (let y = 0; y < height; y++) rows.set(bits.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1)

  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const pixels = await deflated(rows, { level: 9 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(typed.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(typed, 4)
  framed.writeUInt32BE(crc32(typed), typed.length + 4)
  return framed
}
