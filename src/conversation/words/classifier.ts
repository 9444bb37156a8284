/** A sentence of the training by its features, and the class it belongs to: 0, 1, 2 … without a gap. */
export interface Example {
  of: number
  features: readonly string[]
}

export interface Classifier {
  /** How likely each class is, all together 1, by its number. Empty where nothing in the features was ever seen. */
  sharesOf: (features: readonly string[]) => readonly number[]
}

/** Features of one sentence by their places, and how much each weighs: rare ones more, all together of length 1. */
interface Vector {
  places: Int32Array
  weights: Float32Array
}

const EPOCHS = 5
const RATE = 0.5
/** A class that is this far from wrong is not corrected: most of the sixty are, after the first examples. */
const RIGHT_ENOUGH = 0.004
/** Examples after which others may have their turn: a few milliseconds. */
const PIECE = 100

/**
 * Multinomial logistic regression over weighted features, by stochastic descent with a step of its own for each weight
 * (AdaGrad). The same examples in the same order make the same classifier: nothing is drawn by chance. A class with few
 * examples counts as much as its root wants, so that a matter asked for rarely is not drowned. Yields between pieces of work.
 */
export function* train(examples: readonly Example[]): Generator<undefined, Classifier> {
  const count = examples.reduce((most, { of }) => Math.max(most, of + 1), 0)
  const sizes = new Map<number, number>()
  for (const { of } of examples) sizes.set(of, (sizes.get(of) ?? 0) + 1)
  const { vectorOf, size } = weighted(examples)
  const weights = new Float32Array(size * count)
  const steps = new Float32Array(size * count).fill(1e-3)
  const biases = new Float32Array(count)
  const shares = new Float32Array(count)

  const judge = ({ places, weights: values }: Vector): void => {
    shares.set(biases)
    for (let i = 0; i < places.length; i++) {
      const row = (places[i] as number) * count
      const value = values[i] as number
      for (let c = 0; c < count; c++) shares[c]! += weights[row + c]! * value
    }
    softmax(shares)
  }
  const vectors = examples.map(({ features }) => vectorOf(features))
  const pulls = examples.map(({ of }) => Math.sqrt(examples.length / sizes.size / (sizes.get(of) ?? 1)))
  const order = shuffled(examples.length)
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (let turn = 0; turn < order.length; turn++) {
      if (turn % PIECE === 0) yield
      const at = order[turn] as number
      const vector = vectors[at] as Vector
      const { places, weights: values } = vector
      judge(vector)
      shares[(examples[at] as Example).of]! -= 1
      for (let c = 0; c < count; c++) {
        const slope = shares[c]! * (pulls[at] as number)
        if (Math.abs(slope) < RIGHT_ENOUGH) continue
        biases[c]! -= 0.05 * slope
        for (let i = 0; i < places.length; i++) {
          const cell = (places[i] as number) * count + c
          const pull = slope * (values[i] as number)
          steps[cell]! += pull * pull
          weights[cell]! -= (RATE * pull) / Math.sqrt(steps[cell]!)
        }
      }
    }
  return {
    sharesOf: (features) => {
      const vector = vectorOf(features)
      if (vector.places.length === 0) return []
      judge(vector)
      return Array.from(shares)
    },
  }
}

/** Each feature weighs by how few sentences have it (inverse document frequency). Unknown ones weigh in the length only. */
function weighted(examples: readonly Example[]) {
  const seen = new Map<string, number>()
  for (const { features } of examples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const places = new Map([...seen.keys()].map((feature, i) => [feature, i]))
  const rarity = Float64Array.from(seen.values(), (often) => Math.log((examples.length + 1) / (often + 1)))
  const unknown = Math.log(examples.length + 1)
  const vectorOf = (features: readonly string[]): Vector => {
    const known: number[] = []
    let square = 0
    for (const feature of features) {
      const place = places.get(feature)
      if (place !== undefined) known.push(place)
      square += (place === undefined ? unknown : (rarity[place] as number)) ** 2
    }
    const length = Math.sqrt(square) || 1
    return {
      places: Int32Array.from(known),
      weights: Float32Array.from(known, (place) => (rarity[place] as number) / length),
    }
  }
  return { vectorOf, size: places.size }
}

function softmax(values: Float32Array): void {
  let most = -Infinity
  for (const value of values) most = Math.max(most, value)
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] = Math.exp(values[i]! - most)
  for (let i = 0; i < values.length; i++) values[i]! /= sum
}

/** All numbers below this one, each once, far from their neighbours: examples of one class stand together. */
function shuffled(length: number): number[] {
  const order = Array.from({ length }, (_, i) => i)
  let state = 1
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    const j = state % (i + 1)
    ;[order[i], order[j]] = [order[j] as number, order[i] as number]
  }
  return order
}
