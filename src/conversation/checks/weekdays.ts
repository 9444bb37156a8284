import { WEEKDAYS } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'

const WORDS = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'chu nhat']
const EVERY = 127
const WORKING = 31
const WEEKEND = 96

const WHOLE: readonly (readonly [RegExp, number])[] = [
  [/^(?:hang ngay|moi ngay|ngay nao cung (?:di|duoc)|ca tuan|tat ca)$/, EVERY],
  [/^(?:ngay thuong|ngay lam viec|trong tuan)$/, WORKING],
  [/^cuoi tuan$/, WEEKEND],
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

/** On which days of the week. The value is a bit for each, Monday the lowest. */
export const weekdays: Check = {
  name: 'weekdays',
  title: 'Các thứ trong tuần',
  personal: false,
  free: false,
  takes: 'days of the week',
  hint: `Ghi các ngày trong tuần. ${EXAMPLE}`,
  check(text) {
    const typed = fold(text.replace(/[;+&]/g, ','))
      .replace(/^(?:da |toi |tui |em |con )+|^(?:chi )?di (?=\S)|(?: (?:a|nha|nhe|thoi))+$/g, '')
      .replace(/ (?:hang|moi) tuan$/, '')
      .replace(/^(?:vao |cac ngay |cac |ngay (?=thu |t\d))/, '')
      .trim()
    if (/ngay (?:chan|le)(?: |$)/.test(typed))
      return refused(`Tôi chưa hiểu ngày chẵn, ngày lẻ là thứ mấy. Ông/bà ghi theo thứ trong tuần giúp. ${EXAMPLE}`)
    const whole = WHOLE.find(([pattern]) => pattern.test(typed))?.[1]
    const days = whole ?? readDays(text.replace(SAID_AROUND, ''))
    if (days === undefined || days === 0) return refused(`Tôi chưa hiểu đó là những ngày nào. ${EXAMPLE}`)
    const shown = days === EVERY ? 'mọi ngày trong tuần' : WEEKDAYS.filter((_, i) => (days >> i) & 1).join(', ')
    return accepted(String(days), shown)
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
  const list = bare.test(plain) ? plain.replace(/ (?:va |thu |t(?=\d))?/g, ' va ') : listOf(text)
  return daysIn(list)
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
