import { checkOf, isFreeStep } from '../flow/check-of.ts'
import type { World } from '../flow/compiled-flow.ts'
import type { Step, StepOf } from '../flow/flow-format.ts'
import { carryOut } from '../session/carry-out.ts'
import { isReply } from '../session/named-flows.ts'
import { sayBetween } from '../session/say-between.ts'
import { draftButtons, flowAt, greet, isBusy, leave, startFlow, stepAt } from '../session/start.ts'
import type { Turned } from '../session/turned.ts'
import { say, tell } from '../step/ask.ts'
import { menuButton } from '../words/buttons.ts'
import { clausesOf } from '../words/clauses.ts'
import { GREETINGS } from '../words/commands.ts'
import { foldWords } from '../words/courtesy.ts'
import { pick } from '../words/read-choice.ts'
import { phrases } from '../words/phrases.ts'
import { plainOf, writtenOut } from '../words/shorthand.ts'
import type { Command } from '../words/payload.ts'
import { isDone, isNo, isSkip, submits } from '../words/read-reply.ts'
import type { Position, Session } from '../words/session.ts'
import { tellHowToWithdraw } from './after-filing.ts'
import { explainAt } from './explain.ts'
import { namedProcedures } from './search-flows.ts'
import { takesStories } from './steering-of.ts'
import { readUnmistakable, type Steering } from './steering.ts'

/** Hardly any words are refused here, so that words alone do not tell an answer. */
const takesAnyWords = (step: Step): boolean =>
  isFreeStep(step) || ['words', 'point'].includes(checkOf(step)?.takes ?? '')

/** "Thôi khỏi" passes over what nobody must tell, "vậy thôi" ends what is sent piece by piece. */
const closes = (step: Step, text: string): boolean =>
  step.expect === 'text'
    ? step.optional === true && isFreeStep(step) && (isSkip(text) || checkOf(step)?.saysNone?.(text) === true)
    : (step.expect === 'files' || step.expect === 'any') && isDone(text)

/** Where "không" passes a question over this does not: the whole is given up. */
const NO_MORE = /(?:^| )(?:khong|khoi) (?:di|lam|xin|nop|dang ky|dong y) (?:.* )?nua(?: |$)/

function choosesFirst(step: StepOf<'choice'>, text: string): boolean {
  const [first = '', ...others] = clausesOf(text)
  return others.length > 0 && !isNo(first) && pick(step.choices, first) !== undefined
}

/** What cannot be taken back, or says little by itself, is doubtful where any sentence may be the answer. */
const DOUBTFUL: ReadonlySet<Steering> = new Set(['anew', 'cancel', 'resume', 'menu'])

/** A message and what it wants of the conversation: by a word of its own, or in whatever words. */
interface Said {
  text: string
  command: Command | undefined
  steering: Steering | undefined
}

/**
 * A whole message that steers. `isAnswer`: the open question takes the words; then only the unmistakable steers, and where any
 * sentence may be the answer, the doubtful is asked back. Undefined where the words are for the question, or for others.
 */
export function steer(session: Session, said: Said, isAnswer: () => boolean, world: World): Turned | undefined {
  const { text, command, steering } = said
  const step = session.position && stepAt(session, world)
  if (step && isBusy(session, world) && GREETINGS.has(foldWords(text))) return greet(session, world)
  if (
    step &&
    sendsTooEarly(step, text) &&
    isOwn(session, text, world) &&
    isBusy(session, world) &&
    !(step.expect === 'choice' && isAnswer())
  )
    return sayBetween(session, phrases.notAllAnswered, world)
  const meant = command ?? steering
  if (meant === undefined) return undefined
  if (meant === 'cancel' && !isBusy(session, world)) {
    const filed = tellHowToWithdraw(session, world)
    if (filed) return filed
    // "Rút lại đồng ý" with nothing under way is a matter of its own.
    if (command === undefined && namedProcedures(world.flows, text).length > 0) return undefined
  }
  if (meant === 'anew' && (!step || !takesStories(step))) return begunAnew(session, world)
  // "Ừ rút đi em, hông đi nữa": chosen, and why.
  if (step?.expect === 'choice' && command === undefined && choosesFirst(step, text)) return undefined
  const unmistakable = readUnmistakable(text)
  if (step && unmistakable === undefined && closes(step, text)) return undefined
  if (meant === 'later' && session.position && isReply(session.position.flow)) return putAway(session, world)
  if (!step || !takesAnyWords(step))
    return command === undefined && isAnswer() && !(meant === 'cancel' && NO_MORE.test(plainOf(writtenOut(text))))
      ? undefined
      : carryOn(session, meant, world)
  if (unmistakable) return carryOn(session, unmistakable, world)
  const isStory = takesStories(step)
  const isDoubtful = DOUBTFUL.has(meant) || (isStory && (command !== undefined || meant === 'back'))
  if (!isDoubtful) return carryOn(session, meant, world)
  return step.expect === 'text' ? askWhether(session, text, world) : undefined
}

/** "Thôi đặt lịch hẹn" while something else is filed hands nothing in. */
const isOwn = ({ position }: Session, text: string, { flows }: World): boolean =>
  namedProcedures(flows, text).every(({ flow }) => flow.flow === position?.flow)

/** "Gửi đi em" before all is answered. One word may be a name. */
const sendsTooEarly = (step: Step, text: string): boolean =>
  (step.expect === 'text' || step.expect === 'choice') && text.includes(' ') && submits(text)

function carryOn(session: Session, meant: Steering, world: World): Turned | undefined {
  switch (meant) {
    case 'later':
      return putAway(session, world)
    case 'wait':
      return wait(session, world)
    case 'explain':
      return explainAt(session, world)
    case 'anew':
      return begunAnew(session, world)
    default:
      return carryOut(session, meant, world)
  }
}

/** "Làm lại từ đầu": what was answered lies there until it is said that it may go. */
function begunAnew(session: Session, world: World): Turned | undefined {
  const { position } = session
  if (!position || !isBusy(session, world) || isReply(position.flow)) return undefined
  return startFlow(session, position.flow, world, 'ask')
}

/** "Để mai làm tiếp": nothing is lost, and nothing more is asked. An officer's question goes on waiting where it is. */
function putAway(session: Session, world: World): Turned {
  const { position } = session
  const flow = flowAt(world, position)
  if (position && flow && isReply(flow.flow)) {
    const interrupted = draftButtons(session, world)
    const told =
      interrupted.length > 0 ? say(phrases.replyLater, interrupted) : tell(flow, position, phrases.replyLater)
    return { session, effects: told }
  }
  const { session: aside, effects } = leave(session, world)
  return { session: aside, effects: effects.length > 0 ? effects : say(phrases.comeAgain, [menuButton]) }
}

function wait(session: Session, world: World): Turned | undefined {
  const { position } = session
  const flow = flowAt(world, position)
  if (!position || !flow || !isBusy(session, world)) return undefined
  return { session, effects: tell(flow, position, phrases.takeYourTime) }
}

/** Reads back words that may be the answer or something else: the end of a petition, or what it says? */
export function askWhether(
  session: Session,
  text: string,
  world: World,
  because: string = phrases.isThisTheAnswer,
): Turned | undefined {
  const { position } = session
  const flow = flowAt(world, position)
  if (!position || !flow || position.context.proposal) return undefined
  const asking: Position = { ...position, context: { ...position.context, proposal: { value: text, shown: text } } }
  return {
    session: { ...session, position: asking },
    effects: tell(flow, asking, phrases.proposal(because, text)),
  }
}
