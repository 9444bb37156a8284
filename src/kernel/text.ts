const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** Control characters except tab and newline, zero-width characters, bidirectional marks and overrides. */
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/**
 * What a person meant to type, fit to store and show: NFC, Eth (U+00D0) as Đ, full-width forms narrowed,
 * no control, zero-width or direction characters, no lone surrogates, plain spaces, trimmed.
 */
export function tidy(text: string): string {
  return text
    .replace(LONE_SURROGATE, '')
    .replace(INVISIBLE, '')
    .replace(ODD_SPACE, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .normalize('NFC')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .trim()
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

/** Shows only the ends of a number that identifies a person: `096••••••345`. */
export const mask = (digits: string): string =>
  digits.length <= 6 ? '•'.repeat(digits.length) : digits.slice(0, 3) + '•'.repeat(digits.length - 6) + digits.slice(-3)
