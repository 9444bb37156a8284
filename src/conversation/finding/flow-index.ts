import type { CompiledFlow } from '../flow/compiled-flow.ts'
import type { Elsewhere } from '../flow/elsewhere.ts'
import { wordsOf, type Word } from '../words/shorthand.ts'
import { type Classifier, type Example, train } from '../words/classifier.ts'
import { IDLE_SENTENCES } from './idle-sentences.ts'
import { featuresOf } from '../words/features.ts'
import { meantWords } from './matters.ts'

/** One way to ask for a procedure; `place` is that of its flow among the offered ones. */
interface Phrase {
  place: number
  words: readonly Word[]
}

interface FlowIndex {
  /** By the first word: most sentences begin hardly any. */
  byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Tells which matter a sentence is about, by its place among all: the offered flows, then what is done elsewhere. */
  classifier: Classifier
}

/** All that an index is made of. What else a flow says of itself, such as why it is closed, may change under it. */
type Named = Pick<CompiledFlow, 'name' | 'words' | 'says'>
type NamedElsewhere = Pick<Elsewhere, 'name' | 'says'>

interface Kept {
  offered: readonly Named[]
  elsewhere: readonly NamedElsewhere[]
  /** Builds the index piece by piece. */
  work: Generator<undefined, FlowIndex>
  index?: FlowIndex
}

/** The catalogue, and texts that are rehearsed beside it. */
const MOST_KEPT = 3
let kept: readonly Kept[] = []

/**
 * The index of these matters, built once for the same names, words and sentences in the same order: compared by what they
 * say, because a list of flows may be made anew for every sentence. What was not built ahead is built now.
 */
export function indexOf(offered: readonly Named[], elsewhere: readonly NamedElsewhere[]): FlowIndex {
  const one = keptOf(offered, elsewhere)
  while (!one.index) proceed(one)
  return one.index
}

/** Builds the index before it is wanted; between two steps a few milliseconds of work are done. */
export function* indexAhead(offered: readonly Named[], elsewhere: readonly NamedElsewhere[]): Generator<undefined> {
  const one = keptOf(offered, elsewhere)
  while (!one.index) {
    proceed(one)
    yield
  }
}

function proceed(one: Kept): void {
  const step = one.work.next()
  if (step.done === true) one.index = step.value
}

function keptOf(offered: readonly Named[], elsewhere: readonly NamedElsewhere[]): Kept {
  const [latest] = kept
  if (latest && isAlike(latest, offered, elsewhere)) return latest
  const found = kept.find((it) => isAlike(it, offered, elsewhere)) ?? {
    ...{ offered, elsewhere },
    work: build(offered, elsewhere),
  }
  kept = [found, ...kept.filter((it) => it !== found)].slice(0, MOST_KEPT)
  return found
}

const isAlike = (some: Kept, offered: readonly Named[], elsewhere: readonly NamedElsewhere[]): boolean =>
  areAlike(some.offered, offered, ({ words }, other) => isSameList(words, other.words)) &&
  areAlike(some.elsewhere, elsewhere, () => true)

const areAlike = <It extends NamedElsewhere>(
  some: readonly It[],
  others: readonly It[],
  isSame: (one: It, other: It) => boolean,
): boolean =>
  some === others ||
  (some.length === others.length &&
    some.every((one, i) => {
      const other = others[i] as It
      return one === other || (one.name === other.name && isSameList(one.says, other.says) && isSame(one, other))
    }))

const isSameList = (some: readonly string[], others: readonly string[]): boolean =>
  some === others || (some.length === others.length && some.every((word, i) => word === others[i]))

function* build(offered: readonly Named[], elsewhere: readonly NamedElsewhere[]): Generator<undefined, FlowIndex> {
  const byFirst = new Map<string, Phrase[]>()
  offered.forEach(({ name, words }, place) => {
    for (const phrase of [name, ...words].map((it) => ({ place, words: wordsOf(it) }))) {
      const first = phrase.words[0]?.plain ?? ''
      const begun = byFirst.get(first)
      if (begun) begun.push(phrase)
      else byFirst.set(first, [phrase])
    }
  })
  const sentences = [
    ...offered.map(({ name, words, says }) => [name, ...words, ...says]),
    ...elsewhere.map(({ name, says }) => [name, ...says]),
    // The last class is none of them.
    IDLE_SENTENCES,
  ]
  const examples: Example[] = []
  for (const [of, texts] of sentences.entries()) {
    for (const text of texts) examples.push({ of, features: featuresOf(meantWords(text)) })
    yield
  }
  return { byFirst, classifier: yield* train(examples) }
}
