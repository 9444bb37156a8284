import { readFileSync } from 'node:fs'
import sharp from 'sharp'

/** The specimen card of the simulator; its code can be read. */
export const cardPhoto = readFileSync(new URL('../../src/simulator/browser/the-mau.jpg', import.meta.url))

/** Grey, with no code in it; each shade is another file. */
export const plainPhoto = (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .png()
    .toBuffer()

export const emptyPdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
