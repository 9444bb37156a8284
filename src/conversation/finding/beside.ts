import { isWrittenAsName } from '../checks/family-names.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import type { World } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { sayBetween } from '../session/say-between.ts'
import { stepAt } from '../session/start.ts'
import type { Turned } from '../session/turned.ts'
import { withoutCourtesy } from '../words/courtesy.ts'
import { phrases } from '../words/phrases.ts'
import { pointsAtThing, saysSent } from '../words/pointing.ts'
import { isDone, isYes } from '../words/read-reply.ts'
import type { Position, Session } from '../words/session.ts'
import { CLAUSE_END, plainOf, writtenOut } from '../words/shorthand.ts'
import { explainAt } from './explain.ts'
import { asksHow, asksWhy } from './asks-why.ts'
import { feelingIn } from './feelings.ts'
import { isOnlyFelt } from './felt.ts'
import { otherLanguage } from './other-language.ts'
import { isRemark } from './remark.ts'
import { askWhether } from './steer.ts'
import { isMourning, smallTalk, tactFor } from './tact.ts'

/** What words beside the question are answered with: a sentence of ours, or what the question is about. */
export type Beside = { say: string } | 'explain' | 'reason'

const LONGEST = 80
/** In a story as few words may stand alone and yet be none. */
const MOST_FELT = { story: 4, words: 8 }
const QUESTION_END = /(?:^| )(?:khong|chua|ha|sao|gi|nao|dau|chi)$/
const ONE_LETTER = /^(\p{L})\1{3,}$/u
const THANKS = /^(?:cam|tks|thank)/

/**
 * Where nearly any words pass for the answer, words that surely are none: a picture that is pointed at, a feeling, a death that is
 * told, another language, a question back to an officer. Undefined where they may be the answer.
 */
export function besideTheQuestion(step: Step, { context }: Position, text: string): Beside | undefined {
  const check = checkOf(step)
  const isName = check?.takes === 'name'
  const isOpen = isFreeStep(step) || check?.takes === 'words' || check?.takes === 'point' || isName
  const isDay = check?.takes === 'day'
  const tellsStory = step.expect === 'any' || check?.tellsStory === true
  if (!tellsStory && step.expect === 'text' && asksHow(text)) return 'explain'
  if (text.length > LONGEST || (!isOpen && !isDay)) return undefined
  if (!tellsStory && step.expect === 'text' && isMourning(text) && !isWrittenAsName(text)) return saying(tactFor(text))
  if (isDay || answerNameOf('', step) === 'comment') return undefined
  const gathered = step.expect === 'any' ? context.answers[answerNameOf('', step)] : undefined
  if (gathered === undefined && pointsAtThing(text)) return { say: phrases.onlyPointed }
  if (isName && isWrittenAsName(text)) return undefined
  if (!tellsStory && asksWhy(text)) return 'reason'
  if (isName) return saying(otherLanguage(text) ?? feltIn(text, MOST_FELT.words))
  const words = withoutCourtesy(writtenOut(text)).filter(({ plain }) => plain !== CLAUSE_END)
  const plain = plainOf(words)
  if (step.expect === 'any' && gathered === undefined) {
    if (saysSent(text) && !isDone(text) && !QUESTION_END.test(plain)) return { say: phrases.nothingCame }
    if (isYes(text) || /^(?:biet|hieu|nghe) (?:roi)?/.test(plain)) return { say: phrases.replyLater }
    if (words.length <= 6 && QUESTION_END.test(plain)) return 'explain'
  }
  if (ONE_LETTER.test(text.trim())) return 'explain'
  const felt = THANKS.test(plain)
    ? smallTalk(text)
    : feltIn(text, tellsStory && !isOnlyFelt(text) ? MOST_FELT.story : MOST_FELT.words)
  return saying(felt)
}

const saying = (text: string | undefined): Beside | undefined => (text === undefined ? undefined : { say: text })

const feltIn = (text: string, most: number): string | undefined =>
  /\d/.test(text) || withoutCourtesy(writtenOut(text)).length > most ? undefined : feelingIn(text)

/** A sentence that may be no answer, where any would be stored: it is read back with what the question is for. */
export function askAboutRemark(session: Session, text: string, world: World): Turned | undefined {
  const { position } = session
  const step = stepAt(session, world)
  if (!position || !step || !isRemark(position.step, step, text)) return undefined
  if (checkOf(step)?.check(text, { now: world.now, answers: position.context.answers }).ok !== true) return undefined
  const label = 'label' in step ? step.label : undefined
  const because = label === undefined ? phrases.isThisTheAnswer : phrases.isThisFor(label)
  const felt = feelingIn(text)
  return askWhether(session, text, world, [felt, because].filter((it) => it !== undefined).join('\n\n'))
}

export const answerBeside = (session: Session, beside: Beside, world: World): Turned =>
  typeof beside === 'string'
    ? (explainAt(session, world, beside === 'reason' ? 'reason' : 'meaning') ?? { session, effects: [] })
    : sayBetween(session, beside.say, world)
