const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** Control characters except tab and newline, zero-width characters, bidirectional marks and overrides. */
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
/** More marks on one letter than any language writes. Putting a run of them in order takes time that grows with its square. */
const HEAP_OF_MARKS = /(\p{M}{8})\p{M}+/gu
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/** Latin and Vietnamese letters that are one already, the usual signs and pictures: nearly all that is ever typed. */
const COMPOSED = /^[\0-\u02FF\u1EA0-\u1EF9\u2010-\u2027\u2030-\u205E\uD83C-\uD83E\uDC00-\uDFFF]*$/
/** Of these what `tidy` leaves as it is. */
const TIDY = /^[\t\n -~\u00A1-\u00AC\u00AE-\u00CF\u00D1-\u00EF\u00F1-\u02FF\u1EA0-\u1EF9\u2010-\u2027\u2030-\u205E]*$/

/** Letters and marks as one, NFC, in time that grows with the length whatever was typed. */
export const composed = (text: string): string =>
  COMPOSED.test(text) ? text : text.replace(HEAP_OF_MARKS, '$1').normalize('NFC')

/**
 * What a person meant to type, fit to store and show: NFC, Eth (U+00D0) as Đ, full-width forms narrowed,
 * no control, zero-width or direction characters, no lone surrogates, no heaps of marks, plain spaces, trimmed.
 */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text.trim()
  const visible = text
    .replace(LONE_SURROGATE, '')
    .replace(INVISIBLE, '')
    .replace(ODD_SPACE, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  return composed(visible).replaceAll('Ð', 'Đ').replaceAll('ð', 'đ').trim()
}

/** The key for comparing what was typed: no marks, đ as d, lower case, single spaces. Never stored as an answer. */
export function fold(text: string): string {
  return tidy(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[\s.,;:!?'"()]+/g, ' ')
    .trim()
}

const plainUnits = new Map<string, string>()

/** As `fold`, one unit for each unit of the text and nothing moved: what is found here stands at the same place there. */
export const foldInPlace = (text: string): string => text.replace(/[^\0-\x40\x5B-\x7F]/g, plainUnit).toLowerCase()

function plainUnit(unit: string): string {
  const known = plainUnits.get(unit)
  if (known !== undefined) return known
  const base = unit
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/, 'd')
    .toLowerCase()
  const plain = base.length === 1 ? base : unit
  if (plainUnits.size < 2_000) plainUnits.set(unit, plain)
  return plain
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' })
/** Looked at beyond the cut, to see whether it falls inside a letter: an emoji of a family has 25 units. */
const LONGEST_LETTER = 64

/**
 * The longest beginning of at most `most` UTF-16 units that halves no letter as people see it: neither a pair of
 * surrogates nor an emoji of several parts nor a letter and its marks. Reads no further than the cut.
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  const near = text.slice(0, most + LONGEST_LETTER)
  const border = letters.segment(near).containing(most)?.index ?? most
  // A heap of marks on one letter may be longer than all the room there is.
  return border > 0 ? near.slice(0, border) : near.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

export const firstLetterOf = (text: string): string =>
  beginningOf(text, letters.segment(text.slice(0, LONGEST_LETTER)).containing(0)?.segment.length ?? 1)

/** At most `most` UTF-16 units, an ellipsis included where something was left out. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${beginningOf(text, most - 1).trimEnd()}…`

/** Shows only the ends of a number that identifies a person: `096••••••345`. */
export const mask = (digits: string): string =>
  digits.length <= 6 ? '•'.repeat(digits.length) : digits.slice(0, 3) + '•'.repeat(digits.length - 6) + digits.slice(-3)

/** `giấy đi đường` at the head of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The words and phrases of a list as it is written out in the code: with commas, over several lines. */
export const listed = (text: string): string[] => text.trim().split(/\s*,\s*/)
