import { fullYear } from './past-year.ts'
import { dayAt } from './said-day.ts'
import { type SaidYear, yearAt } from './said-year.ts'
import { type Found, phraseAt, phrasesOf, type TimeWord } from './time-words.ts'

/** What everybody knows the year of. */
const EVENTS = phrasesOf([[1975, 'giải phóng, thống nhất, hòa bình lập lại']])
/** Of these is another year. */
const OF_ELSE = /^(?:sinh|sanh|sn|de|cuoi|mat|chet|hoc|lay)$/
/** What was done in the year that is asked for. */
const OF_REGISTERING = /^(?:lam|dang|khai|cap|lap|xin|ky|ra)$/
const NEAR = 4

interface Year {
  year: number
  isOther: boolean
  isOwn: boolean
}

function yearFrom(words: readonly TimeWord[], at: number, thisYear: number): Found<number> | undefined {
  const event = phraseAt(EVENTS, words, at)
  if (event) return event
  const [word, sign, rest] = words.slice(at, at + 3)
  if (word?.plain === '2' && sign?.plain === 'k' && /^\d{1,2}$/.test(rest?.plain ?? ''))
    return { is: 2000 + Number(rest?.plain), next: at + 3 }
  if (word && /^(?:19|20)\d{2}$/.test(word.plain)) return { is: Number(word.plain), next: at + 1 }
  const said = yearAt(words, at, false)
  const year = said && numberOf(said.is, thisYear)
  if (said && year !== undefined) return { is: year, next: said.next }
  const counted = dayAt(words, at)
  return counted?.is.is === 'counted' && counted.is.isPast && counted.is.unit === 'year'
    ? { is: thisYear - counted.is.count, next: counted.next }
    : undefined
}

function numberOf(said: SaidYear, thisYear: number): number | undefined {
  if (said.is === 'number') return said.year
  if (said.is === 'short') return fullYear(String(said.year).padStart(2, '0'), thisYear)
  return said.is === 'ahead' ? thisYear + said.years : undefined
}

/**
 * The years of a sentence in which something may have been registered, each once: "tui sinh 1988 mà 1991 mới làm khai sinh"
 * tells 1991.
 */
export function yearsSaid(words: readonly TimeWord[], thisYear: number): number[] {
  const years: Year[] = []
  let begins = 0
  for (let at = 0; at < words.length;) {
    const found = yearFrom(words, at, thisYear)
    const before = words.slice(Math.max(begins, at - NEAR), at)
    if (found) {
      const behind = words.slice(found.next, found.next + NEAR)
      const isOther = before.some(({ plain }, i) => OF_ELSE.test(plain) && before[i - 1]?.plain !== 'khai')
      const isOwn = !isOther && [...before, ...behind].some(({ plain }) => OF_REGISTERING.test(plain))
      years.push({ year: found.is, isOther, isOwn })
      begins = found.next
    }
    at = found?.next ?? at + 1
  }
  const own = years.filter(({ isOwn }) => isOwn)
  const others = years.filter(({ isOther }) => !isOther)
  const told = own.length > 0 ? own : others.length > 0 ? others : years
  return [...new Set(told.map(({ year }) => year))]
}
