// Draws the letters of Be Vietnam Pro into src/permits/paper/letters/be-vietnam-pro.bin, so that the program can write
// Vietnamese into a picture on a machine without fonts. Run by hand when a size or a character is added:
//   node scripts/make-letters.js        (needs chromium; CHROMIUM_PATH when it is not at /usr/bin/chromium)
// The file is raw deflate of: length of the header (4 bytes, big-endian), header as JSON, bitmaps. The header gives for
// each size its ascent and descent in pixels and, for each character, [advance, left, top, width, height, offset]: `left`
// and `top` from the pen on the baseline, `offset` into the bitmaps, whose rows are padded to whole bytes, 1 = ink.
import { readFileSync, writeFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const SIZES = {
  small: { pixels: 18, weight: 700 },
  large: { pixels: 17, weight: 700, only: ' -.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ' },
}

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
const vowels = 'aăâeêioôơuưy'
const marked = [...vowels].flatMap((vowel) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((m) => vowel + m),
)
const small = [...marked, 'đ', 'ñ', 'č', 'ĕ', 'ĭ', 'ŏ', 'ŭ'].map((letter) => letter.normalize('NFC')).join('')
const characters = [...new Set(ascii + small + small.toUpperCase() + '–’•·…')].sort()

const source = new URL('../node_modules/@fontsource/be-vietnam-pro/', import.meta.url)
const faces = [600, 700].flatMap((weight) =>
  ['latin', 'latin-ext', 'vietnamese'].map((subset) => ({
    weight,
    subset,
    woff2: readFileSync(new URL(`files/be-vietnam-pro-${subset}-${weight}-normal.woff2`, source)).toString('base64'),
  })),
)

/** Runs in the browser: one list of glyphs, ink packed into rows of whole bytes. */
async function draw({ faces, pixels, weight, characters }) {
  for (const face of faces.filter((each) => each.weight === weight)) {
    const font = new FontFace(face.subset, `url(data:font/woff2;base64,${face.woff2})`, { weight: String(weight) })
    document.fonts.add(await font.load())
  }
  const canvas = new OffscreenCanvas(pixels * 2, pixels * 2)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const origin = { x: Math.round(pixels / 2), y: Math.round(pixels * 1.4) }

  return characters.map((character) => {
    pen.clearRect(0, 0, canvas.width, canvas.height)
    pen.font = `${weight} ${pixels}px vietnamese, latin, latin-ext`
    pen.fillText(character, origin.x, origin.y)
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    const inked = (x, y) => data[(y * canvas.width + x) * 4 + 3] >= 128

    const box = { left: canvas.width, right: -1, top: canvas.height, bottom: -1 }
    for (let y = 0; y < canvas.height; y++) {
      for (let x = 0; x < canvas.width; x++) {
        if (!inked(x, y)) continue
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x)
        box.top = Math.min(box.top, y)
        box.bottom = Math.max(box.bottom, y)
      }
    }
    const width = Math.max(0, box.right - box.left + 1)
    const height = Math.max(0, box.bottom - box.top + 1)
    const rowBytes = Math.ceil(width / 8)
    const bitmap = new Array(rowBytes * height).fill(0)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (inked(box.left + x, box.top + y)) bitmap[y * rowBytes + (x >> 3)] |= 128 >> (x & 7)
      }
    }
    const advance = Math.round(pen.measureText(character).width)
    const empty = width === 0
    return {
      advance,
      left: empty ? 0 : box.left - origin.x,
      top: empty ? 0 : origin.y - box.top,
      width,
      height,
      bitmap,
    }
  })
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
})
const page = await browser.newPage()
const header = {}
const bitmaps = []
for (const [name, { pixels, weight, only }] of Object.entries(SIZES)) {
  const wanted = only ? [...only] : characters
  const glyphs = await page.evaluate(draw, { faces, pixels, weight, characters: wanted })
  header[name] = {
    ascent: Math.max(...glyphs.map((glyph) => glyph.top)),
    descent: Math.max(...glyphs.map((glyph) => glyph.height - glyph.top)),
    glyphs: Object.fromEntries(
      glyphs.map(({ advance, left, top, width, height, bitmap }, i) => {
        const offset = bitmaps.length
        bitmaps.push(...bitmap)
        return [wanted[i], [advance, left, top, width, height, offset]]
      }),
    ),
  }
}
await browser.close()

const json = Buffer.from(JSON.stringify(header))
const length = Buffer.alloc(4)
length.writeUInt32BE(json.length)
const file = deflateRawSync(Buffer.concat([length, json, Buffer.from(bitmaps)]), { level: 9 })
writeFileSync(new URL('../src/permits/paper/letters/be-vietnam-pro.bin', import.meta.url), file)
console.log(`${characters.length} characters, ${bitmaps.length} bytes of ink, ${file.length} bytes in the file`)
