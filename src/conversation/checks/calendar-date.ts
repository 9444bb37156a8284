import { renderDay, toVietnamDay } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check, type Reading } from './check.ts'
import { describeClash } from './citizen-number.ts'
import { soundsLunar } from './lunar-day.ts'
import { inOurOrder, withDigits, yearOf } from './spelled-date.ts'
import { readSpokenNumber } from './spoken-number.ts'
import { toDay } from './vietnam-time.ts'
import { readWholeDay } from './whole-day.ts'
import { readZodiacYear, type ZodiacYear } from './zodiac-year.ts'

const EXAMPLE = 'Ví dụ: 05/03/1990. Nếu chỉ nhớ năm, ghi: 1990.'

/** A person may be up to 120 years old; two digits name the latest year that is not in the future. */
function fullYear(text: string, thisYear: number): number {
  const year = Number(text)
  if (text.length === 4) return year
  return 2000 + year > thisYear ? 1900 + year : 2000 + year
}

const isPossible = (year: number, thisYear: number): boolean => year <= thisYear && year >= thisYear - 120

function partial(year: number, month: string | undefined, thisYear: number): Reading {
  if (!isPossible(year, thisYear) || (month !== undefined && (Number(month) < 1 || Number(month) > 12)))
    return refused(`Năm sinh này chưa đúng. ${EXAMPLE}`)
  const mm = month?.padStart(2, '0')
  return accepted(mm ? `${year}-${mm}` : String(year), mm ? `${mm}/${year}` : String(year))
}

/** A birth date of which older papers may know only the year: `1990`, `1990-03` or `1990-03-05`. */
export const birthDate: Check = {
  name: 'birthDate',
  title: 'Ngày sinh',
  personal: true,
  free: false,
  takes: 'day',
  hint: `Ghi ngày, tháng, năm sinh theo giấy tờ. ${EXAMPLE}`,
  check(text, context) {
    const reading = readBirth(text, context.now)
    const number = context.answers['citizenNumber']?.value
    if (reading.ok !== true || number === undefined) return reading
    const clash = describeClash(number, { ...context.answers, birthDate: reading })
    return clash === undefined ? reading : { ...reading, ok: 'unsure', because: clash }
  },
  good: [
    '05/03/1990',
    '5-3-1990',
    '5.3.1990',
    '05031990',
    'ngày 5 tháng 3 năm 1990',
    '3/1990',
    '1990',
    'sn 1950',
    'không rõ ngày, 3/1990',
  ],
  bad: ['5/3/90', '90', '2k1', '31/02/1990', '1/6/2031', 'mùng 3 tết', '1850', 'không nhớ', ''],
}

/** "Dạ em sinh ngày 5/3/1990 ạ": said around a date. */
const withoutPoliteness = (folded: string): string =>
  folded
    .replace(/^(?:da )?(?:(?:toi|tui|em|con|chau|minh) )?(?=(?:sinh|sn|ngay|nam|thang) ?|\d)/, '')
    .replace(/ (?:a|nha|nhe|nghen)(?: (?:em|anh|chi))?$/, '')

/** "Khoảng 1950", "1950 không nhớ ngày": who knows no more than about when. */
const ABOUT =
  /^(?:sinh )?(?:khoang|chung|tam|co|hinh nhu|chac|nghe noi|about|around)(?: (?:khoang|chung|la|sinh))?(?: nam)? (\d{4})(?: gi do)?$|^(?:sinh )?(?:nam )?(\d{4})(?: thoi)?,? (?:(?:toi |tui |em )?(?:khong|ko|k|hong|quen) (?:nho|ro|biet|co|con nho)?(?: (?:ngay|thang|ngay thang|ro))?|khoang|gi do|chung do)(?: (?:ngay|thang|ngay thang|sinh|ro))*$/

/** "88 tuổi", "bà bảy mươi tám tuổi", "19t", "17t8m": how old somebody is, whoever is said to be. */
function readAge(folded: string): number | undefined {
  const said =
    /^(?:\S+ ){0,4}?(\d{1,3}|(?:\S+ )?muoi(?: \S+)?) ?(?:tuoi|t)(?: ?\d{1,2} ?(?:thang|m))?(?: (?:roi|a|nha|hon|may))*$/.exec(
      folded,
    )?.[1]
  if (said === undefined) return undefined
  const age = /^\d/.test(said) ? Number(said) : readSpokenNumber(said)
  return age !== undefined && age > 0 && age <= 120 ? age : undefined
}

/** Who is 88 was born in one of two years: it depends on whether the birthday has been. */
function askAge(age: number, thisYear: number): Reading {
  const [value, earlier] = [String(thisYear - age), String(thisYear - age - 1)]
  const because = `Người ${age} tuổi sinh năm nào, ông/bà chọn giúp, hoặc ghi ngày sinh trên giấy tờ:`
  return { ok: 'unsure', value, shown: value, because, otherwise: { value: earlier, shown: earlier } }
}

function readBirth(text: string, now: number): Reading {
  const today = toVietnamDay(now)
  const thisYear = Number(today.slice(0, 4))
  const typed = withDigits(
    withoutPoliteness(
      fold(inOurOrder(text).replace(/(\d)\s*[.]\s*(?=\d)/g, '$1/')).replace(
        /^(?:khong|ko|k) (?:ro|nho|biet|co) ngay(?: (?:va )?thang)?(?: sinh)? (?=.*\d)(?:(?:chi )?(?:nho|biet) )?/,
        '',
      ),
    ),
  )
  if (soundsLunar(typed)) {
    const lunar = readWholeDay(text, now, 'past')
    return lunar === undefined || lunar === 'impossible' || lunar.day > today
      ? refused(`Tôi chưa đổi được ngày âm lịch này. Ông/bà ghi ngày dương lịch như trên giấy tờ. ${EXAMPLE}`)
      : doubt(accepted(lunar.day, renderDay(lunar.day)), lunar.doubt)
  }
  const age = readAge(typed)
  if (age !== undefined) return askAge(age, thisYear)
  const zodiac = readZodiacYear(typed, thisYear)
  if (zodiac) return askZodiac(zodiac)
  const said = /^(?:(?:sinh )?nam(?: sinh)?|sinh) (?!\d)(.+)$/.exec(typed)?.[1]
  const saidYear = said === undefined ? undefined : yearOf(said)
  if (saidYear !== undefined)
    return doubt(partial(fullYear(String(saidYear), thisYear), undefined, thisYear), 'Tôi hiểu năm sinh là:')
  const year = /^(?:sinh nam|nam sinh|sinh|sn|nam)? ?(\d{4}|\d{2}|2k\d{1,2})$/.exec(typed)?.[1]
  if (year !== undefined) {
    const full = year.startsWith('2k') ? 2000 + Number(year.slice(2)) : fullYear(year, thisYear)
    const reading = partial(full, undefined, thisYear)
    return year.length === 4 && !year.startsWith('2k') ? reading : doubt(reading)
  }
  const about = ABOUT.exec(typed)?.slice(1).find(Boolean)
  if (about !== undefined) return doubt(partial(Number(about), undefined, thisYear), 'Tôi ghi năm sinh là:')
  const month = /^(?:thang )?(\d{1,2}) ?(?:\/|-| nam | ) ?(\d{4})$/.exec(typed)
  if (month) return partial(Number(month[2]), month[1], thisYear)
  const whole =
    /^(?:sinh )?(?:ngay )?(\d{1,2}) ?(?:\/|-| thang ) ?(\d{1,2}) ?(?:\/|-| nam | ) ?(\d{4}|\d{2})$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (!whole) return refused(`Tôi chưa hiểu ngày này. ${EXAMPLE}`)
  const day = toDay(fullYear(whole[3] ?? '', thisYear), Number(whole[2]), Number(whole[1]))
  if (!day) return refused(`Ngày này không có trong lịch. ${EXAMPLE}`)
  if (day > today || !isPossible(Number(day.slice(0, 4)), thisYear))
    return refused(`Ngày sinh này chưa đúng. ${EXAMPLE}`)
  const reading = accepted(day, renderDay(day))
  return whole[3]?.length === 2 ? doubt(reading) : reading
}

function askZodiac(zodiac: ZodiacYear): Reading {
  const read = (year: number) => ({ value: String(year), shown: String(year) })
  if (zodiac.kind === 'animal')
    return refused(`Tuổi này có nhiều năm: ${zodiac.years.join(', ')}. Ông/bà ghi năm sinh giúp. ${EXAMPLE}`)
  const { year, before } = zodiac
  const because = 'Tên năm âm lịch cứ 60 năm lặp lại một lần, tôi hiểu là năm:'
  return { ok: 'unsure', ...read(year), because, ...(before === undefined ? {} : { otherwise: read(before) }) }
}

const doubt = (reading: Reading, because = 'Năm sinh ghi tắt, tôi hiểu là:'): Reading =>
  reading.ok === true ? { ...reading, ok: 'unsure', because } : reading

export const registrationYear: Check = {
  name: 'registrationYear',
  title: 'Năm đã đăng ký',
  personal: false,
  free: false,
  takes: 'year',
  hint: 'Ghi năm đã đăng ký, bốn chữ số. Ví dụ: 1990.',
  check(text, { now }) {
    const thisYear = Number(toVietnamDay(now).slice(0, 4))
    const typed =
      /^(?:(?:nam|hoi|khoang|chung|tam|co|hinh nhu|chac|dang ky|lam) )*(\d{4}|\d{2})(?: (?:gi do|a|do))?$/.exec(
        fold(text),
      )?.[1]
    if (typed === undefined) return refused('Ông/bà chỉ ghi năm, bốn chữ số. Ví dụ: 1990.')
    const year = fullYear(typed, thisYear)
    if (!isPossible(year, thisYear)) return refused(`Năm ${year} chưa đúng. Ông/bà ghi năm đã đăng ký. Ví dụ: 1990.`)
    const reading = accepted(String(year))
    return typed.length === 2
      ? { ...reading, ok: 'unsure', value: String(year), shown: String(year), because: 'Năm ghi tắt, tôi hiểu là:' }
      : reading
  },
  good: ['1990', 'năm 2015', '2030'],
  bad: ['90', '1850', '2031', 'lâu rồi', ''],
}
