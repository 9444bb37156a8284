import { EXAMPLE_HOVER, HOVER } from './keywords.ts'
import { CHECK_WORDS, CONDITION_WORDS, DEED_WORDS, KIND_WORDS, OTHER_WORDS, RULE_WORDS } from './value-words.ts'

/** A word of the format, alone or with its value (`expect: consent`), and what it means. */
interface Entry {
  word: string
  meaning: string
}

interface Chapter {
  title: string
  entries: readonly Entry[]
}

const entriesOf = (words: Readonly<Record<string, string>>, before = ''): Entry[] =>
  Object.entries(words).map(([word, meaning]) => ({ word: `${before}${word}`, meaning }))

/** Everything that a clerk may read in a text of the format, explained. */
export const GLOSSARY: readonly Chapter[] = [
  { title: 'Từ khóa', entries: entriesOf(HOVER) },
  { title: 'Bước chờ gì (expect)', entries: entriesOf(KIND_WORDS, 'expect: ') },
  { title: 'Kiểm tra câu trả lời (check)', entries: entriesOf(CHECK_WORDS, 'check: ') },
  { title: 'Quy tắc thêm (rule)', entries: entriesOf(RULE_WORDS, 'rule: ') },
  { title: 'Chương trình làm gì (do)', entries: entriesOf(DEED_WORDS, 'do: ') },
  { title: 'Điều kiện rẽ nhánh (when)', entries: entriesOf(CONDITION_WORDS, 'when: ') },
  { title: 'Giá trị khác', entries: entriesOf(OTHER_WORDS) },
  { title: 'Trong cuộc trò chuyện mẫu', entries: entriesOf(EXAMPLE_HOVER) },
]

const MEANINGS: ReadonlyMap<string, string> = new Map(
  GLOSSARY.flatMap(({ entries }) => entries.map(({ word, meaning }): [string, string] => [word, meaning])).reverse(),
)

/** Short words of the format that are words of Vietnamese too: taken for the former only before a colon or in quotes. */
const ALSO_VIETNAMESE: ReadonlySet<string> = new Set(['do', 'to', 'no', 'at', 'end', 'per', 'max'])

/** A word, and what stands after its colon. */
const WORD = /(?<![\p{L}\d_{])[A-Za-z]+(?![\p{L}\d_])(?=(?:: ([a-z]+(?: [a-z]+)*))?)/gu

/** What the words of the format in a sentence mean, in the order of the sentence; a word with its value counts once. */
export function wordsIn(sentence: string): Entry[] {
  const found = new Map<string, string>()
  // A list of all that could stand there needs no words: each has its own in the glossary.
  const [told = ''] = sentence.split(/(?<=[.”]) Có: |(?<=cần là một trong: )/)
  let past = 0
  for (const { index, 0: word, 1: value } of told.matchAll(WORD)) {
    if (index < past) continue
    const pair =
      value === undefined
        ? undefined
        : [`${word}: ${value}`, `${word}: ${value.split(' ')[0] ?? ''}`].find((it) => MEANINGS.has(it))
    const isMeant = value !== undefined || told[index - 1] === '“' || !ALSO_VIETNAMESE.has(word)
    const known = pair ?? (isMeant ? word : '')
    const meaning = MEANINGS.get(known)
    if (meaning !== undefined) found.set(known, meaning)
    past = index + known.length
  }
  return [...found].map(([word, meaning]) => ({ word, meaning }))
}
