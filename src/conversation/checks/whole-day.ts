import { toVietnamDay } from '../../kernel/clock.ts'
import { fold, tidy } from '../../kernel/text.ts'
import { clockAt, dayPartAt } from './said-clock.ts'
import { dayAt, lengthAt, type SaidDay } from './said-day.ts'
import { inOurOrder } from './spelled-date.ts'
import { type Found, isPhrase, phraseAt, phrasesOf, type TimeWord, timeWords } from './time-words.ts'
import { type Lean, type Which, whichDay } from './which-day.ts'

/** Said around a day by who is polite, unsure, or tells whose day it is. None of these denies it or names another. */
export const SAID_AROUND = new Set(
  `da thua vang u o oi a ha nha nhe nhen nghe nghen hen ne do em anh chi co chu bac con chau toi tui minh cau ban can bo
   be no ba ma me cha ong chong vo ngoai noi ay sinh sanh sn cu ky de nhat vao luc hoi khoang chung co do tam gan gi hinh nhu chac nho
   la thi moi duoc roi luon thoi di lam xin cho dat hen len toi ngay qua giup gium dum xem dum lan lon vay khai truong mo ban
   ngay hom bua duong lich nhu tren giay chung cua ghi theo ho so mat chet`.split(/\s+/),
)
SAID_AROUND.add(',').add('.').add(':').add('-')

const AGED = phrasesOf([[true, 'tròn, đầy, được, mới được, vừa được, vừa tròn, mới tròn, được tròn, đã được']])

/** "Bé 2 tuần tuổi", "tròn 1 tuần", "được mười bữa rồi": so long ago. */
function agedAt(words: readonly TimeWord[], at: number): Found<SaidDay> | undefined {
  const before = phraseAt(AGED, words, at)
  const length = lengthAt(words, before?.next ?? at)
  const behind = length && /^(?:tuoi|roi|nay)$/.test(words[length.next]?.plain ?? '') ? length.next + 1 : length?.next
  if (!length || behind === undefined) return undefined
  const isAge = before !== undefined || words[length.next]?.plain === 'tuoi'
  // "Trước", "nữa" behind it tell more.
  if (!isAge || /^(?:truoc|nua|sau|toi|hom|bua|ngay)$/.test(words[behind]?.plain ?? '')) return undefined
  return { is: { is: 'counted', ...length.is, isPast: true }, next: behind }
}

/** The only day that a text names, beside hours and what is said around it; undefined where it says anything else. */
export function onlyDayIn(words: readonly TimeWord[]): SaidDay | undefined {
  let day: SaidDay | undefined
  for (let at = 0; at < words.length;) {
    const found = agedAt(words, at) ?? dayAt(words, at, true)
    const hour = clockAt(words, at) ?? dayPartAt(words, at)
    if (found && found.next >= (hour?.next ?? 0)) {
      if (day) return undefined
      day = found.is
      at = found.next
    } else if (hour) at = hour.next
    else if (isPhrase(words, at, ['bây', 'giờ']) || isPhrase(words, at, ['liền'])) {
      day ??= { is: 'offset', days: 0 }
      at += words[at]?.plain === 'bay' ? 2 : 1
    } else if (SAID_AROUND.has(words[at]?.plain ?? '')) at++
    else return undefined
  }
  return day
}

/** One whole day as people write it: `5.3.90`, `05031990`, `5 thang 3 nam 90`, `mai`, `rằm tháng 7`. Day before month. */
export function readWholeDay(text: string, now: number, lean: Lean): Which {
  const typed = tidy(inOurOrder(text))
  const day = onlyDayIn(timeWords(typed)) ?? dayBesideRemarks(typed)
  return day && whichDay(day, toVietnamDay(now), lean)
}

/** What denies, asks, or names another time. */
const TELLS_MORE =
  /\d|\?|(?:^| )(?:khong|ko|k|hong|chua|chang|hay|hoac|chac|nho|sao|gi|nao|may|doi|sua|nham|lon|tru|neu)(?: |$)/

/** "Hôm nay luôn đi, giờ tui chạy ra": of a few clauses one is a day and nothing else, and the others say nothing of time. */
function dayBesideRemarks(typed: string): SaidDay | undefined {
  const clauses = typed.split(/[,;]\s+/)
  if (clauses.length < 2 || clauses.length > 3) return undefined
  const days = clauses.flatMap((it) => onlyDayIn(timeWords(it)) ?? [])
  const others = clauses.filter((it) => onlyDayIn(timeWords(it)) === undefined)
  const isMere = (clause: string) => {
    const words = timeWords(clause)
    return !TELLS_MORE.test(fold(clause)) && words.every((_, at) => dayAt(words, at) === undefined)
  }
  return days.length === 1 && others.every(isMere) ? days[0] : undefined
}
