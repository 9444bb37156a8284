import { foldInPlace } from '../../kernel/text.ts'
import { isSkipped } from '../flow/answers.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import type { Step } from '../flow/flow-format.ts'
import { flowAt, land } from '../session/start.ts'
import type { Turned } from '../session/turned.ts'
import { say } from '../step/ask.ts'
import { amendTo, correct, reopen } from '../step/correct.ts'
import { reviewed, type Reviewed } from '../step/review.ts'
import { button } from '../words/buttons.ts'
import { ASKED_BY_SESSION } from '../words/payload.ts'
import { phrases } from '../words/phrases.ts'
import { pick } from '../words/read-choice.ts'
import type { FlowContext, Position, Session } from '../words/session.ts'
import { addsPapers, removesAnswer } from './added-or-removed.ts'
import { amendingWords, asksToAmend, saysOwnSlip } from './amending-words.ts'
import { questionsNamed, type NamedQuestion } from './name-question.ts'
import { ofPerson } from './of-person.ts'
import { newValueIn, saidInstead, type NewValue } from './new-value.ts'

/** Longer than any correction; a story is no correction. */
const LONGEST = 160
const MOST_OFFERED = 5

const ONLY_WRONG = /^[^,;]*(?:sai|lộn|lon|nhầm|nham|trật|trat)(?:\s+(?:rồi|roi|mất|hết|bét|ạ|em))*[.!\s]*$/iu

interface Place {
  session: Session
  flow: CompiledFlow
  position: Position
  step: Step
  text: string
  world: World
}

/**
 * A sentence that puts an earlier answer right, at the review or in the middle of a filing: the answer is changed, or asked
 * anew, and one goes back to where one was. `isAnswer`: the open question would take the words as its own. Undefined where
 * nothing earlier is meant.
 */
export function amend(session: Session, text: string, isAnswer: () => boolean, world: World): Turned | undefined {
  const { position } = session
  const flow = flowAt(world, position)
  const step = position && flow?.steps.get(position.step)
  if (!position || !flow?.keepsDraft || !step || text.length > LONGEST) return undefined
  const { isEarlier, isAmending, isSlip } = amendingWords(text)
  const isReview = step.expect === 'review'
  const isMeant = isEarlier || ((isReview || isAmending) && !isAnswer())
  if (!isMeant && !isSlip) return undefined
  const questions = ofPerson(flow, position, text, reviewed(flow, position.context))
  const place: Place = { session, flow, position, step, text, world }
  const added = isReview ? additionTo(place, questions) : undefined
  if (added) return added
  const numbered = isReview && isAmending ? questions[numberIn(text) - 1] : undefined
  if (numbered) return amendNamed(place, { found: [{ question: numbered, words: [] }], also: [] }, true)
  const named = questionsNamed(questions, text)
  // What was read back is put right at its own question.
  if (position.context.proposal && !isEarlier && !named.isWhole) return undefined
  const removed = isReview && named.isWhole ? removal(place, named.found) : undefined
  if (removed) return removed
  // "Ý lộn, đi từ Đất Mới" might do for the open question too.
  if (isSlip && named.isWhole && !isFreeStep(step) && isAnswer()) {
    const changed = amendNamed(place, named, false)
    if (changed) return changed
  }
  if (!isMeant || (isFreeStep(step) && !isEarlier && !isSlip)) return undefined
  const replaced = valueInstead(questions, text, position.context, world.now)
  if (replaced) return change(place, replaced.question, replaced.value)
  const isCalledWrong = isAmending || isEarlier
  const told = named.isWhole || isCalledWrong ? named.found : []
  const turned = told.length > 0 ? amendNamed(place, named, isCalledWrong) : undefined
  if (turned || (told.length > 0 && !isCalledWrong)) return turned
  // "Ngày cưới ghi sai" names what is wrong, and nothing that is right.
  const fitting = ONLY_WRONG.test(text) ? [] : fittingOf(place, questions, isCalledWrong)
  const [only, ...others] = fitting
  if (only && others.length === 0)
    return isCalledWrong ? change(place, only.question, only.value) : reask(place, only.question)
  if (!isCalledWrong) return undefined
  if (only)
    return offer(
      place,
      fitting.map(({ question }) => question),
    )
  if (isReview) return land(session, correct(flow, position, 0, { now: world.now, fetching: session.fetching }), world)
  const isOwnSlip = asksToAmend(text) || (ONLY_WRONG.test(text) && saysOwnSlip(text))
  return isOwnSlip && questions.length > 0 ? offer(place, questions.slice(-MOST_OFFERED).reverse()) : undefined
}

/** "Mục 7 sai", "sửa dòng thứ 3": the number of a line of the review; 0 where none is said. */
const numberIn = (text: string): number =>
  Number(/(?<!\p{L})(?:mục|muc|câu|cau|dòng|dong)(?: (?:số|so|thứ|thu))* (\d{1,2})(?!\d)/iu.exec(text)?.[1] ?? 0)

/** Named: changed when the sentence says into what, else asked anew; of several the one whose kind the value is. */
function amendNamed(
  place: Place,
  { found: named, also }: { found: readonly NamedQuestion[]; also: readonly NamedQuestion[] },
  isCalledWrong: boolean,
): Turned | undefined {
  const { position, text, world } = place
  const context = { now: world.now, answers: position.context.answers }
  const valuedOf = (some: readonly NamedQuestion[]) =>
    some.flatMap(({ question, words }) => {
      const value = newValueIn(question, text, words, context)
      return value ? [{ question, value }] : []
    })
  const labelled = valuedOf(named)
  const valued = labelled.length > 0 ? labelled : valuedOf(also)
  if (valued.length === 1 && valued[0]) return change(place, valued[0].question, valued[0].value)
  if (!isCalledWrong) return undefined
  const meant = valued.length > 1 ? valued.map(({ question }) => question) : named.map(({ question }) => question)
  const [first] = meant
  if (meant.length === 1 && first) return reask(place, first)
  return offer(place, meant.slice(0, MOST_OFFERED))
}

/** "12 chứ không phải 21": the answer that says 21, whichever it is, when it is one. */
function valueInstead(
  questions: readonly Reviewed[],
  text: string,
  { answers }: FlowContext,
  now: number,
): { question: Reviewed; value: NewValue } | undefined {
  const said = saidInstead(text)
  if (!said) return undefined
  const found = questions.flatMap((question): { question: Reviewed; value: NewValue }[] => {
    const { shown } = question.answer
    const place = placeOf(said.wrong, shown) ?? placeOf(said.wrong, foldInPlace(shown))
    const check = checkOf(question.step)
    if (!place || !check) return []
    // "số nhà 12 chứ không phải 21": of what is right, only what stands where the wrong stood.
    const right = /^\d+$/.test(said.wrong)
      ? (/\d+(?!.*\d)/.exec(said.right)?.[0] ?? said.right)
      : said.right.split(' ').slice(-said.wrong.split(' ').length).join(' ')
    const whole = shown.slice(0, place.from) + right + shown.slice(place.to)
    const reading = check.check(whole, { now, answers })
    return reading.ok === false ? [] : [{ question, value: { reading } }]
  })
  return found.length === 1 ? found[0] : undefined
}

/** Where it stands as a word of its own: "8" in "08/11", and neither in "18/11" nor in "1998". */
function placeOf(said: string, shown: string): { from: number; to: number } | undefined {
  const isPart = (letter: string): boolean => /[\p{L}\d]/u.test(letter)
  const [words, sought] = [shown.toLowerCase(), said.toLowerCase()]
  for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) {
    const to = at + sought.length
    const isPadded = /^\d/.test(sought) && words[at - 1] === '0' && !/\d/.test(words.charAt(at - 2))
    if (!isPart(words.charAt(to)) && (isPadded || !isPart(words.charAt(at - 1))))
      return { from: at - (isPadded ? 1 : 0), to }
  }
  return undefined
}

/** Questions whose kind the new value is, where the sentence names none: numbers, days, places and choices tell themselves. */
function fittingOf({ position, text, world }: Place, questions: readonly Reviewed[], isCalledWrong: boolean) {
  const context = { now: world.now, answers: position.context.answers }
  return questions.flatMap((question) => {
    const check = checkOf(question.step)
    const isTold =
      question.step.expect === 'choice' ||
      // Nearly any words name a place where something happened.
      (check && !check.free && !['words', 'name', ...(isCalledWrong ? [] : ['point'])].includes(check.takes))
    const value = isTold && !isSkipped(question.answer) ? newValueIn(question, text, [], context) : undefined
    return value ? [{ question, value }] : []
  })
}

/** Of several questions for papers it is asked which. */
function additionTo(place: Place, questions: readonly Reviewed[]): Turned | undefined {
  const files = addsPapers(place.text) ? questions.filter(({ step }) => step.expect === 'files') : []
  const [only] = files
  return only && files.length === 1 ? reask(place, only) : files.length > 1 ? offer(place, files) : undefined
}

/** What nobody must tell is taken out, anything else asked anew. */
function removal(place: Place, named: readonly NamedQuestion[]): Turned | undefined {
  const [only] = named
  if (named.length !== 1 || !only || !removesAnswer(place.text)) return undefined
  const { step, answer } = only.question
  const isOptional = 'optional' in step && step.optional === true
  return isOptional && !isSkipped(answer) ? change(place, only.question, { skip: true }) : reask(place, only.question)
}

function change({ session, flow, position, world }: Place, question: Reviewed, value: NewValue): Turned {
  const result = amendTo(flow, position, question.id, value, { now: world.now, fetching: session.fetching })
  return land(session, result, world)
}

function reask({ session, flow, position, world }: Place, { id }: Reviewed): Turned {
  return land(session, reopen(flow, position, id), world)
}

/** "Which of these?" What was typed is kept, for the new value may stand in it. */
function offer(place: Place, questions: readonly Reviewed[]): Turned {
  const { session, text } = place
  const choices = questions.map(({ id, label }) =>
    button({ to: 'answer', step: ASKED_BY_SESSION.amend, key: id }, label),
  )
  const { position, step } = place
  const context = step.expect === 'review' ? { ...position.context, doubted: true as const } : position.context
  return {
    session: {
      ...session,
      position: { ...position, context },
      asking: { what: 'which answer', steps: questions.map(({ id }) => id) },
      said: text,
    },
    effects: say(phrases.amendWhich, choices),
  }
}

/** The answer to "which of these?": changed when what was typed before says into what, else asked anew. */
export function answerAmending(
  session: Session,
  steps: readonly string[],
  said: string,
  { text, key }: { text: string; key: string | undefined },
  world: World,
): Turned | undefined {
  const { position } = session
  const flow = flowAt(world, position)
  const step = position && flow?.steps.get(position.step)
  if (!position || !flow || !step) return undefined
  const questions = reviewed(flow, position.context).filter(({ id }) => steps.includes(id))
  const ordered = steps.flatMap((id) => questions.find((it) => it.id === id) ?? [])
  const options = ordered.map(({ id, label }) => ({ key: id, label }))
  const chosen = key ?? pick(options, text)?.key
  const question = ordered.find(({ id }) => id === chosen) ?? onlyNamed(ordered, text)
  if (!question) return undefined
  const place: Place = { session, flow, position, step, text: said, world }
  const context = { now: world.now, answers: position.context.answers }
  const value = newValueIn(question, said, [], context)
  return value ? change(place, question, value) : reask(place, question)
}

function onlyNamed(questions: readonly Reviewed[], text: string): Reviewed | undefined {
  const { found } = questionsNamed(questions, text)
  return found.length === 1 ? found[0]?.question : undefined
}
