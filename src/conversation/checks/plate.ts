import { fold } from '../../kernel/text.ts'
import { WITHOUT_PLATE } from '../words/lexicon/without-plate.ts'
import { findPhrase, isMeantWord, writtenOut } from '../words/shorthand.ts'
import { accepted, refused, type Check, type Reading } from './check.ts'

const EXAMPLE = 'Ví dụ: 69A-123.45 (ô tô) hoặc 69-B1 234.56 (xe máy).'
const CAR_SERIES = /^(?:[A-Z]|LD|NG|NN|QT|KT|RM|MD|HC|CD)$/
const BIKE_SERIES = /^[A-Z][A-Z\d]$/

/** Red plates of the army: two letters of the unit and four digits, no province. */
const ARMY = /^([ABHKPQT][A-Z])(\d{2})(\d{2})$/

const dotted = (digits: string): string => (digits.length === 5 ? `${digits.slice(0, 3)}.${digits.slice(3)}` : digits)

const car = (province: string, series: string, digits: string): string => `${province}${series}-${dotted(digits)}`
const bike = (province: string, series: string, digits: string): string => `${province}-${series} ${dotted(digits)}`

/** Codes that no province has, letters that stand in no series. */
const UNUSED = /^(?:10|13|4[2456]|9[16])|^\d\d-?[A-Z]?[IJOQW]/

/** What no plate bears is refused or asked back, so that it stands on no permit unseen. */
function weighed(reading: Reading): Reading {
  if (reading.ok === false) return reading
  if (/[ -](?:000\.00|0000|00-00)$/.test(reading.value))
    return refused(`Không có biển số toàn số 0. Ông/bà xem lại giúp. ${EXAMPLE}`)
  return reading.ok === true && UNUSED.test(reading.value)
    ? {
        ...reading,
        ok: 'unsure',
        shown: reading.value,
        because: 'Biển số này ít thấy. Ông/bà xem lại giúp, tôi đọc là:',
      }
    : reading
}

function readPlate(text: string): Reading {
  const typed = fold(text)
    .toUpperCase()
    .replace(/^(?:XE MAY|XE HOI|XE TAI|O TO|XE|BIEN SO|BIEN (?:XANH|VANG|TRANG|DO)|BSX|BS|BKS)(?= |(?=\d))/g, '')
    .replace(/^ *(?:BIEN SO|SO)/, '')
    .replace(/(?<=\d)(?: (?:NHA|NHE|NGHEN|DO|EM|E|A))+$/, '')
    .trim()
  if (/\d (?:VA|VOI|HOAC) \d/.test(typed)) return refused(`Ông/bà ghi một biển số thôi. ${EXAMPLE}`)
  if (!/\d\d/.test(typed))
    return refused(
      `Tôi chưa thấy biển số. Đi xe của người khác, ghe tàu, hoặc xe chưa có biển thì ông/bà bấm “Bỏ qua”. ${EXAMPLE}`,
    )
  const compact = typed.replace(/[^A-Z\d]/g, '')
  const army = ARMY.exec(compact)
  if (army) return accepted(`${army[1]}-${army[2]}-${army[3]}`)
  const parts = /^([1-9]\d)([A-Z][A-Z\d]?)(\d{4,5})$/.exec(compact)
  if (!parts || compact.length > 9) return refused(`Biển số này chưa đúng. ${EXAMPLE}`)
  const province = parts[1] ?? ''
  const isBikeOnly = /^\d\d[A-Z]\d\d{5}$/.test(compact)
  const asBike = /^(\d\d)([A-Z]\d)(\d{4,5})$/.exec(compact)
  const asCar = /^(\d\d)([A-Z]{1,2})(\d{4,5})$/.exec(compact)

  if (asBike && isBikeOnly) return accepted(bike(province, asBike[2] ?? '', asBike[3] ?? ''))
  if (asBike && asCar) {
    // `69B12345`: the same signs are a car's B 123.45 and a motorbike's B1 2345; a gap after the series tells.
    const shownCar = car(province, asCar[2] ?? '', asCar[3] ?? '')
    const shownBike = bike(province, asBike[2] ?? '', asBike[3] ?? '')
    if (/^\d\d[ -]?[A-Z]\d[ .-]+\d{4}$/.test(typed)) return accepted(shownBike)
    if (/^\d\d[A-Z][ .-]+\d/.test(typed) || /\d{3}[ .]\d\d$/.test(typed)) return accepted(shownCar)
    return {
      ok: 'unsure',
      value: shownCar,
      shown: shownCar,
      because: 'Biển số này có thể đọc hai cách.',
      otherwise: { value: shownBike, shown: shownBike },
    }
  }
  if (!asCar) return refused(`Biển số này chưa đúng. ${EXAMPLE}`)
  const series = asCar[2] ?? ''
  if (CAR_SERIES.test(series)) return accepted(car(province, series, asCar[3] ?? ''))
  return BIKE_SERIES.test(series)
    ? accepted(bike(province, series, asCar[3] ?? ''))
    : refused(`Biển số này chưa đúng. ${EXAMPLE}`)
}

const withoutPlate = WITHOUT_PLATE.map(writtenOut)

/** By boat, on foot, with a coach: no number stands in the message, and none is theirs to tell. */
function saysNone(text: string): boolean {
  if (/\d{3}/.test(text) || text.length > 100) return false
  const words = writtenOut(text)
  return withoutPlate.some((phrase) => findPhrase(words, phrase, 0, isMeantWord) >= 0)
}

/** Car `69A-123.45`, motorbike `69-B1 234.56`, army `TM-12-34`; older ones have four digits. */
export const plate: Check = {
  name: 'plate',
  title: 'Biển số xe',
  personal: false,
  free: false,
  takes: 'plate',
  hint: `Ghi biển số xe như trên biển. ${EXAMPLE}`,
  check: (text) => weighed(readPlate(text)),
  saysNone,
  good: [
    '69A-123.45',
    '69b1 23456',
    '69B1-234.56',
    '69-B1.23456',
    'xe 69c-12345',
    'xe 69B1-234.56 nha',
    '69-AA 123.45',
    '69A-1234',
    '94-B1 2345',
    '69LD-123.45',
    'TM-12-34',
    '80A-123.45',
  ],
  bad: [
    '69c12345',
    '123',
    'A12345',
    '69A-12',
    '69A-000.00',
    '69-B1 0000',
    '09A-123.45',
    '10A-123.45',
    '69I-123.45',
    '69W1-123.45',
    'đi bộ',
    '',
  ],
}
