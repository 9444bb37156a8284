import qrcode from 'qrcode'
import sharp from 'sharp'

export const CARD_TEXT = '096190012345||Nguyễn Thị Mẫu|05031990|Nữ|Ấp Mũi, xã Đất Mũi, tỉnh Cà Mau|01062021'

/** A photo of a made-up card: text and lines behind the code, tilted, a little blurred, compressed as a telephone does. */
export async function photographCard(
  text = CARD_TEXT,
  {
    width = 1_280,
    tilt = 3,
    blur = 0.8,
    margin = 2,
  }: { width?: number; tilt?: number; blur?: number; margin?: number } = {},
): Promise<Buffer> {
  const lines = Array.from(
    { length: 40 },
    (_, i) =>
      `<path d="M0 ${i * 17} q 128 ${40 - i} 256 0 t 256 0 t 256 0 t 256 0" fill="none" stroke="#6aa0b8" stroke-opacity=".4"/>`,
  )
  const bars = Array.from(
    { length: 7 },
    (_, i) => `<rect x="290" y="${230 + i * 52}" width="${520 - i * 37}" height="18" fill="#23424f"/>`,
  )
  const code = await qrcode.toBuffer(text, { errorCorrectionLevel: 'M', margin, width: 168 })
  const card = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1040" height="656"><rect width="1040" height="656" rx="34" fill="#d5e9f0"/>${lines.join('')}${bars.join('')}<rect x="52" y="250" width="200" height="270" fill="#9db4be"/></svg>`,
    ),
  )
    .composite([{ input: code, left: 830, top: 40 }])
    .png()
    .toBuffer()
  const tilted = await sharp(card).rotate(tilt, { background: '#b9a58c' }).toBuffer()
  return sharp(tilted)
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#b9a58c' })
    .resize({ width, kernel: 'cubic' })
    .blur(blur)
    .jpeg({ quality: 75 })
    .toBuffer()
}
