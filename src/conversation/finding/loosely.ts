import { rememberLast } from '../../kernel/remember-last.ts'
import { composed } from '../../kernel/text.ts'

/** "hoả" and "hỏa" are one word: the tone is put where the older writing has it. */
const oneWriting = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<!q)([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?!\p{L})/gu, '$1$3$2')
    .normalize('NFC')

/** A letter as hasty hands leave it: with all its marks, some or none. Never with marks of another letter. */
function hasty(letter: string): string {
  if (letter === 'đ') return '[đd]'
  const [base = '', ...marks] = letter.normalize('NFD')
  const some = marks.map((mark) => (base + mark).normalize('NFC'))
  return `[${[letter, base, ...some].join('')}]`
}

/**
 * An expression for whole words. Marks in it may be left out in what it is matched with: "chết" finds "chêt" and "chet", but
 * neither "chẹt" nor the letters within a longer word.
 */
export const loosely = (...alternatives: readonly string[]): RegExp =>
  exactly(...alternatives.map((it) => oneWriting(it).replace(/[^\x00-\x7F]/gu, hasty)))

/** An expression for whole words whose marks matter: "cháy" is not "chạy". */
export const exactly = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives.map(oneWriting).join('|')})(?!\\p{L})`, 'gu')

const SIGNS = '[-_*.·•|~+=#/\\\\]'
const PARTED_BY_SIGNS = new RegExp(`(?<!\\p{L})\\p{L}+(?:${SIGNS}+\\p{L}+)+`, 'gu')
const PARTED_LETTERS = new RegExp(`(?<!\\p{L})\\p{L}(?:(?:${SIGNS}| )+\\p{L}){2,}(?!\\p{L})`, 'gu')
const VOWEL = /[aeiouy]/
/** What is hidden from whoever reads for it. */
const HIDDEN = loosely('tự', 'tử', 'sát', 'vẫn', 'chết', 'giết', 'muốn', 'cứu', 'với')
const HIDDEN_WITHIN = new RegExp(HIDDEN.source.replace('(?<!\\p{L})', '').replace('(?!\\p{L})', ''), 'gu')

const without = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

const joined = (letters: string): string => ` ${letters.replace(HIDDEN_WITHIN, ' $& ')} `

/** "t.ự t.ử" is put together, "tự-tử" and "chết.mọi người" are parted. */
const together = (text: string): string =>
  text
    .replace(PARTED_LETTERS, (run) => joined(run.replace(/[^\p{L}]+/gu, '')))
    .replace(PARTED_BY_SIGNS, (token) => {
      const pieces = token.split(new RegExp(`${SIGNS}+`, 'u'))
      const isHidden = pieces.some((it) => it.length === 1 || !VOWEL.test(without(it)))
      return isHidden ? joined(pieces.join('')) : pieces.join(token.includes('.') ? '. ' : ' ')
    })

/** What was typed, fit for `loosely` and `exactly`, sentence by sentence: small letters, single spaces, nothing hidden. */
export const sentencesOf = rememberLast((typed): readonly string[] =>
  together(oneWriting(composed(typed).toLowerCase()))
    .split(/[.!?\n;]+/)
    .map((it) => it.replace(/[^\p{L}\p{M}\d%]+/gu, ' ').trim())
    .filter((it) => it !== ''),
)

/** No mark in it at all: on such a keyboard "chay" may be "cháy" or "chạy". */
export const isUnmarked = (sentence: string): boolean => sentence === without(sentence)
