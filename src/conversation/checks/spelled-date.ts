import { readSpokenNumber } from './spoken-number.ts'

const MONTH = 'muoi mot|muoi hai|muoi|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|\\d{1,2}'
const SPELLED = new RegExp(`^((?:.*? )?)(?:ngay )?((?:(?:hai|ba) )?(?:muoi )?(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)|\\d{1,2}) thang (${MONTH})(?: nam (.+))?$`) // prettier-ignore

const numberOf = (words: string): number | undefined => (/^\d+$/.test(words) ? Number(words) : readSpokenNumber(words))

/** A date said in words, folded, in digits: "ngay nam thang ba nam chin muoi" is `5/3/90`. Any other text stays as it is. */
export function withDigits(folded: string): string {
  if (/^\d[\d /.-]*$/.test(folded)) return folded
  const [, before = '', date = '', month = '', years] = SPELLED.exec(folded) ?? []
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

/** `1998-03-05`, as computers write it, in our order. */
export const inOurOrder = (text: string): string =>
  text.replace(/(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/, '$3/$2/$1')
