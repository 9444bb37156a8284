import { toVietnamDay } from '../../kernel/clock.ts'
import { tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { toDay } from './calendar.ts'
import { province } from '../../province/province.ts'

const EXAMPLE = `Ví dụ: ${province.centre.code}-260105-0001.`

/** The older order puts the lowest unit first, `000.00.12.H12`; this is the same unit the newer way, `H12.12`. */
function toTopFirst(unit: string): string {
  const groups = unit.split('.')
  if (!/^[A-Z]/.test(groups.at(-1) ?? '') || groups.length < 2) return unit
  return [groups.at(-1), ...groups.slice(0, -1).reverse()].filter((group) => !/^0+$/.test(group ?? '')).join('.')
}

const asDigits = (text: string): string => text.replace(/O/g, '0').replace(/[IL|]/g, '1')

/** Codes copied without their signs, or with others. What changes here was guessed. */
const withSeparators = (given: string): string =>
  given
    .replace(/\s*([.-])\s*/g, '$1')
    // "H 04", "HO4": the letter and the digits of the top unit.
    .replace(
      /(?<![\dA-Z])([GH])\s?([\dO]{2})(?=[\s.\-_/\dO])/,
      (_, top: string, group: string) => top + asDigits(group),
    )
    .replace(/(?<![\dA-Z])([\dO]{3})[-.\s]([\dO]{2})[-.\s]([\dO]{2})[-.\s](?=[A-Z][\dOIL]{2}[-\s])/, '$1.$2.$3.')
    .replace(/(?<=[A-Z]\d{2}(?:\.\d{2,3})*)[.](\d{8}|\d{6})[.](?=\d{1,7}(?!\d))/, '-$1-')
    .replace(/(?<![\dA-Z])([A-Z]\d{2})(\d{2})[-\s]?(\d{6})[-\s]?(\d{4})(?!\d)/, '$1.$2-$3-$4')
    .replace(/(?<=[A-Z]\d{2}(?:\.\d{2,3})*-)(\d{6})(\d{4})(?!\d)/, '$1-$2')
    .replace(/(?<![\dA-Z.])(12\.\d{2}(?:\.\d{3})?-\d{6}-)(?=\d)/, 'H$1')

/**
 * Every generation of dossier codes still printed on receipts (domain §2.1). Separators may be any dash, space, slash or
 * underscore; the letters O, I and l stand for digits where digits belong. What had to be guessed is asked back.
 */
export const dossierCode: Check = {
  name: 'dossierCode',
  title: 'Mã hồ sơ',
  personal: false,
  free: false,
  takes: 'dossier code',
  hint: `Ghi mã hồ sơ in trên giấy tiếp nhận. ${EXAMPLE}`,
  check(text, { now }) {
    const given = tidy(text).toUpperCase()
    const separated = withSeparators(given)
    const typed = separated.replace(/[‐-―−_/\s]+/g, '-').replace(/^(?:MÃ|MA|HỒ|HO|SƠ|SO|HS|-)+(?=-)-/, '')
    // Spaces instead of the dots of the unit, `h12 99 300501 1`.
    const dotted = typed.replace(
      /([A-Z][\dOIL]{2})((?:-[\dOIL]{2,3}){1,4})(?=-[\dOIL]{6}(?:[\dOIL]{2})?-)/,
      (_, top: string, groups: string) => top + groups.replaceAll('-', '.'),
    )
    const match =
      /((?:[\dOIL]{3}\.[\dOIL]{2}\.[\dOIL]{2}\.[A-Z][\dOIL]{2})|(?:[A-Z][\dOIL]{2}(?:\.[\dOIL]{1,3}){0,4}))-?([\dOIL]{8}|[\dOIL]{6})-([\dOIL]{1,7})(?![\dA-Z])/.exec(
        dotted,
      )
    if (!match && !/\d/.test(given))
      return refused(
        `Mã hồ sơ in trên giấy tiếp nhận, hoặc trong tin nhắn lúc nộp. Không có mã thì ông/bà nhắn “hỏi cán bộ”. ${EXAMPLE}`,
      )
    if (!match) return refused(`Mã hồ sơ chưa đúng. ${EXAMPLE}`)
    const [, rawUnit = '', rawDay = '', rawSequence = ''] = match
    const unit = rawUnit
      .split('.')
      .map((group) =>
        /^[A-Z]/.test(group) && !/^[OIL\d]+$/.test(group)
          ? group.charAt(0) + asDigits(group.slice(1))
          : asDigits(group),
      )
    const dayDigits = asDigits(rawDay)
    const day = dayDigits.length === 8 ? readDay(dayDigits) : readDay(`20${dayDigits}`)
    if (day === undefined) return refused(`Phần ngày trong mã (${dayDigits}) chưa đúng. ${EXAMPLE}`)
    if (day > toVietnamDay(now))
      return refused(`Mã này có ngày chưa tới (${dayDigits}). Ông/bà xem lại giúp. ${EXAMPLE}`)
    const padded = unit.map((group, i) => (i > 0 && group.length === 1 ? `0${group}` : group)).join('.')
    const code = `${toTopFirst(padded)}-${dayDigits}-${asDigits(rawSequence).padStart(4, '0')}`
    const isPlain =
      separated === given &&
      dotted === typed &&
      asDigits(rawSequence).length >= 4 &&
      padded === rawUnit &&
      rawDay === dayDigits &&
      rawSequence === asDigits(rawSequence)
    return isPlain ? accepted(code) : { ok: 'unsure', value: code, shown: code, because: 'Tôi hiểu mã hồ sơ là:' }
  },
  good: [
    'H12.99-300501-0001',
    'h12.99-300501-0001',
    'H12.20 261118 0042',
    'H12.99.017–300430–0001',
    '000.00.12.H12-210915-0042',
    'G09.20-20260609-0092637',
    'H12.20-261118-0042 tới đâu rồi',
  ],
  bad: [
    'H12.20 261118 42',
    'h12 99 300501 1',
    'H12 99 017 300430 0001',
    'H12.35.7-261118-0042',
    'H12.2O-261118-OO42',
    'HO4 01 240115 0001',
    'h 04.01 - 240115 - 0001',
    '000 01 04 H04 240115 0001',
    'H12.99-301301-0001',
    'H12.99-300601-0001',
    '12345',
    'không có',
    '',
  ],
}

const readDay = (digits: string): string | undefined =>
  toDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))

/** Four characters of the receipt; letters that look like digits are not used in it. */
export const lookupSecret: Check = {
  name: 'lookupSecret',
  title: 'Mã tra cứu 4 chữ và số',
  personal: false,
  free: false,
  takes: 'secret',
  hint: 'Ghi mã tra cứu gồm 4 chữ và số trên giấy tiếp nhận. Ví dụ: 7KX2.',
  check(text) {
    const typed = tidy(text)
      .toUpperCase()
      .replace(/[^A-Z\d]/g, '')
    if (/^[A-Z\d]{4}$/.test(typed)) return accepted(typed)
    // "Mã là 7KX2 á": the one word that is no word.
    const [only, ...more] = text.toUpperCase().match(/(?<![\p{L}\d])(?=[A-Z\d]*\d)[A-Z\d]{4}(?![\p{L}\d])/gu) ?? []
    return only !== undefined && more.length === 0
      ? accepted(only)
      : refused('Mã tra cứu gồm 4 chữ và số. Ví dụ: 7KX2.')
  },
  good: ['7KX2', '7kx2', ' 7K-X2 '],
  bad: ['7KX', '7KX22', 'không có', ''],
}
