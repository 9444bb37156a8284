// Draws the icons of the checkpoint app: a gate, open, with a tick. Run by hand when the drawing changes.
import { join } from 'node:path'
import sharp from 'sharp'

const folder = join(import.meta.dirname, '../src/checkpoint/browser/icons')

/** `reach` is how much of the square the drawing takes; a maskable icon may be cut down to a circle. */
const drawing = (reach, corner) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <rect width="100" height="100" rx="${corner}" fill="#0b6b2e"/>
  <g transform="translate(50 50) scale(${reach}) translate(-50 -50)" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round">
    <path d="M14 84V24h72v60"/>
    <path d="M30 56l14 15 27-33" stroke-width="10"/>
  </g>
</svg>`

const icons = [
  ['icon-192.png', 192, drawing(0.82, 18)],
  ['icon-512.png', 512, drawing(0.82, 18)],
  ['icon-maskable-512.png', 512, drawing(0.6, 0)],
]
for (const [file, size, svg] of icons) {
  await sharp(Buffer.from(svg), { density: 600 }).resize(size, size).png({ palette: true }).toFile(join(folder, file))
}
