import { dossierCode } from '../conversation/checks/dossier-code.ts'
import { phone } from '../conversation/checks/phone.ts'
import { beginningOf, fold, tidy } from '../kernel/text.ts'
import { plateKey } from '../permits/grant/buckets.ts'
import { parseNumber } from '../permits/code/number.ts'

/**
 * What a dossier is found by. A word says of what kind it is and stands in one spelling, however it was typed: `name:an`,
 * `phone:0912345678`. Nothing is kept of it but a keyed hash (`storage/dossier-words.ts`).
 */
const KINDS = { name: 'name:', phone: 'phone:', id: 'id:', plate: 'plate:', code: 'code:', permit: 'permit:' } as const

/** Every one of these must be there, each in one of its readings. */
export type SearchWords = readonly (readonly string[])[]

/** Of one search. */
const MOST_WORDS = 12
/** Of what is typed, and of one word, in UTF-16 units. */
export const LONGEST_SEARCH = 200
const LONGEST_WORD = 40

/** So many last digits of a paper tell it well enough: `…2345`. */
const FEWEST_DIGITS = 4
/** A telephone number, an identity number: what has so many digits stands alone, whatever is typed beside it. */
const WHOLE_NUMBER = 9

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** The words of a name without marks; their order says nothing. */
export const nameWords = (name: string): string[] => plainWordsOf(name).map((word) => KINDS.name + word)

const plainWordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => beginningOf(word, LONGEST_WORD))

/** `+84 912…`, `0084 912…`, `84912…`, `0912…`: one number. */
export const phoneWords = (number: string): string[] => {
  const digits = digitsOf(number.replace(/\(0\)/g, ''))
    .replace(/^00/, '')
    .replace(/^84(?=\d{9}$)/, '0')
  return digits.length < FEWEST_DIGITS ? [] : [KINDS.phone + digits]
}

/** The whole number, and each of its ends. */
export const idWords = (number: string): string[] => {
  const digits = digitsOf(number)
  const ends = Math.max(0, digits.length - FEWEST_DIGITS + 1)
  return Array.from({ length: ends }, (_, i) => KINDS.id + digits.slice(i))
}

/** The whole plate, and the number on it alone, which is what people remember. */
export const plateWords = (plate: string): string[] => {
  const whole = bare(plate)
  const number = /\d{4,5}$/.exec(whole)?.[0]
  return [...(whole === '' ? [] : [KINDS.plate + whole]), ...(number === undefined ? [] : [KINDS.plate + number])]
}

const bare = (text: string): string => plateKey(fold(text))

/** Of `H12.99-300501-0001` the whole, the day of one agency, the number of a day, the day, the number. */
export const codeWords = (code: string): string[] => {
  const [unit = '', day = '', sequence = ''] = code.split('-')
  const parts = [bare(code), bare(unit) + day, day + sequence, day, sequence]
  return [...new Set(parts)].filter((part) => part !== '').map((part) => KINDS.code + part)
}

export const permitWord = (number: string): string => KINDS.permit + bare(number)

/** What somebody typed into the search, as words; none when there is nothing to look for in it. */
export function readSearch(typed: string): SearchWords {
  const parts = partsOf(beginningOf(tidy(typed), LONGEST_SEARCH))
  return parts
    .map(readingsOf)
    .filter((readings) => readings.length > 0)
    .slice(0, MOST_WORDS)
}

const hasDigit = (part: string): boolean => /\d/.test(part)

/** Names fall into their words; the pieces of one number, `69-B1 234.56`, come together again. */
function partsOf(text: string): string[] {
  const pieces = text.split(/[\s,;:]+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece) || /^[-–.+]$/.test(piece))
  const parts: string[] = []
  let number: string[] = []
  const close = () => {
    if (number.length > 0) parts.push(number.join(' '))
    number = []
  }
  for (const [i, piece] of pieces.entries()) {
    const isWhole = digitsOf(piece).length >= WHOLE_NUMBER
    // The two letters of `69 AA 123.45`.
    const isWithin = number.length > 0 && /^[A-ZĐ]{1,2}$/i.test(piece) && hasDigit(pieces[i + 1] ?? '')
    if (isWhole || !(hasDigit(piece) || isWithin || (number.length > 0 && !/\p{L}/u.test(piece)))) close()
    if (isWhole) {
      withoutLabel(parts)
      parts.push(piece)
    } else if (hasDigit(piece) || number.length > 0) {
      if (number.length === 0) withoutLabel(parts)
      number.push(piece)
    } else if (/\p{L}/u.test(piece)) parts.push(...piece.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== ''))
  }
  close()
  return parts
}

/** Said before a number, and no part of a name: the longest first. */
const LABELS = (
  'so dien thoai, dien thoai, so can cuoc, can cuoc cong dan, can cuoc, so giay, giay so, bien so xe, bien so, ma ho so, ho so, ' +
  'ma so, sdt, dt, cccd, cmnd, bks, bs, xe, so'
).split(', ')

/** Takes what only names the number away from the end of what came before it. */
function withoutLabel(parts: string[]): void {
  const said = parts.map(fold)
  const label = LABELS.map((it) => it.split(' ')).find(
    (words) => said.slice(-words.length).join(' ') === words.join(' '),
  )
  if (label) parts.splice(-label.length)
}

/** Whatever it may be: a word of a name where there is no digit, else every kind of number that it can be read as. */
function readingsOf(part: string): string[] {
  const permit = parseNumber(part)
  const permits = permit === undefined ? [] : [permitWord(permit)]
  if (!hasDigit(part)) return [...nameWords(part), ...permits]
  const whole = bare(part)
  const digits = digitsOf(part)
  const isDigits = digits === whole
  const phones = isDigits || part.includes('+') ? phonesIn(part) : []
  const ids = isDigits && digits.length >= FEWEST_DIGITS ? [KINDS.id + digits] : []
  return [...new Set([...permits, ...phones, ...ids, KINDS.plate + whole, ...codesIn(part, whole)])]
}

/** As it stands, and as a citizen's would be read: an old prefix, a missing nought. */
function phonesIn(part: string): string[] {
  const read = phone.check(part, NOTHING_KNOWN)
  return [...phoneWords(part), ...(read.ok === false ? [] : phoneWords(read.value))]
}

function codesIn(part: string, whole: string): string[] {
  const read = dossierCode.check(part, NOTHING_KNOWN)
  // The number of a day is written with four digits, and said without its noughts.
  const short = /^\d{1,3}$/.test(whole) ? [KINDS.code + whole.padStart(4, '0')] : []
  return [KINDS.code + whole, ...short, ...(read.ok === false ? [] : [KINDS.code + bare(read.value)])]
}

/** No code is too young to be looked for. */
const NOTHING_KNOWN = { now: Date.parse('9999-12-31'), answers: {} }
