import { fold, tidy } from '../../kernel/text.ts'
import { refused, type Check, type Reading } from './check.ts'
import { clockAt, dayPartAt, type DayPart, minutesOf, type SaidClock } from './said-clock.ts'
import { numbersAt } from './said-number.ts'
import { dayAt } from './said-day.ts'
import { phraseAt, phrasesOf, type TimeWord, timeWords } from './time-words.ts'

const EXAMPLE = 'Ví dụ: 5h đến 9h30, hoặc 13h đến 17h.'

const HALF_HOUR = 30
const NOON = 12 * 60

const PART_OF_DAY = /(?:^| )(?:sang|trua|chieu|toi|dem|khuya|ca ngay|buoi)(?: |$)/
/** Nothing is to be bound to hours. */
const ANY_HOUR = /(?:^| )(?:gio|luc|khi) nao cung (?:di|duoc|dc|vay|mo)(?: |$)|(?:^| )khong (?:gioi han|ke) (?:gio|gi)/

const TO = phrasesOf([[true, 'đến, tới, cho đến, cho tới, den, toi, to, until, till']])
/** "5 giờ sáng đi trưa 12 giờ về": what is done at the one hour parts it from the other. */
const PARTS = phrasesOf([[true, 'đi, về, dìa, zìa, vìa, mở, mở cửa, bán, dọn, nghỉ, đóng, đóng cửa, dẹp']])

interface End {
  clock: SaidClock
  part?: DayPart
}

/** An hour, or a bare number where two words for a span make it one: "7.30", "6". */
function hourAt(words: readonly TimeWord[], at: number): { clock: SaidClock; next: number } | undefined {
  const clock = clockAt(words, at)
  if (clock) return { clock: clock.is, next: clock.next }
  const [number] = numbersAt(words, at)
  if (number === undefined || number.is > 24) return undefined
  const [sign, minutes] = [words[number.next], words[number.next + 1]]
  const isMinutes =
    sign?.plain !== undefined &&
    /^[.,]$/.test(sign.plain) &&
    /^\d{2}$/.test(minutes?.plain ?? '') &&
    sign.from === words[at]?.to
  return isMinutes
    ? { clock: { hour: number.is, minute: Number(minutes?.plain) }, next: number.next + 2 }
    : { clock: { hour: number.is, minute: 0 }, next: number.next }
}

/** The two hours of a text, each with the part of the day that is said with it; undefined where there are not two. */
function endsIn(words: readonly TimeWord[]): [End, End] | undefined {
  const ends: End[] = []
  let part: DayPart | undefined
  let isApart = true
  for (let at = 0; at < words.length;) {
    const to = phraseAt(TO, words, at)
    const isDash = /^[-–—~→]$/.test(words[at]?.plain ?? '')
    const hour = hourAt(words, at)
    const said = dayPartAt(words, at)
    const last = ends.at(-1)
    if (hour && !(said && said.next > hour.next)) {
      if (!isApart) return undefined
      ends.push({ clock: hour.clock, ...(part && { part }) })
      part = undefined
      isApart = false
      at = hour.next
    } else if (said && words[at]?.marked !== 'toi') {
      if (last && !isApart && !last.part) last.part = said.is
      else part = said.is
      at = said.next
    } else if (
      words[at]?.marked === 'toi' &&
      last &&
      !last.part &&
      (ends.length > 1 || words[at + 1] === undefined || TO_AGAIN.test(words[at + 1]?.plain ?? ''))
    ) {
      last.part = 'evening'
      at++
    } else if (to || isDash) {
      isApart = true
      at = to?.next ?? at + 1
    } else if (phraseAt(PARTS, words, at)) {
      isApart = true
      at++
    } else if (dayAt(words, at)) return undefined
    else at++
  }
  const [first, second] = ends
  return first && second && ends.length === 2 ? [first, second] : undefined
}

/** "5h toi toi 9h toi": behind the first "toi" another leads on. */
const TO_AGAIN = /^(?:den|toi|cho|[-–—~])$/

const onlyOf = (minutes: readonly number[]): number | undefined => (minutes.length === 1 ? minutes[0] : undefined)

/** From when to when, minutes after midnight. `isGuess`: "8h sáng tới 5 giờ" ends after noon. */
function spanOf([first, second]: [End, End]): { from: number; to: number; isGuess?: true } | undefined {
  const to = onlyOf(minutesOf(second.clock, second.part))
  const own = onlyOf(minutesOf(first.clock, first.part))
  if (to === undefined || own === undefined) return undefined
  // "Từ 2 đến 5 giờ chiều": the part that is said last is of both, where the hours can be so.
  const isOpenFirst = first.part === undefined && first.clock.half === undefined && !first.clock.isWritten
  const shared = isOpenFirst ? onlyOf(minutesOf(first.clock, second.part)) : undefined
  if (shared !== undefined && shared < to && (shared >= NOON || to < NOON)) return { from: shared, to }
  if (own < to) return { from: own, to }
  const isOpen = first.part !== undefined && second.part === undefined && second.clock.half === undefined && to < NOON
  return isOpen && to + NOON > own ? { from: own, to: to + NOON, isGuess: true } : { from: own, to }
}

const render = (halfHour: number): string =>
  `${String(halfHour >> 1).padStart(2, '0')}:${halfHour % 2 === 0 ? '00' : '30'}`

const clockShown = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * Between which hours of a day. The value is `10-19`, half hours after midnight; a begin is rounded down and an end up,
 * so that nobody is turned back for a quarter of an hour.
 */
export const openHours: Check = {
  name: 'openHours',
  title: 'Giờ mở cửa đến giờ đóng cửa',
  personal: false,
  free: false,
  takes: 'hours',
  hint: `Ghi giờ bắt đầu và giờ kết thúc trong ngày. ${EXAMPLE}`,
  saysNone: (text) => ANY_HOUR.test(fold(text)),
  check(text) {
    const ends = endsIn(timeWords(tidy(text)))
    const span = ends && spanOf(ends)
    if (!span)
      return refused(
        `${PART_OF_DAY.test(fold(text)) ? 'Ông/bà ghi rõ hai giờ trong ngày giúp: từ mấy giờ đến mấy giờ.' : 'Ông/bà ghi hai giờ trong ngày.'} ${EXAMPLE}`,
      )
    const [from, to] = [Math.floor(span.from / HALF_HOUR), Math.ceil(span.to / HALF_HOUR)]
    if (to <= from) return refused(`Giờ sau phải muộn hơn giờ trước, trong cùng một ngày. ${EXAMPLE}`)
    const reading = { value: `${from}-${to}`, shown: `${render(from)} đến ${render(to)}` }
    if (span.isGuess) return { ok: 'unsure', ...reading, because: 'Tôi hiểu là:' } satisfies Reading
    return from * HALF_HOUR === span.from && to * HALF_HOUR === span.to
      ? { ok: true, ...reading }
      : {
          ok: 'unsure',
          ...reading,
          because: `Giờ trên thẻ tính tròn nửa giờ. ${clockShown(span.from)} đến ${clockShown(span.to)} tôi ghi là:`,
        }
  },
  good: [
    '5h đến 9h30',
    '05:00 đến 09:30',
    'từ 6h tới 11 giờ',
    '13h-17h',
    '7h sáng đến 5h chiều',
    '6 đến 8',
    '5 giờ đến 9 giờ rưỡi',
    '7 AM to 5 PM',
    'from 7 to 17',
    '7.30 ~ 17.30',
  ],
  bad: ['8h15 - 9h10', '9h', '17h đến 8h', 'cả ngày', 'sáng', '5h đến 5h', '25h đến 26h', ''],
}
