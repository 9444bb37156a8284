import type { Choosable } from './choice-words.ts'
import { type Classifier, type Example, train } from './classifier.ts'
import { featuresOf } from './features.ts'
import { writtenOut } from './shorthand.ts'

/** With fewer words for each choice there is nothing to learn from. */
const ENOUGH = 8
/** Share from which a guess is asked about: with each word of the shipped questions left out once, 94 of 100 were right. */
const LIKELY = 0.5

const learned = new WeakMap<readonly Choosable[], Classifier | 'too little'>()

function learn(options: readonly Choosable[]): Classifier | 'too little' {
  const examples = options.flatMap(({ label, words = [] }, of): Example[] =>
    [label, ...words].map((said) => ({ of, features: featuresOf(writtenOut(said)) })),
  )
  if (options.length < 2 || examples.length < ENOUGH * options.length) return 'too little'
  const work = train(examples)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/**
 * The choice that words are most like which name none: to be asked about, never to be taken. Learned at the first such words
 * from what each choice is called; undefined where a question gives too little to learn from, or nothing is likely.
 */
export function likelyChoice<Option extends Choosable>(options: readonly Option[], text: string): Option | undefined {
  const classifier = learned.get(options) ?? learn(options)
  learned.set(options, classifier)
  if (classifier === 'too little') return undefined
  const shares = classifier.sharesOf(featuresOf(writtenOut(text)))
  const most = Math.max(...shares)
  return most >= LIKELY ? options[shares.indexOf(most)] : undefined
}
