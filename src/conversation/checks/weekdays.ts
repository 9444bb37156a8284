import { WEEKDAYS } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check, type Reading } from './check.ts'

const WORDS = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'chu nhat']
const EVERY = 127
const WORKING = 31
const WEEKEND = 96

const WHOLE: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:hang ngay|moi ngay|ngay nao cung|moi bua|bua nao cung (?:di|duoc)|ngay nao cung (?:di|duoc)|ca tuan|tat ca)$/,
    EVERY,
  ],
  [/^(?:ngay thuong|ngay lam viec|trong tuan)$/, WORKING],
  [/^(?:(?:hai |2 )?ngay )?cuoi tuan$/, WEEKEND],
]

/** Said around the days. */
const SAID_AROUND =
  /^(?:dạ[\s,]+|(?:tôi|tui|em|con|toi)\s+)*(?:(?:chỉ|chi)\s+)?(?:(?:đi|di)\s+)?(?=\S)|(?:\s+(?:ạ|nha|nhé|thôi|thoi|nhe|a))+$/giu

const EXAMPLE = 'Ví dụ: thứ 2, thứ 4, thứ 6; hoặc thứ 2 đến thứ 6.'

/** Monday 0 … Sunday 6; undefined for what is no day of the week. */
function dayOf(word: string): number | undefined {
  const bare = word.replace(/^(?:thu(?= |\d)|t(?=\d)) ?/, '').trim()
  if (bare === 'cn' || bare === 'chu nhat' || bare === '8') return 6
  if (/^[2-7]$/.test(bare)) return Number(bare) - 2
  const named = WORDS.indexOf(bare)
  return named >= 0 ? named : undefined
}

const shownOf = (days: number): string =>
  days === EVERY ? 'mọi ngày trong tuần' : WEEKDAYS.filter((_, i) => (days >> i) & 1).join(', ')

const bits = (days: readonly number[]): number => days.reduce((all, day) => all | (1 << day), 0)

/** "246": days written together; too short to be anything else, and yet it is asked. */
const RUN = /^(?=\d{3,6}$)2?3?4?5?6?7?8?$/
const eitherRun = (run: string): Reading => {
  const days = bits([...run].map((digit) => Number(digit) - 2))
  return { ok: 'unsure', value: String(days), shown: shownOf(days), because: 'Tôi hiểu là các ngày:' }
}

/** "2-6" may be from Monday to Friday, or these two days. */
const TWO = /^([2-7]) ?- ?([3-8])$/
function spanOrTwo(from: number, to: number): Reading {
  if (to <= from) return refused(`Tôi chưa hiểu đó là những ngày nào. ${EXAMPLE}`)
  const span = bits(Array.from({ length: to - from + 1 }, (_, i) => from + i))
  const two = bits([from, to])
  const otherwise = { value: String(two), shown: shownOf(two) }
  return to === from + 1
    ? accepted(otherwise.value, otherwise.shown)
    : { ok: 'unsure', value: String(span), shown: shownOf(span), because: 'Câu này có thể hiểu hai cách:', otherwise }
}

/** "T2 đến t6 nghỉ t4": some days, and of these some not. */
function withoutDaysOff(typed: string): number | undefined {
  const [, of, off] = /^(.+?) (?:nghi|tru|ngoai tru|khong di|ko di) (?:ra )?(.+?)(?: ra)?$/.exec(typed) ?? []
  const [all, free] = [of, off].map((it) => (it === undefined ? undefined : readDays(it)))
  return all === undefined || free === undefined ? undefined : all & ~free || undefined
}

/** "Sáng thứ 4", "chiều chiều thứ 6": the part of a day before it is another question's. */
const withoutParts = (text: string): string =>
  text.replace(
    /(?<!\p{L})(?:(?:buổi|buoi|mỗi|moi|cứ|cu) )*(?:sáng|sang|trưa|trua|chiều|chieu|tối(?= (?:thứ|chủ|cn|t\d))) (?=(?:thứ|thu|t\d|chủ|chu|chúa|chua|cn))/giu,
    '',
  )

/** On which days of the week. The value is a bit for each, Monday the lowest. */
export const weekdays: Check = {
  name: 'weekdays',
  title: 'Các thứ trong tuần',
  personal: false,
  free: false,
  takes: 'days of the week',
  hint: `Ghi các ngày trong tuần. ${EXAMPLE}`,
  check(given) {
    const text = withoutParts(
      given.replace(/nhựt|nhut/giu, 'nhật').replace(/(?<![\p{L}\d])(?:vs|vơi|cùng|cung|n)(?![\p{L}\d])/giu, 'và'),
    )
    const typed = fold(text.replace(/[;+&]/g, ','))
      .replace(/^(?:da |toi |tui |em |con )+|^(?:chi )?di (?=\S)|(?: (?:a|nha|nhe|thoi))+$/g, '')
      .replace(/ (?:hang|moi) tuan$/, '')
      .replace(/^(?:vao |cac ngay |cac |ngay (?=thu |t\d))/, '')
      .trim()
    if (/ngay (?:chan|le)(?: |$)/.test(typed))
      return refused(`Tôi chưa hiểu ngày chẵn, ngày lẻ là thứ mấy. Ông/bà ghi theo thứ trong tuần giúp. ${EXAMPLE}`)
    if (
      /(?:^| )(?:cach (?:ngay|bua|1 ngay|mot ngay)|bua (?:di|co) bua|ngay (?:di|co) ngay|(?:ngay|bua|khi|luc) nao (?:ranh|can|khoe|co)|tuy (?:bua|ngay|luc)|luc co luc)(?: |$)/.test(
        typed,
      )
    )
      return refused(
        `Giấy cần ghi rõ thứ trong tuần, vì chốt chỉ cho qua những ngày đã ghi. Ông/bà đi mấy thứ nào? ${EXAMPLE}`,
      )
    const run = RUN.exec(typed)
    if (run) return eitherRun(run[0])
    const left = withoutDaysOff(typed)
    if (left !== undefined)
      return { ok: 'unsure', value: String(left), shown: shownOf(left), because: 'Tôi hiểu là các ngày:' }
    const two = TWO.exec(typed)
    if (two) return spanOrTwo(Number(two[1]) - 2, Number(two[2]) - 2)
    const whole = WHOLE.find(([pattern]) => pattern.test(typed))?.[1]
    const days = whole ?? readDays(text.replace(SAID_AROUND, ''))
    if (days === undefined || days === 0) return refused(`Tôi chưa hiểu đó là những ngày nào. ${EXAMPLE}`)
    return accepted(String(days), shownOf(days))
  },
  good: [
    'thứ 2, thứ 4, thứ 6',
    'thứ 2 đến thứ 6',
    '2,4,6',
    't3 t5 t7',
    'thứ hai và thứ tư',
    'cuối tuần',
    'hằng ngày',
    'chủ nhật',
    'thứ 2 - thứ 6',
    'ngày thường',
    'thứ 3 và thứ 5 hằng tuần',
    'thứ Bảy, Chủ nhật',
    'mọi ngày trong tuần',
    'thứ 2 4 6',
    'hai tư sáu',
    'trừ chủ nhật ra',
    'đi thứ 3 5 7 thôi',
  ],
  bad: ['ngày chẵn', 'thứ 9', 'sáng', '', 'thứ 6 đến thứ 2'],
}

/** "Trừ chủ nhật ra": all days but these. */
const ALL_BUT = /^(?:ngay nao cung (?:di|duoc) )?(?:tru|ngoai tru|khong di|ko di|nghi) (.+?)(?: ra)?$/

function readDays(text: string): number | undefined {
  const but = ALL_BUT.exec(fold(text))?.[1]
  const left = but === undefined ? undefined : readDays(but)
  if (left !== undefined) return EVERY & ~left
  // "Thứ 2 4 6", "hai tư sáu": only the first of them is called a day.
  const bare = /^(?:[2-8]|cn|hai|ba|tu|nam|sau|bay)(?: (?:va |thu |t)?(?:[2-8]|cn|hai|ba|tu|nam|sau|bay)){1,6}$/
  const plain = fold(text).replace(/^(?:thu|t|ngay thu) ?/, '')
  if (bare.test(plain)) return daysIn(plain.replace(/ (?:va |thu |t(?=\d))?/g, ' va '))
  // Three and more with dashes between them are a list: "2-4-6".
  const isList = (text.match(/[-–—]/g)?.length ?? 0) > 1
  return daysIn(listOf(isList ? text.replace(/[-–—]/g, ', ') : text))
}

const listOf = (text: string): string =>
  fold(text.replace(/[,;+&/.]|(?<!\p{L})(?:với|voi)(?!\p{L})/giu, ' va ').replace(/[-–—]/g, ' den '))
    .replace(/ (?:hang|moi) tuan$/, '')
    .replace(/^(?:vao |cac ngay |cac )/, '')
    .replace(/\bmoi ngay trong tuan\b/, 'thu 2 den chu nhat')
    .replace(/\b(?:thu|t) ?(?=[2-8]|hai|ba|tu|nam|sau|bay)/g, ' va thu ')
    .replace(/\bchu nhat\b|\bcn\b/g, ' va cn ')

function daysIn(list: string): number | undefined {
  const words = list
    .split(/\b(va|den|toi)\b/)
    .map((word) => word.trim())
    .filter(Boolean)
  let days = 0
  let last: number | undefined
  let isRange = false
  for (const word of words) {
    if (word === 'va') continue
    if (word === 'den' || word === 'toi') {
      if (last === undefined) return undefined
      isRange = true
      continue
    }
    for (const part of word.startsWith('thu') || word === 'cn' ? [word] : word.split(/[ ]+/)) {
      const day = dayOf(part)
      if (day === undefined || (isRange && day <= last!)) return undefined
      for (let each = isRange ? last! : day; each <= day; each++) days |= 1 << each
      last = day
      isRange = false
    }
  }
  return isRange ? undefined : days
}
