import { numbersAt } from './said-number.ts'
import { type Found, isPhrase, phraseAt, phrasesOf, type TimeWord } from './time-words.ts'

/** An hour as it was said: whether before noon or after is told by the part of the day, where one is said. */
export interface SaidClock {
  hour: number
  minute: number
  /** By whose half of the day the hour is counted: AM, PM. */
  half?: 'am' | 'pm'
  /** "6-7h": or this one. */
  orHour?: number
  /** Written "07:00", "19h": no other half of the day is meant. */
  isWritten?: true
}

export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'evening' | 'night' | 'late'

const DAY_PARTS = phrasesOf<DayPart>([
  [
    'dawn',
    'sáng sớm, rạng sáng, mờ sáng, tờ mờ sáng, hừng sáng, hửng sáng, tảng sáng, hừng đông, gần sáng, sớm, gà gáy, bình minh, tinh mơ, sáng tinh mơ, mờ mờ sáng',
  ],
  ['morning', 'sáng, buổi sáng, ban sáng, hồi sáng'],
  ['noon', 'trưa, buổi trưa, ban trưa, đứng bóng, xế trưa'],
  ['afternoon', 'chiều, buổi chiều, ban chiều, !xế, xế chiều'],
  [
    'dusk',
    'chạng vạng, chạng vạng tối, nhá nhem, nhá nhem tối, hoàng hôn, chiều tối, xẩm tối, chập tối, sụp tối, trời tối',
  ],
  ['evening', 'tối, buổi tối, ban tối'],
  ['night', 'đêm, ban đêm, buổi đêm'],
  ['late', 'khuya, giữa khuya, đêm khuya, khuya khoắt'],
])
/** Behind a number, of a day. */
const OF_DAY = /^(?:thang|thg|th|t|[/.-]|tay|ngay|hom|bua)$/

export const dayPartAt = (words: readonly TimeWord[], at: number): Found<DayPart> | undefined => {
  const found = phraseAt(DAY_PARTS, words, at)
  if (!found) return undefined
  // "3 gio chieu toi 18h": until then.
  const isUntil =
    words[found.next - 1]?.marked === 'toi' &&
    found.next > at + 1 &&
    (clockAt(words, found.next) || /^\d/.test(words[found.next]?.plain ?? '')) &&
    !OF_DAY.test(words[found.next + 1]?.plain ?? '')
  if (isUntil) return { is: words[at]?.plain === 'chieu' ? 'afternoon' : found.is, next: found.next - 1 }
  // "Sớm mai" is the morning, "sớm nhất" is how soon.
  const isSoon = words[at]?.plain === 'som' && !/^m(?:ai|oi)$/.test(words[found.next]?.plain ?? '')
  return isSoon ? undefined : found
}

/** When a part of the day begins, minutes after midnight. */
export const PART_BEGINS: Readonly<Record<DayPart, number>> = {
  dawn: 6 * 60,
  morning: 6 * 60,
  noon: 11 * 60,
  afternoon: 13 * 60,
  dusk: 18 * 60,
  evening: 18 * 60,
  night: 20 * 60,
  late: 22 * 60,
}

const NAMED = phrasesOf<number>([
  [24, 'nửa đêm, midnight, giữa đêm'],
  [12, 'giữa trưa, đúng ngọ, giờ ngọ, noon, đứng bóng'],
])
const HOUR_SIGNS = new Set(['h', 'g', 'gio', 'giờ', 'giò'])
const LESS = new Set(['kem', 'thieu'])
const HALVES: Readonly<Record<string, 'am' | 'pm'>> = { am: 'am', sa: 'am', pm: 'pm', ch: 'pm' }
/** What a number is told to be no hour by, behind "rưỡi". */
const OF_HALF = /^(?:trieu|tr|ty|ti|tieng|thang|nam|ngay|nghin|ngan|tram|tuan|gio|to|ky|kg|m|cong|chi|dong|k)$/

function halfAt(words: readonly TimeWord[], at: number): Found<'am' | 'pm'> | undefined {
  const word = words[at]
  if (word && HALVES[word.marked]) return { is: HALVES[word.marked] ?? 'am', next: at + 1 }
  const isSpelled =
    (word?.plain === 'a' || word?.plain === 'p') && words[at + 1]?.plain === '.' && words[at + 2]?.plain === 'm'
  if (!isSpelled) return undefined
  return { is: word.plain === 'a' ? 'am' : 'pm', next: words[at + 3]?.plain === '.' ? at + 4 : at + 3 }
}

function afterPhut(words: readonly TimeWord[], at: number): number {
  return /^(?:phut|ph|p)$/.test(words[at]?.plain ?? '') ? at + 1 : at
}

/** What follows the hour: "30", "rưỡi", "kém 15", "mười lăm phút". Less than the hour is negative. */
function minutesAt(words: readonly TimeWord[], at: number): Found<number> {
  const word = words[at]
  if (isPhrase(words, at, ['rưỡi'])) return { is: 30, next: at + 1 }
  if (isPhrase(words, at, ['đúng'])) return { is: 0, next: at + 1 }
  const isLess = word !== undefined && LESS.has(word.plain)
  const from = isLess ? at + 1 : at
  const [number] = numbersAt(words, from)
  if (number === undefined) return { is: 0, next: at }
  const next = afterPhut(words, number.next)
  if (isLess) return { is: -number.is, next }
  const isFigure = /^\d/.test(words[from]?.plain ?? '')
  const isTogether = isFigure && words[from]?.from === words[from - 1]?.to
  const behind = words[number.next]?.plain ?? ''
  // "6h 24/11", "6 giờ 22 tháng 11": no minutes.
  const isSign = /^[.-]$/.test(behind)
  const isDate = isSign
    ? words[number.next]?.from === words[from]?.to && /^\d/.test(words[number.next + 1]?.plain ?? '')
    : OF_DATE.test(behind)
  if (behind === '/' || (!isTogether && next === number.next && isDate)) return { is: 0, next: at }
  const isTold =
    next > number.next ||
    (isFigure
      ? words[from]?.plain.length === 2
      : number.is >= 10 || (words[from]?.plain === 'nam' && ENDS.test(behind)))
  return isTold ? { is: number.is, next } : { is: 0, next: at }
}

/** Behind it a single "năm" is five minutes. */
const ENDS = /^(?:|sang|trua|chieu|toi|dem|khuya)$/
/** What tells the number before it to be of a date, or of something that is counted. */
const OF_DATE = /^(?:thang|thg|th|t|tay|duong|am|al|ngay|nguoi|ban|to|tieng|gio|h|g)$/

/** An hour less some minutes is those of the hour before. */
function clockOf(hour: number, minutes: number, half: 'am' | 'pm' | undefined, isWritten: boolean): SaidClock {
  const at = hour * 60 + minutes
  const all = at < 0 ? at + (hour === 0 ? 24 : 12) * 60 : at
  return { hour: Math.floor(all / 60), minute: all % 60, ...(half && { half }), ...(isWritten && { isWritten: true }) }
}

/** An hour that begins at a place: "7h30", "4 rưỡi", "9 giờ kém 15", "bốn giờ", "7:30 PM", "nửa đêm". */
export function clockAt(words: readonly TimeWord[], at: number): Found<SaidClock> | undefined {
  const named = phraseAt(NAMED, words, at)
  if (named) return { is: { hour: named.is, minute: 0 }, next: named.next }
  const half = halfAt(words, at)
  if (half) {
    const behind = clockAt(words, half.next)
    if (behind && behind.is.half === undefined) return { is: { ...behind.is, half: half.is }, next: behind.next }
    const bare = words[half.next]
    return bare && /^\d{1,2}$/.test(bare.plain) && Number(bare.plain) <= 12
      ? { is: { hour: Number(bare.plain), minute: 0, half: half.is }, next: half.next + 1 }
      : undefined
  }
  if (words[at]?.marked === 'bây') return undefined
  const together = togetherAt(words, at)
  if (together) return together
  const before = words[at - 1]
  if (before !== undefined && /^[/.:]$/.test(before.plain) && before.to === words[at]?.from) return undefined
  for (const { is: hour, next } of numbersAt(words, at)) {
    const found = clockFrom(words, at, hour, next) ?? eitherHour(words, hour, next)
    if (found) return found
  }
  return undefined
}

/** Beside these four figures are an hour. */
const BESIDE_HOUR = /^(?:luc|sang|trua|chieu|toi|dem|khuya|mai|mot|moi|ngay|hom|bua|thu)$/

/** "0530 ngày mai", "chiều mai 1730": a clock without its sign. What may be a year is none. */
function togetherAt(words: readonly TimeWord[], at: number): Found<SaidClock> | undefined {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(words[at]?.plain ?? '') ?? []
  const isBeside = [words[at - 1], words[at + 1]].some((it) => BESIDE_HOUR.test(it?.plain ?? ''))
  if (hour === '' || /^(?:19|20)$/.test(hour) || !isBeside) return undefined
  return { is: { hour: Number(hour), minute: Number(minute), isWritten: true }, next: at + 1 }
}

/** "6-7h", "5, 6 giờ", "năm hay sáu giờ": one of two hours that follow one another. */
function eitherHour(words: readonly TimeWord[], hour: number, next: number): Found<SaidClock> | undefined {
  const sign = words[next]
  const from = sign && (/^[-–,]$/.test(sign.plain) || /^(?:hay|hoac)$/.test(sign.plain)) ? next + 1 : next
  const [second] = numbersAt(words, from)
  if (second?.is !== hour + 1 || !HOUR_SIGNS.has(words[second.next]?.marked ?? '')) return undefined
  return { is: { hour, minute: 0, orHour: hour + 1 }, next: second.next + 1 }
}

function clockFrom(words: readonly TimeWord[], at: number, hour: number, next: number): Found<SaidClock> | undefined {
  const sign = words[next]
  if (sign === undefined) return undefined
  const isFigure = /^\d/.test(words[at]?.plain ?? '')
  if (sign.plain === ':' || (/^[.,]$/.test(sign.plain) && halfAt(words, next + 2))) {
    if (!isFigure || !/^\d{2}$/.test(words[next + 1]?.plain ?? '')) return undefined
    const isSeconds = words[next + 2]?.plain === ':' && /^\d{2}$/.test(words[next + 3]?.plain ?? '')
    const end = isSeconds ? next + 4 : next + 2
    const half = halfAt(words, end)
    return found(hour, Number(words[next + 1]?.plain), half?.next ?? end, half?.is)
  }
  if (isFigure && isPhrase(words, next, ['o', 'clock'])) return found(hour, 0, next + 2)
  if (HOUR_SIGNS.has(sign.marked) && (isFigure || sign.plain === 'gio')) {
    const colon = words[next + 1]?.plain === ':' ? next + 2 : next + 1
    const minutes = minutesAt(words, colon)
    const half = halfAt(words, minutes.next)
    return found(hour, minutes.is, half?.next ?? minutes.next, half?.is)
  }
  const half = isFigure ? halfAt(words, next) : undefined
  if (half && hour <= 12 && (sign.from === words[next - 1]?.to || sign.plain !== 'a'))
    return found(hour, 0, half.next, half.is)
  if (isPhrase(words, next, ['rưỡi']) && hour <= 12 && hour > 0 && !OF_HALF.test(words[next + 1]?.plain ?? ''))
    return found(hour, 30, next + 1)
  return undefined

  function found(hour: number, minutes: number, next: number, half?: 'am' | 'pm'): Found<SaidClock> {
    // "7h75" is no hour.
    if (minutes > 59) return { is: { hour: 99, minute: 0 }, next }
    return { is: clockOf(hour, minutes, half, hour > 12 || /^0/.test(words[at]?.plain ?? '')), next }
  }
}

/** Minutes after midnight of the day that is spoken of, 0–1440; two where nobody can know which, undefined where there is no such hour. */
export function minutesOf(clock: SaidClock, part: DayPart | undefined): number[] {
  const { hour, minute, half, orHour } = clock
  if (orHour !== undefined) return [hour, orHour].flatMap((it) => minutesOf({ hour: it, minute }, part))
  const at = (of: number) => of * 60 + minute
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return []
  if (half) return hour > 12 ? (half === 'pm' ? [at(hour)] : []) : [at((hour % 12) + (half === 'pm' ? 12 : 0))]
  if (hour > 12) return [at(hour)]
  switch (part) {
    case 'afternoon':
      return [hour === 12 ? at(12) : at(hour + 12)]
    case 'dusk':
    case 'evening':
      return hour === 12 ? (minute === 0 ? [at(24)] : []) : hour < 4 ? [at(hour)] : [at(hour + 12)]
    case 'noon':
      return [hour < 4 ? at(hour + 12) : at(hour)]
    case 'night':
    case 'late':
      return hour === 12 ? (minute === 0 ? [at(24)] : [minute]) : [hour > 5 ? at(hour + 12) : at(hour)]
    case 'dawn':
    case 'morning':
      return hour === 12 ? [minute, at(12)] : [at(hour)]
    case undefined:
      return [at(hour)]
  }
}
