import { type Example, train } from '../../../src/conversation/words/classifier.ts'
import { featuresOf } from '../../../src/conversation/words/features.ts'
import { meantWords } from '../../../src/conversation/finding/matters.ts'

export interface Sentence {
  of: number
  text: string
}

/** How likely each class is, by its number. */
export type Judge = (text: string) => readonly number[]
/** `named` are what each class is called, `asked` how people ask for it. */
export type Way = (named: readonly Sentence[], asked: readonly Sentence[]) => Judge
type Features = (text: string) => string[]

const all: Features = (text) => featuresOf(meantWords(text))
const wordsAlone: Features = (text) => all(text).filter((feature) => feature.startsWith('w'))

const toExample =
  (features: Features) =>
  ({ of, text }: Sentence): Example => ({ of, features: features(text) })

const logistic =
  (features: Features): Way =>
  (named, asked) => {
    const learning = train([...named, ...asked].map(toExample(features)))
    let step = learning.next()
    while (step.done !== true) step = learning.next()
    const { value } = step
    return (text) => value.sharesOf(features(text))
  }

const together = (scores: readonly number[]): number[] => {
  const sum = scores.reduce((a, b) => a + b, 0) || 1
  return scores.map((score) => score / sum)
}

const rarityIn = (examples: readonly Example[]): ((feature: string) => number) => {
  const seen = new Map<string, number>()
  for (const { features } of examples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  return (feature) => Math.log((examples.length + 1) / ((seen.get(feature) ?? 0) + 1))
}

const classesOf = (examples: readonly { of: number }[]): number => Math.max(...examples.map(({ of }) => of)) + 1

/** The five sentences at the smallest angle vote, each with the square of its likeness. */
const nearest: Way = (named, asked) => {
  const examples = [...named, ...asked].map(toExample(all))
  const rarity = rarityIn(examples)
  const lengthOf = (features: readonly string[]): number => Math.hypot(...features.map(rarity)) || 1
  const known = examples.map(({ of, features }) => ({ of, features: new Set(features), length: lengthOf(features) }))
  const count = classesOf(examples)
  return (text) => {
    const features = all(text)
    const length = lengthOf(features)
    const alike = known.map(({ of, features: those, length: other }) => {
      const shared = features.reduce((sum, it) => sum + (those.has(it) ? rarity(it) ** 2 : 0), 0)
      return { of, likeness: shared / (length * other) }
    })
    const votes = new Array<number>(count).fill(0)
    for (const { of, likeness } of alike.sort((a, b) => b.likeness - a.likeness).slice(0, 5))
      votes[of] = (votes[of] ?? 0) + likeness ** 2
    return together(votes)
  }
}

/** How often a feature stands in each class, with a hundredth added everywhere. */
const naiveBayes: Way = (named, asked) => {
  const examples = [...named, ...asked].map(toExample(all))
  const count = classesOf(examples)
  const often = new Map<string, number[]>()
  const sizes = new Array<number>(count).fill(0)
  for (const { of, features } of examples)
    for (const feature of features) {
      const counts = often.get(feature) ?? new Array<number>(count).fill(0)
      counts[of] = (counts[of] ?? 0) + 1
      sizes[of] = (sizes[of] ?? 0) + 1
      often.set(feature, counts)
    }
  const ALPHA = 0.01
  return (text) => {
    const logs = new Array<number>(count).fill(0)
    for (const counts of all(text).map((feature) => often.get(feature)))
      if (counts)
        for (let of = 0; of < count; of++)
          logs[of]! += Math.log(((counts[of] ?? 0) + ALPHA) / ((sizes[of] ?? 0) + ALPHA * often.size))
    const most = Math.max(...logs)
    return together(logs.map((log) => Math.exp(log - most)))
  }
}

/** As it was before: how much of a name's words stand in the sentence, in whatever order; nothing is learned from how people ask. */
const bagOfWords: Way = (named) => {
  const examples = named.map(toExample(wordsAlone))
  const rarity = rarityIn(examples)
  const weigh = (features: readonly string[]): number => features.reduce((sum, it) => sum + rarity(it), 0)
  return (text) => {
    const said = new Set(wordsAlone(text))
    const scores = new Array<number>(classesOf(named)).fill(0)
    for (const { of, features } of examples) {
      const covered = weigh(features.filter((it) => said.has(it))) / (weigh(features) || 1)
      scores[of] = Math.max(scores[of] ?? 0, covered)
    }
    return scores
  }
}

export const WAYS: Readonly<Record<string, Way>> = {
  'logistic, as it is': logistic(all),
  'logistic, words alone': logistic(wordsAlone),
  'nearest neighbour': nearest,
  'naive Bayes': naiveBayes,
  'bag of words': bagOfWords,
}
