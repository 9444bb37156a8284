import { readSpokenNumber } from './spoken-number.ts'

const MONTH = 'muoi mot|muoi hai|muoi|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|\\d{1,2}'
const SPELLED = new RegExp(`^((?:.*? )?)(?:ngay )?((?:(?:hai|ba) )?(?:muoi )?(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)|\\d{1,2}) thang (${MONTH})(?: nam (.+)| (\\d{4}))?$`) // prettier-ignore

const numberOf = (words: string): number | undefined => (/^\d+$/.test(words) ? Number(words) : readSpokenNumber(words))

/** A date said in words, folded, in digits: "ngay nam thang ba nam chin muoi" is `5/3/90`. Any other text stays as it is. */
export function withDigits(folded: string): string {
  if (/^\d[\d /.-]*$/.test(folded)) return folded
  const [, before = '', date = '', month = '', said, written] = SPELLED.exec(folded) ?? []
  const years = said ?? written
  const [day, number] = [numberOf(date), numberOf(month)]
  if (day === undefined || number === undefined) return folded
  const year = years === undefined ? undefined : yearOf(years)
  if (years !== undefined && year === undefined) return folded
  return `${before}${day}/${number}${year === undefined ? '' : `/${year}`}`
}

function yearOf(words: string): number | undefined {
  if (/^\d{2}(?:\d{2})?$/.test(words)) return Number(words)
  const year = readSpokenNumber(words.replace(/ khong tram /, ' '))
  return year !== undefined && (year < 100 || (year > 1850 && year < 2200)) ? year : undefined
}

/** What stands between the numbers of a date: any sign or space, but nothing that a clock time or a word has. */
const BETWEEN = '[^\\p{L}\\d:]{1,3}'
const YEAR_FIRST = new RegExp(`(?<!\\d)(\\d{4})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{1,2})(?!\\d)`, 'u')
const DAY_FIRST = new RegExp(`(?<![\\d:])(\\d{1,2})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{4}|\\d{2})(?!\\d)`, 'u')

/** `5 thg 3, 1990`, as a phone set to Vietnamese writes it. */
const BY_PHONE = /(?<!\d)(\d{1,2})[\s-]*(?:thg|tháng|thang)\.?[\s-]*(\d{1,2})[\s,.-]+(\d{4})(?!\d)/iu

/** `5 3 1990`, `5,3,1990` and, as computers write it, `1998-03-05`: day first, with slashes. */
export const inOurOrder = (text: string): string =>
  text.replace(YEAR_FIRST, '$3/$2/$1').replace(DAY_FIRST, '$1/$2/$3').replace(BY_PHONE, '$1/$2/$3')
