/** Decimal digits needed for a group of 0..7 bytes. All differ, so the length of a text tells the length of its bytes. */
const DIGITS_FOR = [0, 3, 5, 8, 10, 13, 15, 17]
const GROUP = 7

/** Longest text looked at. A permit takes about 370, at the very most 671; more is refused before it costs anything. */
export const MAX_DIGITS = 680

/** Bytes as decimal digits, seven bytes to seventeen: in a QR code 1.4 % longer than the bytes themselves (qr §0). */
export function toDigits(bytes: Uint8Array): string {
  let digits = ''
  for (let at = 0; at < bytes.length; at += GROUP) {
    const group = bytes.subarray(at, at + GROUP)
    let value = 0n
    for (const byte of group) value = (value << 8n) | BigInt(byte)
    digits += String(value).padStart(DIGITS_FOR[group.length]!, '0')
  }
  return digits
}

/** The only bytes that give these digits, or undefined: every text has at most one reading, every reading one text. */
export function fromDigits(digits: string): Uint8Array | undefined {
  if (digits.length > MAX_DIGITS || !/^[0-9]*$/.test(digits)) return undefined
  const groups = Math.floor(digits.length / 17)
  const tail = DIGITS_FOR.indexOf(digits.length % 17)
  if (tail < 0) return undefined

  const bytes = new Uint8Array(groups * GROUP + tail)
  for (let group = 0; group * GROUP < bytes.length; group++) {
    const size = Math.min(GROUP, bytes.length - group * GROUP)
    let value = BigInt(digits.slice(group * 17, group * 17 + 17))
    for (let i = size - 1; i >= 0; i--) {
      bytes[group * GROUP + i] = Number(value & 255n)
      value >>= 8n
    }
    if (value > 0n) return undefined
  }
  return bytes
}
