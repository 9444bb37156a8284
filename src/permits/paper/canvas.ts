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
  const end = x + width
  for (let byte = x >> 3; byte << 3 < end; byte++) {
    // The bits of this byte from x on and before the end.
    const mask = (0xff >> Math.max(0, x - (byte << 3))) & (0xff << Math.max(0, ((byte + 1) << 3) - end))
    for (let row = y; row < y + height; row++) {
      const at = row * rowBytes + byte
      if (white) bits[at]! |= mask
      else bits[at]! &= ~mask
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
export async function toPng(canvas: Canvas, { dense = false } = {}): Promise<Buffer> {
  const { width, height, rowBytes, bits } = canvas
  const rows = Buffer.alloc((rowBytes + 1) * height)
  for (let y = 0; y < height; y++) rows.set(bits.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1)

  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  // Level 9 saves fifty bytes more and takes six times as long.
  const pixels = await deflated(rows, { level: dense ? 9 : 6 })
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
