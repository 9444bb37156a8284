import qrcode, { type BitMatrix } from 'qrcode'

/** The address that stands in the code. A scanner opens it; the page is served by `checkpoint/`. */
export const permitUrl = (publicUrl: string, digits: string): string => `${pathOf(publicUrl)}${digits}`

/** Lower-case scheme and host: several cameras take an upper-case address for plain text (qr §1.2). */
const pathOf = (publicUrl: string): string => `${new URL(publicUrl).href.replace(/\/$/, '')}/p/`

/**
 * The code with error correction M, without its quiet zone. Two segments are named here because whoever draws it could
 * otherwise choose one byte segment, and the code would grow by five versions.
 */
export function createQr(publicUrl: string, digits: string): BitMatrix {
  const { modules } = qrcode.create(
    [
      { mode: 'byte', data: new TextEncoder().encode(pathOf(publicUrl)) },
      { mode: 'numeric', data: digits },
    ],
    { errorCorrectionLevel: 'M' },
  )
  return modules
}

/** The address under which the app of a checkpoint signs itself in, for a phone's camera. */
export const createSignInQr = (address: string): BitMatrix =>
  qrcode.create(address, { errorCorrectionLevel: 'M' }).modules
