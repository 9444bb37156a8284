import { renderDay, toVietnamDay } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, eitherOf, refused, type Check, type Reading } from './check.ts'
import { describeClash } from './citizen-number.ts'
import { isOfLeapMonth, soundsLunar } from './lunar-day.ts'
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

/** Of two years sixty apart the one that the identity number tells too: its fourth digit is the century and the sex. */
function nearerTo(number: string | undefined, reading: Reading): Reading {
  if (reading.ok !== 'unsure' || !reading.otherwise || !/^\d{12}$/.test(number ?? '')) return reading
  const digits = number ?? ''
  const born = 1900 + Math.floor(Number(digits[3]) / 2) * 100 + Number(digits.slice(4, 6))
  const off = (value: string) => Math.abs(Number(value.slice(0, 4)) - born)
  const { otherwise, ...first } = reading
  if (off(first.value) > 30 && off(otherwise.value) < 30) return { ...first, ...otherwise }
  return off(otherwise.value) > 30 && off(first.value) < 30 ? first : reading
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
    const number = context.answers['citizenNumber']?.value
    const reading = nearerTo(number, readBirth(text, context.now))
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
    .replace(
      /^(?:ba|ma|me|cha|ong|chong|vo|anh|chi|no|be)(?: (?:toi|tui|em|no|ay|noi|ngoai))? (?=(?:sinh|sanh|sn) )/,
      '',
    )
    .replace(/^(?:sanh|sinh nhat(?: ngay)?|ngay sinh|nam sinh(?= \d{4}$)) /, 'sinh ')
    .replace(/ (?:a|nha|nhe|nghen)(?: (?:em|anh|chi))?$/, '')

/** "Khoảng 1950", "1950 không nhớ ngày": who knows no more than about when. */
const ABOUT =
  /^(?:sinh )?(?:khoang|chung|tam|co|hinh nhu|chac|nghe noi|about|around)(?: (?:khoang|chung|la|sinh))?(?: nam)? (\d{4})(?: gi do)?$|^(?:sinh )?(?:nam )?(\d{4})(?: thoi)?,? (?:(?:toi |tui |em )?(?:khong|ko|k|hong|quen) (?:nho|ro|biet|co|con nho)?(?: (?:ngay|thang|ngay thang|ro))?|khoang|gi do|chung do)(?: (?:ngay|thang|ngay thang|sinh|ro))*$/

/** "88 tuổi", "bà bảy mươi tám tuổi", "19t", "17t8m": how old somebody is, whoever is said to be. */
function readAge(folded: string): number | undefined {
  const said =
    /^nam nay (?:\S+ ){0,2}(\d{2})(?: tuoi)?$/.exec(folded)?.[1] ??
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
      ? refused(
          `Tôi chưa đổi được ngày ${isOfLeapMonth(typed) ? 'tháng nhuận' : 'âm lịch'} này. Ông/bà ghi ngày dương lịch như trên giấy tờ. ${EXAMPLE}`,
        )
      : doubt(accepted(lunar.day, renderDay(lunar.day)), lunar.doubt)
  }
  const age = readAge(typed)
  if (age !== undefined) return askAge(age, thisYear)
  const beside = /^tuoi (?:con )?[a-z]+ (?:sinh )?(?:nam )?(\d{4}|\d{2})$/.exec(typed)?.[1]
  if (beside !== undefined)
    return doubt(partial(fullYear(beside, thisYear), undefined, thisYear), 'Tôi hiểu năm sinh là:')
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
  const month = /^(?:sinh )?(?:thang )?(\d{1,2}) ?(?:\/|-| nam | ) ?(\d{4})$/.exec(typed)
  if (month) return partial(Number(month[2]), month[1], thisYear)
  const whole =
    /^(?:sinh )?(?:ngay )?(\d{1,2}) ?(?:\/|-| thang ) ?(\d{1,2}) ?(?:\/|-| nam | ) ?(\d{4}|\d{2})$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (!whole)
    return refused(`${NO_DATE.find(([pattern]) => pattern.test(typed))?.[1] ?? 'Tôi chưa hiểu ngày này.'} ${EXAMPLE}`)
  const day = toDay(fullYear(whole[3] ?? '', thisYear), Number(whole[2]), Number(whole[1]))
  if (!day) return refused(`Ngày này không có trong lịch. ${EXAMPLE}`)
  if (day > today || !isPossible(Number(day.slice(0, 4)), thisYear))
    return refused(`Ngày sinh này chưa đúng. ${EXAMPLE}`)
  const reading = accepted(day, renderDay(day))
  return whole[3]?.length === 2 ? doubt(reading) : reading
}

/** Words about an age or a birth that tell no year: what would. */
const NO_DATE: readonly (readonly [RegExp, string])[] = [
  [
    /(?:muoi|chuc|\d) (?:may|ngoai|hon|may tuoi)(?: |$)|(?:^| )(?:ngoai|tren|gan|hon) \d{2}(?: |$)/,
    'Ông/bà xem giấy tờ rồi ghi năm sinh giúp.',
  ],
  [
    /(?:^| )(?:hon|thua|lon hon|nho hon|cung|bang|dong) (?:(?:tui|toi|em|con|chong|vo) )?(?:\d{1,2} )?tuoi(?: |$)/,
    'Ông/bà tính ra năm sinh của người đó rồi ghi giúp.',
  ],
  [
    /^(?:khong|ko|k|hong|quen|chua) (?:nho|biet|ro|co)(?: |$)|(?:^| )(?:khong|hong) (?:nho|biet)$/,
    'Không nhớ ngày thì chỉ ghi năm sinh; không nhớ cả năm thì ghi năm gần đúng, cán bộ xem giúp.',
  ],
]

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

/** "Năm ngoái", "2 năm trước", "hồi giải phóng": a year told by its distance, or by what happened in it. */
function yearByDistance(folded: string, thisYear: number): number | undefined {
  if (/(?:^| )(?:nam ngoai|nam roi)(?: |$)/.test(folded)) return thisYear - 1
  if (/(?:^| )nam nay(?: |$)/.test(folded)) return thisYear
  if (/(?:^| )(?:giai phong|thong nhat)(?: |$)/.test(folded)) return 1975
  const [, words = ''] = /(?:^| )(\d{1,2}|\S+) nam (?:truoc|roi|ve truoc)(?: |$)/.exec(folded) ?? []
  const count = /^\d/.test(words) ? Number(words) : readSpokenNumber(words)
  return count === undefined || words === '' ? undefined : thisYear - count
}

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
    const [one, two] =
      /(?<!\d)(\d{4}|\d{2})(?:\s*[,/-]\s*|\s+(?:hay|hoặc|hoac)\s+)(\d{4}|\d{2})(?!\d)/iu.exec(text)?.slice(1) ?? []
    if (one !== undefined && two !== undefined)
      return eitherOf([judge(fullYear(one, thisYear)), judge(fullYear(two, thisYear))])
    const distant = typed === undefined ? yearByDistance(fold(text), thisYear) : undefined
    if (distant !== undefined) return doubt(judge(distant), 'Tôi hiểu là năm:')
    if (typed === undefined) return refused('Ông/bà chỉ ghi năm, bốn chữ số. Ví dụ: 1990.')
    const year = fullYear(typed, thisYear)
    return typed.length === 2 ? doubt(judge(year), 'Năm ghi tắt, tôi hiểu là:') : judge(year)

    function judge(year: number): Reading {
      return isPossible(year, thisYear)
        ? accepted(String(year))
        : refused(`Năm ${year} chưa đúng. Ông/bà ghi năm đã đăng ký. Ví dụ: 1990.`)
    }
  },
  good: ['1990', 'năm 2015', '2030'],
  bad: ['90', '1850', '2031', 'lâu rồi', ''],
}
