import { fold } from '../../kernel/text.ts'
import { withoutCourtesy } from './courtesy.ts'
import { SAME_WORDS } from './lexicon/same-words.ts'
import { isMereReply } from './read-reply.ts'
import { CLAUSE_END, writtenOut, type Word } from './shorthand.ts'

/** `yes`, `no`, `unknown`: the whole shared lexicon of it leads here. `other`: whatever is none of the rest. */
export const MEANINGS = ['yes', 'no', 'unknown', 'other'] as const
export type Meaning = (typeof MEANINGS)[number]

export interface Choosable {
  key: string
  label: string
  /** Everyday words for it. */
  words?: readonly string[] | undefined
  means?: Meaning | undefined
}

export interface Phrase {
  words: readonly Word[]
  at: number
}
export interface Match extends Phrase {
  from: number
  to: number
  isExact: boolean
}
interface Vocabulary {
  /** Of each option. */
  labels: readonly (readonly Word[])[]
  /** Lengthy enough to be found within a sentence. */
  within: readonly Phrase[]
  whole: readonly Phrase[]
}

const same = new Map(SAME_WORDS.flatMap((words) => words.map((word) => [word, words] as const)))

/** With each word that means the same in its place. */
function variantsOf(words: readonly Word[]): Word[][] {
  return words.reduce<Word[][]>(
    (begun, word) => {
      const forms = begun.length > 8 ? [word] : (same.get(word.marked)?.flatMap((it) => writtenOut(it)) ?? [word])
      return begun.flatMap((before) => forms.map((form) => [...before, form]))
    },
    [[]],
  )
}

/** "Khám, chữa bệnh, mua thuốc" names three things. */
const piecesOf = (label: string): string[] =>
  label.includes(' và ') ? [] :
  label.split(/[,;()]| hoặc /).map((it) => it.trim()).filter((it) => it.length > 1) // prettier-ignore

function vocabularyOf(options: readonly Choosable[]): Vocabulary {
  const folded = options.map(({ label }) => ` ${fold(label)} `)
  const phrases = options.flatMap(({ key, label, words = [], means }, at) => {
    const isShared = (piece: string) => folded.some((it, i) => i !== at && it.includes(` ${fold(piece)} `))
    const pieces = piecesOf(label).filter((piece) => !isShared(piece))
    const said = [...new Set([label, ...(means === 'other' ? [] : pieces), ...words])]
    const named = said.flatMap((it) =>
      variantsOf(withoutEnds(writtenOut(it))).map((form) => ({ words: form, at, said: it })),
    )
    return [...named, { words: writtenOut(key), at, said: key, isKey: true }]
  })
  const isTelling = ({ said, isKey = false }: { said: string; isKey?: boolean }) => !isKey && !isMereReply(said)
  const bare = phrases.map((it) => ({ ...it, words: withoutEnds(withoutCourtesy(it.words)) }))
  const labels = options.map(({ label }) => withoutEnds(writtenOut(label)))
  return { labels, whole: [...phrases, ...bare], within: phrases.filter(isTelling) }
}

const known = new WeakMap<readonly Choosable[], Vocabulary>()
/** Lists that are made anew for each message, as the buttons of the session are, say the same again and again. */
const knownByWords = new Map<string, Vocabulary>()
const MOST_KNOWN = 500

export function vocabulary(options: readonly Choosable[]): Vocabulary {
  const found = known.get(options)
  if (found) return found
  const said = options
    .map(({ key, label, words = [], means = '' }) => [key, label, means, ...words].join('\n'))
    .join('\0')
  const made = knownByWords.get(said) ?? vocabularyOf(options)
  if (knownByWords.size >= MOST_KNOWN) knownByWords.clear()
  knownByWords.set(said, made)
  known.set(options, made)
  return made
}

export const withoutEnds = (words: readonly Word[]): Word[] => words.filter(({ plain }) => plain !== CLAUSE_END)
