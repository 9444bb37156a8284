import jsQrModule from 'jsqr'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawPermit } from '../../src/permits/paper/picture.ts'
import { permitUrl } from '../../src/permits/paper/qr.ts'
import { FIXED_DIGITS } from './fixed-code.ts'
import { samplePermit } from './sample.ts'
import { scan } from './scan.ts'

const HOST = 'https://gdd.example.vn'
const permit = await samplePermit({ digits: FIXED_DIGITS })
const picture = await drawPermit(permit, HOST)
const wanted = permitUrl(HOST, permit.digits)

/** The package is CommonJS and says otherwise in its types. */
const jsQr = ('default' in jsQrModule ? jsQrModule.default : jsQrModule) as unknown as (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null

async function scanWithJsQr(image: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

const fresh = (): Sharp => sharp(picture).flatten({ background: '#fff' }).toColourspace('srgb')

/** Grain of a sensor, the same every time. */
async function noisy(image: Sharp, strength: number): Promise<Buffer> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let state = 7
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    data[i] = Math.max(0, Math.min(255, data[i]! + ((state >>> 16) / 65_536 - 0.5) * 2 * strength))
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png()
    .toBuffer()
}

/** A thumb over a tenth of the code, away from the corners that a reader looks for first. */
async function covered(): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  const side = Math.round(Math.sqrt(0.1) * width * 0.86)
  const thumb = { create: { width: side, height: side, channels: 3 as const, background: '#b98' } }
  const place = { left: Math.round(width * 0.45), top: Math.round(height * 0.5) }
  return fresh()
    .composite([{ input: await sharp(thumb).png().toBuffer(), ...place }])
    .png()
    .toBuffer()
}

/** Each as a phone may have it. */
const photos: [string, () => Promise<Buffer>][] = [
  ['as it was sent', () => fresh().png().toBuffer()],
  ['blurred', () => fresh().blur(3).png().toBuffer()],
  ['grainy', () => noisy(fresh(), 70)],
  ['dark', () => fresh().linear(0.25, 6).png().toBuffer()],
  ['dark and grainy', () => noisy(fresh().linear(0.25, 10), 18)],
  ['tilted by 17°', () => fresh().rotate(17, { background: '#888' }).png().toBuffer()],
  ['upside down', () => fresh().rotate(180).png().toBuffer()],
  ['as JPEG 30', () => fresh().jpeg({ quality: 30 }).toBuffer()],
  ['with a tenth covered', covered],
  [
    'with the code 150 pixels wide in the frame of a camera',
    () =>
      fresh()
        .resize({ width: 150 })
        .extend({ top: 120, bottom: 120, left: 245, right: 245, background: '#999' })
        .png()
        .toBuffer(),
  ],
  [
    'small, tilted, dark and as JPEG 30',
    async () =>
      sharp(await fresh().resize({ width: 330 }).rotate(9, { background: '#555' }).png().toBuffer())
        .linear(0.45, 8)
        .jpeg({ quality: 30 })
        .toBuffer(),
  ],
]

describe('a photo of a permit', () => {
  it.each(photos)('is read by both decoders %s', async (_case, take) => {
    const photo = await take()
    expect((await scan(photo)).map(({ text }) => text)).toEqual([wanted])
    expect(await scanWithJsQr(photo), 'the second decoder').toBe(wanted)
  })
})
