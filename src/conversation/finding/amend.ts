import { isSkipped } from '../flow/answers.ts'
import { isFreeStep } from '../flow/check-of.ts'
import type { World } from '../flow/compiled-flow.ts'
import { flowAt, land } from '../session/start.ts'
import type { Turned } from '../session/turned.ts'
import { say } from '../step/ask.ts'
import { amendTo, correct, reopen } from '../step/correct.ts'
import { reviewed, type Reviewed } from '../step/review.ts'
import { button } from '../words/buttons.ts'
import { ASKED_BY_SESSION } from '../words/payload.ts'
import { phrases } from '../words/phrases.ts'
import { pick, readSaid } from '../words/read-choice.ts'
import { isTimetable } from '../words/read-slot.ts'
import type { Session } from '../words/session.ts'
import { addsPapers, removesAnswer } from './added-or-removed.ts'
import { amendingWords, asksToAmend, saysOwnSlip } from './amending-words.ts'
import { asksSomething } from './asking-words.ts'
import { besideNamed, fittingOf, isRequest, meantIn, namedIn, stated, valuedOf, type Place } from './amendments.ts'
import { type Correction, readCorrection } from './correction.ts'
import { deniedAnswer, type Amendment } from './denied-answer.ts'
import { alikeName, guessedAmendment } from './guessed-amendment.ts'
import { questionsNamed, type NamedQuestion } from './name-question.ts'
import { newValueIn } from './new-value.ts'
import { ofPerson } from './of-person.ts'
import { severalIn } from './several-amended.ts'
import { takesStories } from './steering-of.ts'

/** Longer than any correction; a story is no correction. */
const LONGEST = 160
const MOST_OFFERED = 5

const ONLY_WRONG = /^[^,;]*(?:sai|lộn|lon|nhầm|nham|trật|trat)(?:\s+(?:rồi|roi|mất|hết|bét|ạ|em))*[.!\s]*$/iu

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
  const correction = readCorrection(text)
  if (deniesFiling(correction)) return undefined
  const isReview = step.expect === 'review'
  const questions = ofPerson(flow, position, text, reviewed(flow, position.context))
  const place: Place = { session, flow, position, step, text, world }
  const unmarked = isEarlier || isReview || isAmending || isSlip ? undefined : stated(place, questions, isAnswer)
  if (unmarked) return change(place, [unmarked])
  const isMeant = isEarlier || ((isReview || isAmending) && !isAnswer())
  if (!isMeant && !isSlip && !isAmending) return undefined
  const added = isReview && isMeant ? additionTo(place, questions) : undefined
  if (added) return added
  const numbered = isReview && isMeant && isAmending ? questions[numberIn(text) - 1] : undefined
  if (numbered) return amendNamed(place, { found: [{ question: numbered, words: [] }], also: [] }, true)
  const named = namedIn(place, questions, text)
  // What was read back is put right at its own question.
  if (position.context.proposal && !isEarlier && !named.isWhole) {
    const chosen = deniedAnswer(questions, correction, position.context, world.now)
    return chosen && 'choice' in chosen.value ? change(place, [chosen]) : undefined
  }
  const removed = isReview && isMeant && named.isWhole ? removal(place, named.found) : undefined
  if (removed) return removed
  // "Ý lộn, đi từ Đất Mới", "ngày sinh sai rồi, 3/5/1990" might do for the open question too.
  const isStory = takesStories(step)
  if ((isSlip || isAmending) && named.isWhole && !isStory && (isSlip ? !isFreeStep(step) : true) && isAnswer()) {
    const turned =
      amendNamed(place, named, false) ?? (isRequest(text, named.found) ? amendNamed(place, named, true) : undefined)
    if (turned) return turned
  }
  if (!isMeant || (isFreeStep(step) && !isEarlier && !isSlip)) return undefined
  const several = severalIn(text, questions, (left, part) => meantIn({ ...place, text: part.said }, left, part))
  if (several.length > 1) return change(place, several)
  const denied = deniedAnswer(questions, correction, position.context, world.now)
  if (denied) return change(place, [denied])
  const isCalledWrong = isAmending || isEarlier
  const told = named.isWhole || isCalledWrong ? named.found : []
  const valued = told.length > 0 ? amendNamed(place, named, false) : undefined
  if (valued) return valued
  const beside = told.length > 0 ? besideNamed(place, questions, told) : undefined
  if (beside) return change(place, [beside])
  const alike = told.length > 1 && isCalledWrong ? alikeName(questions, text, position.context, world.now) : undefined
  if (alike) return change(place, [alike])
  if (told.length > 0 && isCalledWrong) return amendNamed(place, named, true)
  // "Ngày cưới ghi sai" names what is wrong, and nothing that is right.
  const fitting = ONLY_WRONG.test(text) ? [] : fittingOf(place, questions, isCalledWrong, text)
  const [only, ...others] = fitting
  if (only && others.length === 0) return isCalledWrong ? change(place, [only]) : doubted(place, only)
  const hours = isReview && !only ? narrowed(questions, correction) : undefined
  if (hours) return reask(place, hours)
  const guessed =
    isReview && !only && !asksSomething(text)
      ? guessedAmendment(questions, { text, isCalledWrong }, position.context, world.now)
      : undefined
  if (guessed) return change(place, [guessed])
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

/** "Tui làm khai sinh chứ đâu phải cái này": it is all of it that is not wanted. */
const deniesFiling = ({ wrong }: Correction): boolean =>
  wrong.some((it) => /^(?:cái|việc|vụ|giấy|thủ tục|cai|viec|vu|giay|thu tuc) (?:này|nay|đây|day)$/iu.test(it))

/** "Đổi qua chiều được hông" says which half of the day, and not yet the hour. */
const narrowed = (questions: readonly Reviewed[], { right }: Correction): Reviewed | undefined => {
  const text = right.join(', ')
  return questions.find(
    ({ step }) =>
      step.expect === 'choice' && isTimetable(step.choices) && readSaid(step.choices, text).found === 'several',
  )
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
  const labelled = valuedOf(place, named)
  const valued = labelled.length > 0 ? labelled : valuedOf(place, also)
  if (valued.length === 1) return change(place, valued)
  if (!isCalledWrong) return undefined
  const meant = valued.length > 1 ? valued.map(({ question }) => question) : named.map(({ question }) => question)
  const [first] = meant
  if (meant.length === 1 && first) return reask(place, first)
  return offer(place, meant.slice(0, MOST_OFFERED))
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
  // "Số đó bỏ rồi, xài số 0944123123" says what stands instead.
  if (valuedOf(place, named).length > 0) return undefined
  const { step, answer } = only.question
  const isOptional = 'optional' in step && step.optional === true
  return isOptional && !isSkipped(answer)
    ? change(place, [{ question: only.question, value: { skip: true } }])
    : reask(place, only.question)
}

function change({ session, flow, position, world }: Place, amendments: readonly Amendment[]): Turned {
  const changes = amendments.map(({ question: { id }, value }) => ({ id, value }))
  const result = amendTo(flow, position, changes, { now: world.now, fetching: session.fetching })
  return land(session, result, world)
}

/** Another value of one kind, and no word that anything is wrong: it is read back; of choices it is asked. */
function doubted(place: Place, { question, value }: Amendment): Turned {
  if ('choice' in value) return change(place, [{ question, value: { ...value, isDoubted: true } }])
  if (!('reading' in value)) return reask(place, question)
  return change(place, [{ question, value: { reading: { because: phrases.iRead, ...value.reading, ok: 'unsure' } } }])
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
  return value ? change(place, [{ question, value }]) : reask(place, question)
}

function onlyNamed(questions: readonly Reviewed[], text: string): Reviewed | undefined {
  const { found } = questionsNamed(questions, text)
  return found.length === 1 ? found[0]?.question : undefined
}
