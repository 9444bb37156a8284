import type { SaidDate } from './said-date.ts'
import { numbersAt } from './said-number.ts'
import { monthsAt, yearAt } from './said-year.ts'
import { type Found, isPhrase, type TimeWord } from './time-words.ts'
import { onlyDayIn, SAID_AROUND } from './whole-day.ts'

/** The only date that a text names, with day and month. */
export function onlyDateIn(words: readonly TimeWord[]): SaidDate | undefined {
  const day = onlyDayIn(words)
  return day?.is === 'date' && day.month !== undefined ? day : undefined
}

/** Of who knows no day: the year, perhaps the month. */
interface KnownOfBirth {
  year: number
  month?: number
  /** The year stood there in four figures, and nothing made it doubtful. */
  isSure: boolean
}

/** Only about then. */
const ABOUT = /^(?:khoang|chung|co|tam|gan|dau|giua|cuoi|hinh|chac|nho)$/

function yearFrom(words: readonly TimeWord[], at: number): Found<{ year: number; isSure: boolean }> | undefined {
  const word = words[at]
  if (word?.plain === '2' && words[at + 1]?.plain === 'k' && /^\d{1,2}$/.test(words[at + 2]?.plain ?? ''))
    return { is: { year: 2000 + Number(words[at + 2]?.plain), isSure: false }, next: at + 3 }
  const said = yearAt(words, at, true)
  if (said?.is.is === 'number')
    return { is: { year: said.is.year, isSure: /^\d{4}$/.test(words[said.next - 1]?.plain ?? '') }, next: said.next }
  if (said?.is.is === 'short') return { is: { year: said.is.year, isSure: false }, next: said.next }
  if (word && /^\d{2}$/.test(word.plain)) return { is: { year: Number(word.plain), isSure: false }, next: at + 1 }
  return undefined
}

/** "Tháng 3", and "3" before a slash and a year. */
function monthFrom(words: readonly TimeWord[], at: number): Found<number> | undefined {
  const said = monthsAt(words, at).find(({ is }) => is.is === 'number')
  if (said?.is.is === 'number') return { is: said.is.month, next: said.next }
  const [number] = numbersAt(words, at)
  const isBare = number && /^[/-]$/.test(words[number.next]?.plain ?? '')
  return isBare && /^\d{4}$/.test(words[number.next + 1]?.plain ?? '') ? number : undefined
}

/** `1990`, `3/1990`, "tháng 3 năm chín mươi", "sn 98": undefined where anything else is said. */
export function yearOrMonthIn(words: readonly TimeWord[]): KnownOfBirth | undefined {
  let known: KnownOfBirth | undefined
  let isAbout = false
  for (let at = 0; at < words.length;) {
    const month = known ? undefined : monthFrom(words, at)
    const sign = month && /^[/,-]$/.test(words[month.next]?.plain ?? '') ? month.next + 1 : month?.next
    const year = known ? undefined : yearFrom(words, sign ?? at)
    if (year) {
      known = { ...year.is, ...(month && { month: month.is }) }
      at = year.next
    } else if (
      ABOUT.test(words[at]?.plain ?? '') ||
      SAID_AROUND.has(words[at]?.plain ?? '') ||
      OF_BIRTH.has(words[at]?.plain ?? '') ||
      isPhrase(words, at, ['năm'])
    ) {
      if (ABOUT.test(words[at]?.plain ?? '')) isAbout = true
      at++
    } else return undefined
  }
  return known && { ...known, isSure: known.isSure && !isAbout }
}

/** Said around a year of birth alone. */
const OF_BIRTH = new Set('sn nhat cu ky thang'.split(' '))
