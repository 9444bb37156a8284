import type { BitMatrix } from 'qrcode'

/** Modules left white on each side of a code (ISO/IEC 18004). */
export const QUIET_ZONE = 4

/** The path of an SVG whose unit is a module, quiet zone included. */
export function qrPath(qr: BitMatrix): string {
  let path = ''
  for (let row = 0; row < qr.size; row++) {
    for (let column = 0; column < qr.size; column++) {
      if (!qr.get(row, column)) continue
      const begin = column
      while (column + 1 < qr.size && qr.get(row, column + 1)) column++
      path += `M${begin + QUIET_ZONE} ${row + QUIET_ZONE}h${column - begin + 1}v1h-${column - begin + 1}z`
    }
  }
  return path
}
