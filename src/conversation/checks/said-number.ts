import { formsOf, type Found, meantBy, type TimeWord } from './time-words.ts'

const UNITS = formsOf([
  [1, 'một'],
  [2, 'hai'],
  [3, 'ba'],
  [4, 'bốn'],
  [5, 'năm'],
  [6, 'sáu'],
  [7, 'bảy bẩy'],
  [8, 'tám'],
  [9, 'chín'],
])
/** Behind a ten: "hai mươi mốt", "ba tư", "bảy lăm". */
const LAST = formsOf([
  [1, 'mốt một'],
  [2, 'hai'],
  [3, 'ba'],
  [4, 'tư bốn'],
  [5, 'lăm nhăm năm'],
  [6, 'sáu'],
  [7, 'bảy bẩy'],
  [8, 'tám'],
  [9, 'chín'],
])
const TENS = formsOf([[10, 'mươi mười chục']])
/** "Hăm hai", "băm mốt": twenty and thirty run together. */
const RUN_TOGETHER = formsOf([
  [20, 'hăm'],
  [30, 'băm'],
])

/** How a number may be meant: `pairs` are tens and ones alone ("bảy lăm"), `last` is what follows a ten or names a month ("tư"). */
interface Ways {
  pairs?: boolean
  last?: boolean
}

/** The numbers below a hundred that may begin at a place, the longest first: "mười một" is 11 or 10. */
export function numbersAt(words: readonly TimeWord[], at: number, { pairs, last }: Ways = {}): Found<number>[] {
  const word = words[at]
  if (word === undefined) return []
  if (/^\d/.test(word.plain)) return word.plain.length <= 2 ? [{ is: Number(word.plain), next: at + 1 }] : []
  const run = meantBy(RUN_TOGETHER, word)
  const ones = meantBy(LAST, words[at + 1])
  if (run !== undefined) return ones === undefined ? [] : [{ is: run + ones, next: at + 2 }]
  if (meantBy(TENS, word) !== undefined && word.plain !== 'chuc')
    return [...(ones === undefined ? [] : [{ is: 10 + ones, next: at + 2 }]), { is: 10, next: at + 1 }]
  const unit = meantBy(UNITS, word)
  if (unit === undefined) {
    const lone = last ? meantBy(LAST, word) : undefined
    return lone === undefined ? [] : [{ is: lone, next: at + 1 }]
  }
  const alone = { is: unit, next: at + 1 }
  if (meantBy(TENS, words[at + 1]) !== undefined && unit > 1) {
    const behind = meantBy(LAST, words[at + 2])
    const tens = { is: unit * 10, next: at + 2 }
    return behind === undefined ? [tens] : [{ is: unit * 10 + behind, next: at + 3 }, tens]
  }
  return pairs && unit > 1 && ones !== undefined ? [{ is: unit * 10 + ones, next: at + 2 }, alone] : [alone]
}

/** How many of something: up to three figures, or words. */
export function countAt(words: readonly TimeWord[], at: number): Found<number> | undefined {
  const word = words[at]
  if (word && /^\d{1,3}$/.test(word.plain)) return { is: Number(word.plain), next: at + 1 }
  return numbersAt(words, at)[0]
}
