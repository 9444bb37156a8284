import MiniSearch from 'minisearch'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { CLAUSE_END, plainOf, wordsOf, type Word } from '../words/shorthand.ts'

/** One way to ask for a procedure; `place` is that of its flow among the offered ones. */
interface Phrase {
  place: number
  words: readonly Word[]
}

interface FlowIndex {
  phrases: readonly Phrase[]
  /** By the first word: most sentences begin hardly any. */
  byFirst: ReadonlyMap<string, readonly Phrase[]>
  search: MiniSearch<{ id: number; phrase: string }>
}

/** All that an index is made of. What else a flow says of itself, such as why it is closed, may change under it. */
type Named = Pick<CompiledFlow, 'name' | 'words'>

interface Kept {
  of: readonly Named[]
  index: FlowIndex
}

/** The catalogue, and texts that are rehearsed beside it. */
const MOST_KEPT = 3
let kept: readonly Kept[] = []

/**
 * The index of these procedures, built once for the same names and words in the same order: compared by what they say,
 * because a list of flows may be made anew for every sentence.
 */
export function indexOf(offered: readonly Named[]): FlowIndex {
  const [latest] = kept
  if (latest && isAlike(latest.of, offered)) return latest.index
  const found = kept.find(({ of }) => isAlike(of, offered)) ?? { of: offered, index: build(offered) }
  kept = [found, ...kept.filter((it) => it !== found)].slice(0, MOST_KEPT)
  return found.index
}

const isAlike = (some: readonly Named[], others: readonly Named[]): boolean =>
  some === others ||
  (some.length === others.length &&
    some.every(({ name, words }, i) => name === others[i]?.name && isSameList(words, others[i].words)))

const isSameList = (some: readonly string[], others: readonly string[]): boolean =>
  some === others || (some.length === others.length && some.every((word, i) => word === others[i]))

function build(offered: readonly Named[]): FlowIndex {
  const phrases = offered.flatMap(({ name, words }, place) =>
    [name, ...words].map((phrase) => ({ place, words: wordsOf(phrase) })),
  )
  const search = new MiniSearch<{ id: number; phrase: string }>({
    fields: ['phrase'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === CLAUSE_END ? null : term),
    searchOptions: {
      fuzzy: (term) => (term.length >= 4 ? 0.25 : false),
      prefix: (term) => term.length >= 4,
      maxFuzzy: 1,
    },
  })
  search.addAll(phrases.map(({ words }, id) => ({ id, phrase: plainOf(words) })))
  const byFirst = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const first = phrase.words[0]?.plain ?? ''
    const begun = byFirst.get(first)
    if (begun) begun.push(phrase)
    else byFirst.set(first, [phrase])
  }
  return { phrases, byFirst, search }
}
