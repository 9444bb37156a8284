import { fold, foldInPlace } from '../../kernel/text.ts'
import { rememberLast } from '../../kernel/remember-last.ts'
import { decodeKeystrokes } from './telex.ts'

/** A word, a number in figures or a single sign of a text, where it stands (UTF-16 units). */
export interface TimeWord {
  /** Without marks, lower case. */
  plain: string
  /** As it was typed, lower case: marks that were typed count. */
  marked: string
  from: number
  to: number
}

/** What was read from a place on, and the place behind it. */
export interface Found<What> {
  is: What
  next: number
}

const PIECE = /\d+|\p{L}+|[/.,:~→\-–—]/gu

/** The words of a tidied text: "7h30" is three of them. Brackets and other signs say nothing about time. */
export const timeWords = rememberLast((typed): readonly TimeWord[] => {
  const plain = foldInPlace(typed)
  return [...typed.matchAll(PIECE)].map(({ 0: piece, index: from }) => {
    const marked = piece.toLowerCase()
    const place = { from, to: from + piece.length }
    // "Thasng 11 nawm 2026": keystrokes that no keyboard turned into marks.
    const decoded = KEYSTROKES.test(marked) ? decodeKeystrokes(marked) : undefined
    return decoded === undefined || !OF_TIME.has(decoded)
      ? { plain: plain.slice(from, from + piece.length), marked, ...place }
      : { plain: fold(decoded), marked: decoded, ...place }
  })
})

/** A word of letters alone, as one looks where a mark was typed as a letter. */
const KEYSTROKES = /^[a-z]{3,7}$/
/** What is said of time: "noon" is no "nôn". */
const OF_TIME = new Set(
  'ngày tháng năm giờ sáng trưa chiều tối đêm hôm bữa tuần thứ chủ nhật mốt mùng rằm một bốn sáu bảy tám chín mười trước tới đến dương âm'.split(
    ' ',
  ),
)

/** Words by how they may be typed: with all their marks, or with none. */
type Forms<Meaning> = ReadonlyMap<string, Meaning>

/** `{ 5: 'năm lăm' }`: the typed forms of each meaning, and the same without marks where no other form claims them. */
export function formsOf<Meaning>(list: readonly (readonly [Meaning, string])[]): Forms<Meaning> {
  const forms = new Map<string, Meaning>()
  for (const [meaning, words] of list) for (const word of words.split(' ')) forms.set(word, meaning)
  for (const [word, meaning] of [...forms]) {
    const bare = foldInPlace(word)
    if (!forms.has(bare)) forms.set(bare, meaning)
  }
  return forms
}

export const meantBy = <Meaning>(forms: Forms<Meaning>, word: TimeWord | undefined): Meaning | undefined =>
  word && forms.get(word.marked)

const bare = new Map<string, string>()
/** Of the few forms that phrases are made of. */
function bareOf(form: string): string {
  const known = bare.get(form) ?? foldInPlace(form)
  bare.set(form, known)
  return known
}

/** Whether the words from a place on are those of a phrase, with its marks or without; a form that begins with `!` bears them. */
export const isPhrase = (words: readonly TimeWord[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((form, i) => {
    const word = words[at + i]
    if (word === undefined) return false
    return form.startsWith('!') ? word.marked === form.slice(1) : word.marked === form || word.marked === bareOf(form)
  })

/** The longest of some phrases that stands at a place. Phrases by their first word, folded; longer ones first. */
export type Phrases<Meaning> = ReadonlyMap<string, readonly { words: readonly string[]; meaning: Meaning }[]>

export function phrasesOf<Meaning>(list: readonly (readonly [Meaning, string])[]): Phrases<Meaning> {
  const found = new Map<string, { words: readonly string[]; meaning: Meaning }[]>()
  for (const [meaning, said] of list)
    for (const phrase of said.split(', ')) {
      const words = phrase.split(' ')
      const first = bareOf((words[0] ?? '').replace('!', ''))
      found.set(first, [...(found.get(first) ?? []), { words, meaning }])
    }
  for (const them of found.values()) them.sort((a, b) => b.words.length - a.words.length)
  return found
}

export function phraseAt<Meaning>(
  phrases: Phrases<Meaning>,
  words: readonly TimeWord[],
  at: number,
): Found<Meaning> | undefined {
  const found = phrases.get(words[at]?.plain ?? '')?.find((it) => isPhrase(words, at, it.words))
  return found && { is: found.meaning, next: at + found.words.length }
}
