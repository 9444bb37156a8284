import type { VietnamDay } from '../kernel/clock.ts'

/** `H12.99-300501-0001`: unit, day of filing as yymmdd, sequence of at least four digits (QĐ 20/2020/QĐ-TTg). */
export function renderDossierCode(unit: string, day: VietnamDay, sequence: number): string {
  return `${unit}-${day.slice(2).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`
}

/** With whom a dossier of this code was filed, and when; units have written the year with two digits and with four. */
export function partsOfCode(code: string): { unit: string; day: VietnamDay } {
  const [unit = '', digits = ''] = code.split('-')
  const day = digits.padStart(8, '20')
  return { unit, day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` }
}

/** No 0/O, 1/I/L: people read these four characters aloud and copy them by hand. */
const SECRET_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** The look-up secret printed on the receipt, from four random bytes. */
export const toLookupSecret = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 4), (byte) => SECRET_ALPHABET[byte % SECRET_ALPHABET.length]).join('')
