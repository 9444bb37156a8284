import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import sharp, { type Sharp } from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** A thread of its own: decoding a picture takes longer than everything else the program does. */

/** More pixels than any telephone's camera; a picture that claims more is an attack on the memory. */
const MOST_PIXELS = 50_000_000
const WIDEST = 2_560

// The package would load its module from the network otherwise.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const { buffer, byteOffset, byteLength } = await readFile(wasm)
const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength)
await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })

async function codesIn(picture: Sharp): Promise<string[]> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
  const image = { data: pixels, width: info.width, height: info.height, colorSpace: 'srgb' }
  const found = await readBarcodes(image as unknown as ImageData, { formats: ['QRCode'], tryHarder: true })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

/** The whole picture, then the corners where cards carry their code, at twice the size (measured in qr §4.3). */
async function read(bytes: Uint8Array): Promise<string[]> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'none', sequentialRead: true } as const
  const upright = await sharp(bytes, options)
    .rotate()
    .resize({ width: WIDEST, height: WIDEST, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = upright.info
  const picture = () => sharp(upright.data, { raw: { width, height, channels } })
  const whole = await codesIn(picture())
  if (whole.length > 0) return whole
  const [w, h] = [Math.ceil(width * 0.45), Math.ceil(height * 0.6)]
  for (const [left, top] of [
    [width - w, 0],
    [0, 0],
    [width - w, height - h],
    [0, height - h],
  ] as const) {
    const corner = () => picture().extract({ left, top, width: w, height: h })
    for (const enlarged of [corner(), corner().resize({ width: w * 2, kernel: 'cubic' })]) {
      const codes = await codesIn(enlarged)
      if (codes.length > 0) return codes
    }
  }
  return []
}

/** Only now is time counted: whoever starts the thread pays for that, not the first picture. */
parentPort?.postMessage({ isReady: true })

parentPort?.on('message', ({ id, bytes }: { id: number; bytes: Uint8Array }) => {
  read(bytes).then(
    (codes) => parentPort?.postMessage({ id, codes }),
    // Expected: bytes that are no picture, or one that is too large. Neither holds a card.
    () => parentPort?.postMessage({ id, codes: [] }),
  )
})
