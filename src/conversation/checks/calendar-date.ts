import { renderDay, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import { fold, tidy } from '../../kernel/text.ts'
import { accepted, doubted, eitherOf, refused, type Check, type Reading } from './check.ts'
import { describeClash } from './citizen-number.ts'
import { onlyDateIn, yearOrMonthIn } from './said-birth.ts'
import { inOurOrder } from './spelled-date.ts'
import { readSpokenNumber } from './spoken-number.ts'
import { whyNoSuchDay } from './no-such-day.ts'
import { fullYear, isPossible } from './past-year.ts'
import { timeWords } from './time-words.ts'
import type { SaidDate } from './said-date.ts'
import { whichDay } from './which-day.ts'
import { readZodiacYear, type ZodiacYear } from './zodiac-year.ts'

const EXAMPLE = 'Ví dụ: 05/03/1990. Nếu chỉ nhớ năm, ghi: 1990.'

function partial(year: number, month: number | undefined, thisYear: number): Reading {
  if (!isPossible(year, thisYear) || (month !== undefined && (month < 1 || month > 12)))
    return refused(`Năm sinh này chưa đúng. ${EXAMPLE}`)
  const mm = month === undefined ? undefined : String(month).padStart(2, '0')
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
      /^(?:da )?(?:ba|ma|me|cha|tia|ong|chong|vo|anh|chi|co|no|be)(?: (?:toi|tui|em|no|ay|noi|ngoai))? (?=(?:sinh|sanh|sn|tuoi|cam tinh) )/,
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
    /^(?:\S+ ){0,3}?nay (?:\S+ ){0,2}?(\d{2,3}|(?:\S+ )?muoi(?: (?:mot|hai|ba|bon|tu|lam|nham|nam|sau|bay|tam|chin))?)(?: tuoi)?(?: (?:roi|a|nha|hon|do|em|co))*$/.exec(
      folded,
    )?.[1] ??
    /^(?:\S+ ){0,5}?(\d{1,3}|(?:\S+ )?muoi(?: (?:mot|hai|ba|bon|tu|lam|nham|nam|sau|bay|tam|chin))?) ?(?:tuoi|t)(?: ?\d{1,2} ?(?:thang|m))?(?: (?:ta|tay|roi|a|nha|hon|may|nay|nam nay|con|em|chu|bac))*$/.exec(
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

/** "Không nhớ ngày, chỉ nhớ năm 1988": what is not known is no answer. */
const withoutUnknown = (text: string): string =>
  text.replace(
    /^\s*(?:không|khong|ko|k|hông|hổng) (?:rõ|ro|nhớ|nho|biết|biet|có|co) (?:ngày|ngay)(?: (?:(?:và|va) )?(?:tháng|thang))?(?: (?:sinh|sanh))?[,\s]+(?=.*\d)(?:(?:chỉ|chi) )?(?:(?:nhớ|nho|biết|biet) )?/iu,
    '',
  )

/** A day as it was said, and the other that it may be. */
function birthOn(text: string, date: SaidDate, today: VietnamDay): Reading {
  if (date.year === undefined) return refused(`Ông/bà ghi thêm năm sinh giúp. ${EXAMPLE}`)
  const which = whichDay(date, today, 'past')
  if (which === undefined)
    return refused(
      `Tôi chưa đổi được ngày ${date.isLeap ? 'tháng nhuận' : 'âm lịch'} này. Ông/bà ghi ngày dương lịch như trên giấy tờ. ${EXAMPLE}`,
    )
  if (which === 'impossible') return refused(`${whyNoSuchDay(text) ?? 'Ngày này không có trong lịch.'} ${EXAMPLE}`)
  const judge = (day: VietnamDay): Reading =>
    day > today || !isPossible(Number(day.slice(0, 4)), Number(today.slice(0, 4)))
      ? refused(`Ngày sinh này chưa đúng. ${EXAMPLE}`)
      : accepted(day, renderDay(day))
  const { day, doubt: why, otherwise } = which
  return eitherOf([
    why === undefined ? judge(day) : doubted(judge(day), why),
    ...(otherwise === undefined ? [] : [doubted(judge(otherwise), 'Tôi hiểu là ngày:')]),
  ])
}

/** "Tuổi con rắn, 89", "năm bảy lăm, giải phóng đó": of several remarks the only one that tells. */
function readClause(text: string, now: number): Reading | undefined {
  const told = text
    .split(/[,;]\s*/)
    .slice(0, 4)
    .map((it) => readBirth(it, now))
    .filter((it) => it.ok !== false)
  const [only] = told
  return only && told.length === 1 ? doubted(only, 'Tôi hiểu là:') : undefined
}

function readBirth(text: string, now: number): Reading {
  const today = toVietnamDay(now)
  const thisYear = Number(today.slice(0, 4))
  const said = withoutUnknown(text)
  const words = timeWords(tidy(inOurOrder(said)))
  const date = onlyDateIn(words)
  if (date) return birthOn(said, date, today)
  const typed = withoutPoliteness(fold(said))
  if (/[,;]/.test(said)) {
    const clause = readClause(said, now)
    if (clause) return clause
  }
  const isCompared = COMPARED.test(typed)
  const age = isCompared ? undefined : readAge(typed)
  // By the age of the moon a child is one when it is born.
  if (age !== undefined) return askAge(age, /tuoi ta(?: |$)/.test(typed) ? thisYear + 1 : thisYear)
  const beside = /^(?:nam |tuoi |cam tinh )+(?:con )?[a-z]+(?: (?:sinh|sn))?(?: nam)? (\d{4}|\d{2})$/.exec(typed)?.[1]
  if (beside !== undefined)
    return doubted(partial(fullYear(beside, thisYear), undefined, thisYear), 'Tôi hiểu năm sinh là:')
  const zodiac = readZodiacYear(typed, thisYear)
  if (zodiac) return askZodiac(zodiac)
  const about = ABOUT.exec(typed)?.slice(1).find(Boolean)
  if (about !== undefined) return doubted(partial(Number(about), undefined, thisYear), 'Tôi ghi năm sinh là:')
  const known = yearOrMonthIn(words)
  if (known)
    return known.isSure
      ? partial(known.year, known.month, thisYear)
      : doubted(
          partial(fullYear(String(known.year).padStart(2, '0'), thisYear), known.month, thisYear),
          'Năm sinh ghi tắt, tôi hiểu là:',
        )
  const why = whyNoSuchDay(said) ?? NO_DATE.find(([pattern]) => pattern.test(typed))?.[1]
  return refused(`${why ?? 'Tôi chưa hiểu ngày này.'} ${EXAMPLE}`)
}

/** An age beside another's. */
const COMPARED =
  /(?:^| )(?:hon|thua|lon hon|nho hon|cung|bang|dong) (?:(?:tui|toi|em|con|chong|vo) )?(?:\d{1,2} )?tuoi(?: |$)/
/** Words about an age or a birth that tell no year: what would. */
const NO_DATE: readonly (readonly [RegExp, string])[] = [
  [
    /(?:muoi|chuc|\d) (?:may|ngoai|hon|may tuoi)(?: |$)|(?:^| )(?:ngoai|tren|gan|hon) \d{2}(?: |$)/,
    'Ông/bà xem giấy tờ rồi ghi năm sinh giúp.',
  ],
  [COMPARED, 'Ông/bà tính ra năm sinh của người đó rồi ghi giúp.'],
  [
    /^(?:khong|ko|k|hong|quen|chua) (?:nho|biet|ro|co)(?: |$)|^(?:(?:da|toi|tui|em|con) )*quen(?: |$)|(?:^| )(?:khong|hong) (?:nho|biet)$/,
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
