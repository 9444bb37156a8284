import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'

const NAMES = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']
const WORDS = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'chu nhat']
const EVERY = 127
const WORKING = 31
const WEEKEND = 96

const WHOLE: readonly (readonly [RegExp, number])[] = [
  [/^(?:hang ngay|moi ngay|ngay nao cung (?:di|duoc)|ca tuan|tat ca)$/, EVERY],
  [/^(?:ngay thuong|ngay lam viec|trong tuan)$/, WORKING],
  [/^cuoi tuan$/, WEEKEND],
]

const EXAMPLE = 'Ví dụ: thứ 2, thứ 4, thứ 6; hoặc thứ 2 đến thứ 6.'

/** Monday 0 … Sunday 6; undefined for what is no day of the week. */
function dayOf(word: string): number | undefined {
  const bare = word.replace(/^(?:thu|t) ?/, '').trim()
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
      .replace(/ (?:hang|moi) tuan$/, '')
      .replace(/^(?:vao |cac ngay |cac |ngay (?=thu |t\d))/, '')
      .trim()
    const whole = WHOLE.find(([pattern]) => pattern.test(typed))?.[1]
    const days = whole ?? readDays(text)
    if (days === undefined || days === 0) return refused(`Tôi chưa hiểu đó là những ngày nào. ${EXAMPLE}`)
    const shown = days === EVERY ? 'mọi ngày trong tuần' : NAMES.filter((_, i) => (days >> i) & 1).join(', ')
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
  ],
  bad: ['ngày chẵn', 'thứ 9', 'sáng', '', 'thứ 6 đến thứ 2'],
}

function readDays(text: string): number | undefined {
  const list = fold(text.replace(/[,;+&/.]/g, ' va ').replace(/[-–—]/g, ' den '))
    .replace(/ (?:hang|moi) tuan$/, '')
    .replace(/^(?:vao |cac ngay |cac )/, '')
    .replace(/\bmoi ngay trong tuan\b/, 'thu 2 den chu nhat')
    .replace(/\b(?:thu|t) ?(?=[2-8]|hai|ba|tu|nam|sau|bay)/g, ' va thu ')
    .replace(/\bchu nhat\b|\bcn\b/g, ' va cn ')
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
