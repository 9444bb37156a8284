import { isSkipped } from '../flow/answers.ts'
import { readFacts } from '../facts/read-facts.ts'
import { checkOf } from '../flow/check-of.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { sideOf } from '../step/heard.ts'
import type { Reviewed } from '../step/review.ts'
import type { Position, Session } from '../words/session.ts'
import { asksToAmend, saysOwnSlip } from './amending-words.ts'
import { asksSomething } from './asking-words.ts'
import { readCorrection } from './correction.ts'
import { deniedAnswer, type Amendment } from './denied-answer.ts'
import { loosely } from './loosely.ts'
import { nameWords, questionsNamed, type NamedQuestion, type NamedQuestions } from './name-question.ts'
import { newValueIn, withoutName } from './new-value.ts'
import { isOfWords, type Part } from './several-amended.ts'
import { takesStories } from './steering-of.ts'

/** Where a sentence was said that puts something right. */
export interface Place {
  session: Session
  flow: CompiledFlow
  position: Position
  step: Step
  text: string
  world: World
}

/** The answers a sentence names, unless it names a question better that was not answered yet. */
export function namedIn({ flow, position }: Place, questions: readonly Reviewed[], text: string): NamedQuestions {
  const named = questionsNamed(questions, text)
  const open = questionsNamed(unanswered(flow, position), text)
  const lengthOf = ({ found, isWhole }: NamedQuestions) => (isWhole ? (found[0]?.words.length ?? 0) : 0)
  return lengthOf(open) > lengthOf(named) ? { found: [], also: [], isWhole: false } : named
}

const unanswered = (flow: CompiledFlow, { context }: Position): Reviewed[] =>
  [...flow.steps].flatMap(([id, step]): Reviewed[] => {
    if (!('saveAs' in step) || step.saveAs === undefined || context.trail.includes(id)) return []
    const label = 'label' in step && step.label !== undefined ? step.label : step.saveAs
    return [{ id, name: answerNameOf(id, step), label, step, answer: { value: '', shown: '' } }]
  })

const ASKED_FOR = loosely('cho|muốn|cần|xin|giùm|dùm|giúp|lại|cái')

/** "Sửa giới tính lại giùm": nothing is said but what is to be changed. "Sửa điện thoại" alone may be a trade. */
export const isRequest = (text: string, [only, ...others]: readonly NamedQuestion[]): boolean =>
  only !== undefined &&
  others.length === 0 &&
  (saysOwnSlip(text) || text.search(ASKED_FOR) >= 0) &&
  asksToAmend(withoutName(text, only.words))

/**
 * Words that do not say that they change anything, and yet do: another value of what they name, or of what they deny, where the
 * open question does not take them.
 */
export function stated(place: Place, questions: readonly Reviewed[], isAnswer: () => boolean): Amendment | undefined {
  const { step, text, position, world } = place
  if (takesStories(step) || asksSomething(text)) return undefined
  // A name, or a reading that is in doubt, may be the answer to the open question.
  const check = checkOf(step)
  const context = { now: world.now, answers: position.context.answers }
  const mayBeOpen =
    check !== undefined && !isOfWords(step) && (check.takes === 'name' || check.check(text, context).ok !== false)
  if (mayBeOpen) return undefined
  const correction = readCorrection(text)
  const denied =
    correction.wrong.length > 0 ? deniedAnswer(questions, correction, position.context, world.now) : undefined
  if (!denied && isAnswer()) return undefined
  const named = denied || position.context.proposal ? undefined : namedIn(place, questions, text)
  if (!denied && !named?.isWhole) return undefined
  // "3 bản, 2 bản hổng đủ" tells no purpose, though any words would.
  const isTyped = denied !== undefined && !isOfWords(denied.question.step) && isOfWords(step)
  if (!isTyped && isAnswer()) return undefined
  return denied ?? (named?.found.length === 1 ? valuedOf(place, named.found)[0] : undefined)
}

/** What one of several clauses changes: what it names, else the only answer of its kind. */
export function meantIn(place: Place, left: readonly Reviewed[], { of, isGoingOn }: Part): Amendment | undefined {
  const named = namedIn(place, left, of)
  const labelled = named.isWhole ? valuedOf(place, named.found) : []
  const valued = labelled.length > 0 || !named.isWhole ? labelled : valuedOf(place, named.also)
  // "Đi từ Năm Căn" is called as the hour is from which somebody goes, and tells none.
  const meant = valued.length > 0 || isGoingOn ? valued : fittingOf(place, left, true, `, ${place.text}`)
  return meant.length === 1 ? meant[0] : undefined
}

/** "Chủ trọ chưa chịu": a choice about what is named. */
export function besideNamed(
  place: Place,
  questions: readonly Reviewed[],
  named: readonly NamedQuestion[],
): Amendment | undefined {
  const about = questions.filter(
    ({ step, label }) =>
      step.expect === 'choice' && named.some(({ words }) => words.every((it) => nameWords(label).includes(it))),
  )
  const found = valuedOf(
    place,
    about.map((question) => ({ question, words: named.flatMap(({ words }) => words) })),
  )
  return found.length === 1 ? found[0] : undefined
}

export function valuedOf({ position, text, world }: Place, named: readonly NamedQuestion[]): Amendment[] {
  const context = { now: world.now, answers: position.context.answers }
  return named.flatMap(({ question, words }) => {
    const value = newValueIn(question, text, words, context)
    return value ? [{ question, value }] : []
  })
}

/** Questions whose kind the new value is, where the sentence names none: numbers, days, places and choices tell themselves. */
export function fittingOf(
  { position, world }: Place,
  questions: readonly Reviewed[],
  isCalledWrong: boolean,
  text: string,
): Amendment[] {
  const context = { now: world.now, answers: position.context.answers }
  const sides = new Set(readFacts(text).flatMap(({ side }) => side ?? []))
  // "Đi từ Năm Căn" is not where somebody goes.
  const isOtherEnd = ({ name }: Reviewed) =>
    sides.size === 1 && sideOf(name) !== undefined && !sides.has(name as 'from' | 'to')
  return questions.flatMap((question) => {
    if (isOtherEnd(question)) return []
    const check = checkOf(question.step)
    const isTold =
      question.step.expect === 'choice' ||
      // Nearly any words name a place where something happened.
      (check && !check.free && !['words', 'name', ...(isCalledWrong ? [] : ['point'])].includes(check.takes))
    const value = isTold && !isSkipped(question.answer) ? newValueIn(question, text, [], context) : undefined
    return value ? [{ question, value }] : []
  })
}
