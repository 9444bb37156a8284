import { countAt } from './said-number.ts'
import { clockAt, dayPartAt, type DayPart, type SaidClock } from './said-clock.ts'
import { dayAt, type SaidDay } from './said-day.ts'
import { type Found, isPhrase, phraseAt, phrasesOf, timeWords, type TimeWord } from './time-words.ts'

/** What a word or a few say about time. */
type Meaning =
  | { what: 'clock'; clock: SaidClock }
  | { what: 'part'; part: DayPart }
  | { what: 'day'; day: SaidDay }
  /** "2 tiếng nữa": so many minutes from now. */
  | { what: 'wait'; minutes: number }
  | { what: 'now' | 'from' | 'going' | 'returning' }
  /** `isEither`: `toi` without marks before a time, tối or tới. */
  | { what: 'to'; isEither?: true }

/** Where it stands, and as it was typed there. */
export type TimeToken = Meaning & { from: number; to: number; said: string }

const NOW = phrasesOf([[true, 'bây giờ, ngay bây giờ, liền bây giờ, ngay liền, liền, bi giờ, bay gio']])
const FROM = phrasesOf([[true, 'từ, bắt đầu, kể từ, tính từ, bắt đầu từ, from']])
const TO = phrasesOf([[true, 'đến, tới, cho đến, cho tới, đến khi, tới khi, hết, until, till, to']])
const GOING = phrasesOf([[true, 'đi, khởi hành, xuất phát, lên đường, khởi sự']])
const RETURNING = phrasesOf([
  [true, 'về, về lại, quay về, trở về, chạy về, !dìa, zìa, vìa, !dề, zề, quay lại, quay trở lại, trở lại'],
])
const DASH = /^[-–—~→]$/

/** "2 tiếng nữa", "sau nửa giờ", "1 tiếng rưỡi nữa", "30 phút nữa". */
function waitAt(words: readonly TimeWord[], at: number): Found<Meaning> | undefined {
  let from = at
  while (/^(?:sau|khoang|chung|co|tam|cach|them)$/.test(words[from]?.plain ?? '') && from < at + 3) from++
  const isHalf = isPhrase(words, from, ['nửa'])
  const count = isHalf ? { is: 0.5, next: from + 1 } : countAt(words, from)
  const unit = count && words[count.next]?.plain
  if (!count || unit === undefined || !/^(?:tieng|gio|phut|ph)$/.test(unit)) return undefined
  let next = count.next + 1
  if (isPhrase(words, next, ['đồng', 'hồ'])) next += 2
  const half = isPhrase(words, next, ['rưỡi']) ? 0.5 : 0
  if (half) next++
  const isAhead = /^(?:nua|sau)$/.test(words[next]?.plain ?? '')
  if (!isAhead && !(from > at && words[at]?.plain === 'sau')) return undefined
  const minutes = unit.startsWith('ph') ? count.is : (count.is + half) * 60
  return { is: { what: 'wait', minutes: Math.round(minutes) }, next: isAhead ? next + 1 : next }
}

/** Words that may begin nothing about time are most of a sentence. */
const BEGINS =
  /^(?:\d|[-–—~→]$|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|ham|bam|ngay|hom|hum|hnay|bua|mung|mong|ram|thu|t|chu|chua|cn|tuan|thang|dau|giua|cuoi|het|sang|qua|khi|hoi|toi|dem|khuya|trua|chieu|nay|mai|moi|cach|trong|khoang|chung|co|do|tam|nua|midnight|noon|dung|gio|am|pm|sa|ch|a|p|bi|lien|tu|bat|ke|tinh|from|den|cho|to|until|till|di|khoi|xuat|len|ve|dia|zia|via|de|ze|quay|tro|chay|rang|mo|hung|tang|gan|som|ga|binh|tinh|buoi|ban|xe|hoang|nha|xam|chap|sup|troi|chang|dung)$)/

/** Without marks "bay gio" is now, or seven where a part of the day or a day stands beside it. */
function isSeven(words: readonly TimeWord[], at: number, last: TimeToken | undefined): boolean {
  if (words[at]?.marked === 'bảy') return true
  if (words[at]?.marked !== 'bay' || words[at + 1]?.plain !== 'gio') return false
  const behind = words[at + 2]
  const isUntil = behind?.marked === 'toi' && /^\d/.test(words[at + 3]?.plain ?? '')
  const isBeside =
    last !== undefined && (last.what === 'day' || last.what === 'part') && (words[at]?.from ?? 0) - last.to < 12
  return (
    isBeside ||
    (!isUntil &&
      /^(?:sang|trua|chieu|toi|dem|khuya|ruoi|kem|thieu|\d+|mai|mot|hom|bua|ngay|thu|chang|nha|muoi|hai|ba)$/.test(
        behind?.plain ?? '',
      ) &&
      behind?.plain !== 'nha')
  )
}

function meaningAt(words: readonly TimeWord[], at: number, last: TimeToken | undefined): Found<Meaning> | undefined {
  const word = words[at]
  if (word === undefined || !BEGINS.test(word.plain)) return undefined
  // A dash means "to" between two times, and nothing elsewhere.
  if (DASH.test(word.plain))
    return last?.to === words[at - 1]?.to && last ? { is: { what: 'to' }, next: at + 1 } : undefined
  const now = isSeven(words, at, last) ? undefined : phraseAt(NOW, words, at)
  const wait = waitAt(words, at)
  if (wait) return wait
  const day = dayAt(words, at)
  if (now && !day) return { is: { what: 'now' }, next: now.next }
  const clock = clockAt(words, at)
  if (clock && (!day || clock.next >= day.next)) return { is: { what: 'clock', clock: clock.is }, next: clock.next }
  if (day) return { is: { what: 'day', day: day.is }, next: day.next }
  if (word.marked === 'toi') return { is: { what: 'to', isEither: true }, next: at + 1 }
  const part = dayPartAt(words, at)
  if (part) return { is: { what: 'part', part: part.is }, next: part.next }
  const to = phraseAt(TO, words, at)
  if (to) {
    const isEither = words[to.next - 1]?.marked === 'toi'
    return { is: { what: 'to', ...(isEither && { isEither: true }) }, next: to.next }
  }
  const from = phraseAt(FROM, words, at)
  if (from) return { is: { what: 'from' }, next: from.next }
  const returning = phraseAt(RETURNING, words, at)
  if (returning) return { is: { what: 'returning' }, next: returning.next }
  const going = phraseAt(GOING, words, at)
  return going && { is: { what: 'going' }, next: going.next }
}

/** Reads on from left to right; a word that says nothing about time is passed over. */
export function timeTokens(typed: string): TimeToken[] {
  const words = timeWords(typed)
  const found: TimeToken[] = []
  for (let at = 0; at < words.length;) {
    const meaning = meaningAt(words, at, found.at(-1))
    if (meaning) {
      const [from, to] = [words[at]?.from ?? 0, words[meaning.next - 1]?.to ?? 0]
      found.push({ ...meaning.is, from, to, said: typed.slice(from, to) })
    }
    at = meaning?.next ?? at + 1
  }
  return found.filter((token, i) => !onlyHurries(token, found[i + 1]))
}

/** "Đi liền 6h sáng mai": in a hurry, at the hour that follows. */
const onlyHurries = ({ what, to }: TimeToken, next: TimeToken | undefined): boolean =>
  what === 'now' && next?.what === 'clock' && next.from - to <= 1
