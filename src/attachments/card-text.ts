import type { Card } from '../conversation/words/events.ts'
import { fold, tidy } from '../kernel/text.ts'

/**
 * Reads the text of an identity card's QR code (qr §4.1): number | former number or nothing | name | birth day ddmmyyyy |
 * Nam or Nữ | address | day of issue, and on cards since July 2024 more fields behind. What a card leaves out or writes in
 * a way nobody knows is absent and will be asked. Undefined for anything else, such as a health-insurance card, whose
 * first field is not twelve digits.
 */
export function parseCardText(text: string): Card | undefined {
  if (text.length > 1_000) return undefined
  const fields = text.split('|').map(tidy)
  const [spacedNumber = '', , said = '', born = '', sex = '', address = ''] = fields
  const number = spacedNumber.replace(/[ .]/g, '')
  const name = /\d/.test(said) ? '' : said
  if (fields.length < 7 || !/^\d{12}$/.test(number)) return undefined
  const [birthDate, knownSex] = [readBirthDay(born), readSex(sex)]
  // Twelve digits alone may be anything; a person is somebody of whom something is said.
  if (name === '' && birthDate === undefined && knownSex === undefined) return undefined
  return {
    number,
    ...(name !== '' && { name }),
    ...(birthDate !== undefined && { birthDate }),
    ...(knownSex !== undefined && { sex: knownSex }),
    ...(address !== '' && { address }),
  }
}

/** A day of the calendar. A year alone, as for people whose day nobody wrote down (`00001950`), is no day. */
function readBirthDay(born: string): string | undefined {
  const [, day, month, year] =
    /^(\d{1,2})[/. -]+(\d{1,2})[/. -]+(\d{4})$/.exec(
      born.replace(/^(\d{4})([/. -])(\d{1,2})\2(\d{1,2})$/, '$4/$3/$1'),
    ) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(born) ??
    []
  if (!day || !month || !year) return undefined
  const birthDate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${birthDate}T00:00:00Z`)
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== birthDate ? undefined : birthDate
}

const SEXES: ReadonlyMap<string, 'nam' | 'nu'> = new Map([
  ['nam', 'nam'],
  ['nu', 'nu'],
  ['male', 'nam'],
  ['female', 'nu'],
])

const readSex = (sex: string): Card['sex'] => SEXES.get(fold(sex))
