import { withoutCourtesy } from './courtesy.ts'
import { CLAUSE_END, plainOf, writtenOut } from './shorthand.ts'

const NUMBERS = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const RANKS: Readonly<Record<string, number>> = {
  nhat: 1,
  nhut: 1,
  nhi: 2,
  tu: 4,
  dau: 1,
  'dau tien': 1,
  'tren cung': 1,
}
/** Words that count, and those that rank. */
export const ORDINAL_WORDS = [...NUMBERS, ...Object.keys(RANKS)]
const NAMING =
  '(?:(?:chon|lay|sua|doi|bam|nut|cai|muc|so|cau|thu|lua chon|dong|y|o|nhan|phuong an|loai|viec)(?: |(?=\\d)))'
const WRITTEN = new RegExp(`^${NAMING}*(\\d{1,2})$`)
const SPOKEN = new RegExp(`^${NAMING}+(${[...ORDINAL_WORDS, 'cuoi', 'cuoi cung', 'chot', 'duoi cung'].join('|')})$`)

/**
 * Which of `count` a place names, from 1: `2`, `2.`, `số 2`, `nút thứ 3`, `cái thứ hai`, `cái đầu`, `cái cuối`. A bare word of
 * a number is none: "ba" is a father.
 */
export function readOrdinal(text: string, count?: number): number | undefined {
  if (text.length > 60) return undefined
  const words = withoutCourtesy(writtenOut(text)).filter(({ plain }) => plain !== CLAUSE_END)
  const plain = plainOf(words).replace(/(?<=\d)\)$/, '')
  const digits = WRITTEN.exec(plain)?.[1]
  if (digits !== undefined) return Number(digits)
  const spoken = SPOKEN.exec(plain)?.[1]
  if (spoken === undefined) return undefined
  if (/^(?:cuoi|chot|duoi)/.test(spoken)) return count
  return RANKS[spoken] ?? NUMBERS.indexOf(spoken) + 1
}

/** A number said as one bare word, "hai". */
export function readBareNumber(text: string): number | undefined {
  const words = withoutCourtesy(writtenOut(text))
  const at = words.length === 1 ? NUMBERS.indexOf(words[0]?.plain ?? '') : -1
  return at < 0 ? undefined : at + 1
}
