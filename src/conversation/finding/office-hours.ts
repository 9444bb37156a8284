import { renderDay, toVietnamDay, weekdayOf } from '../../kernel/clock.ts'
import { isDayOff, nameDayOff } from '../../province/days-off.ts'
import { readWholeDay } from '../checks/whole-day.ts'
import { readFacts } from '../facts/read-facts.ts'
import {
  DAYS_OFF,
  DESK_DOINGS,
  DESK_STATES,
  HOUR_WORDS,
  NO_DESK,
  PARTS_OF_DAYS,
} from '../words/lexicon/office-hours.ts'
import { findPhrase, isMeantWord, type Word, wordsOf, writtenOut } from '../words/shorthand.ts'

/** Whether one of these stands among words: marks may be missing, but not different ("lẹ" is no holiday). */
function holding(list: readonly string[]): (words: readonly Word[]) => boolean {
  const phrases = list.map(wordsOf)
  return (words) => phrases.some((phrase) => findPhrase(words, phrase, 0, isMeantWord) >= 0)
}

const [ofDaysOff, ofDays, asksHour] = [holding(DAYS_OFF), holding(PARTS_OF_DAYS), holding(HOUR_WORDS)]
const [isOpen, isDone, isOther] = [holding(DESK_STATES), holding(DESK_DOINGS), holding(NO_DESK)]
const asks = holding(['không', 'chưa', 'nào', 'mấy', 'hay', 'hả', 'gì', 'sao', 'được'])
const CLOCK = /(?:^|[^\d])\d{1,2} ?(?:h|g|giờ|gio)(?![\p{L}])/iu
const DATE = /(?:^|[^\d])\d{1,2}[/.-]\d{1,2}(?!\d)/

/** "2/9 có làm việc không", "trưa nghỉ từ mấy giờ", "chủ nhật lên nộp được hong": when the offices are open. */
export function asksForHours(text: string): boolean {
  if (text.length > 200) return false
  const words = writtenOut(text)
  if (isOther(words)) return false
  if (asksHour(words) && (isOpen(words) || isDone(words))) return true
  if (!asks(words)) return false
  const isFree = ofDaysOff(words) || DATE.test(text)
  return (isFree && (isOpen(words) || isDone(words))) || ((ofDays(words) || CLOCK.test(text)) && isOpen(words))
}

/** When the offices are open; of a day that is named, whether they are. */
export function answerOfHours(text: string, now: number): string | undefined {
  if (!asksForHours(text)) return undefined
  const said = readFacts(text).find(({ kind }) => kind === 'day')?.said
  const read = said === undefined ? undefined : readWholeDay(said, now, 'future')
  const day = typeof read === 'object' && read.day >= toVietnamDay(now) ? read.day : undefined
  const named =
    day === undefined
      ? undefined
      : `${weekdayOf(day)} ${renderDay(day)}: ${isDayOff(day) ? `ngày nghỉ (${nameDayOff(day) ?? ''}), cơ quan không làm việc` : 'cơ quan làm việc'}.`
  return [named, HOURS].filter((it) => it !== undefined).join(' ')
}

const HOURS =
  'Trung tâm Phục vụ hành chính công làm việc trong giờ hành chính, thứ Hai đến thứ Sáu; nghỉ thứ Bảy, Chủ nhật và các ngày lễ, Tết (như 2/9, 24/11). Giờ cụ thể của từng xã, phường, kể cả giờ nghỉ trưa, ông/bà hỏi 1800 1096 (miễn phí). Tại đây ông/bà chuẩn bị hồ sơ lúc nào cũng được.'
