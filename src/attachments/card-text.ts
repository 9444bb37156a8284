import type { Card } from '../conversation/events.ts'
import { tidy } from '../kernel/text.ts'

/**
 * Reads the text of an identity card's QR code (qr §4.1): number | former number or nothing | name | birth day ddmmyyyy |
 * Nam or Nữ | address | day of issue, and on cards since July 2024 more fields behind. Undefined for anything else, such as
 * a health-insurance card, whose first field is not twelve digits.
 */
export function parseCardText(text: string): Card | undefined {
  if (text.length > 1_000) return undefined
  const fields = text.split('|').map(tidy)
  const [number = '', , name = '', born = '', sex = '', address = ''] = fields
  const day = /^(\d{2})(\d{2})(\d{4})$/.exec(born)
  if (fields.length < 7 || !/^\d{12}$/.test(number) || !day || name === '') return undefined
  const birthDate = `${day[3]}-${day[2]}-${day[1]}`
  const real = new Date(`${birthDate}T00:00:00Z`)
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== birthDate) return undefined
  if (sex !== 'Nam' && sex !== 'Nữ') return undefined
  return { number, name, birthDate, sex: sex === 'Nam' ? 'nam' : 'nu', address }
}
