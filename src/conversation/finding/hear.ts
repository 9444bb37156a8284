import { say } from '../step/ask.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import type { World } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { tellsFact } from '../step/heard.ts'
import { carryOut } from '../session/carry-out.ts'
import { flowAt, isBusy, openMenu, resumeHere, startFlow, stepAt, wayOn } from '../session/start.ts'
import { answerQuestion } from '../session/supplement.ts'
import { after, type Turned } from '../session/turned.ts'
import type { Payload } from '../words/payload.ts'
import { readCommand } from '../words/commands.ts'
import { phrases } from '../words/phrases.ts'
import type { Session } from '../words/session.ts'
import { readsTogether } from '../step/before-card.ts'
import { readPeople } from '../step/read-people.ts'
import { answerAsked } from './answer-asked.ts'
import { amend } from './amend.ts'
import { asksSomething } from './asking-words.ts'
import { answerAside, isAnswerTo, mayAnswer } from './aside.ts'
import { takeAtStep } from './at-step.ts'
import { hearTime } from './hear-time.ts'
import { startWithCodeOf, understandWishes } from './hear-wishes.ts'
import { asksAfterwards } from './danger.ts'
import { despairs } from './despair.ts'
import { sentencesOf } from './loosely.ts'
import { guessMatters } from './guess.ts'
import { isNameAnswer } from './name-answer.ts'
import { startWithCode } from './start-with-code.ts'
import { startFromWords } from './start-from-words.ts'
import { readTopics } from './topics.ts'
import { namedProcedures } from './search-flows.ts'
import { isRemark } from './remark.ts'
import { askWhether, steer } from './steer.ts'
import { answerBeside, askAboutRemark, besideTheQuestion } from './beside.ts'
import { steeringOf, takesStories } from './steering-of.ts'
import { isHere, matterNamed } from './matters.ts'
import { tellAbout } from './suggest.ts'
import { tellElsewhere } from './tell-elsewhere.ts'
import { takeUpDraft } from './unfinished.ts'
import { turnsAway } from './turning-away.ts'
import { urgentFor } from './urgent.ts'

/**
 * Words or a tap, already clean. They mean, in this order: the answer to a question of the session itself; danger; a steering
 * word; where a button leads; a dossier code, or something else that cannot be the answer; the answer to the open question.
 */
export function hearText(session: Session, text: string, payload: Payload | undefined, world: World): Turned {
  const { asking, said = '', ...open } = session
  const answered = asking && answerAsked(open, asking, said, text, world)
  if (answered) return answered
  const timed = hearTime(open, text, payload, world)
  if (timed) return timed
  const event = { type: 'TEXT', text } as const
  const step = stepAt(session, world)
  const isOpen = payload === undefined && session.position !== undefined
  const { context } = session.position ?? {}
  const steering = payload === undefined ? steeringOf(session, step, text, world) : undefined
  const command = payload === undefined ? readCommand(text) : undefined
  const isPlain = isOpen && command === undefined && steering === undefined
  const beside = isPlain && step && session.position ? besideTheQuestion(step, session.position, text) : undefined
  if (isOpen && command === undefined && changesPeople(session, text, world)) return takeAtStep(open, event, world)
  if (isOpen && beside === undefined && isNameAnswer(step, session.position?.context, text))
    return takeAtStep(open, event, world)
  const isTold =
    isOpen &&
    steering === undefined &&
    beside === undefined &&
    tellsTogether(session, text, world) &&
    !(step && turnsAway(step, session.position?.flow ?? '', text, world)) &&
    !isOnlySaid(session, text, world)
  // A steering word threatens nobody.
  const grave = payload === undefined && command === undefined ? urgentFor(text) : undefined
  if (grave !== undefined) {
    const isKept = isTold || (step !== undefined && (takesStories(step) || isFreeStep(step)))
    const isAnswer =
      isOpen && isKept && step !== undefined && beside === undefined && isAnswerTo(step, context, text, world.now)
    // Between somebody and an authority much is called a fraud.
    const urgent = isAnswer ? urgentFor(text, answerNameOf('', step) === 'content') : grave
    if (urgent !== undefined && isAnswer)
      return after(
        say(urgent),
        (isTold || takesStories(step) ? undefined : askWhether(open, text, world)) ?? takeAtStep(open, event, world),
      )
    if (urgent !== undefined) return alarmed(session, text, urgent, world)
  }
  if (payload?.to === 'steer') return carryOut(open, payload.command, world)
  const followed = payload && followButton(open, payload, said, world)
  if (followed) return followed
  if (payload !== undefined) return takeAtStep(open, event, world)
  if (beside !== undefined) return answerBeside(open, beside, world)
  const draft = takeUpDraft(open, text, world)
  if (draft) return draft
  let taken: boolean | undefined
  const takes = (): boolean =>
    (taken ??= isTold || (isOpen && step !== undefined && !!context && mayAnswer(step, context, text, world.now)))
  return (
    (command === undefined && steering === undefined ? amend(open, text, takes, world) : undefined) ??
    (isNumberAsked(open, text, world) ? undefined : steer(open, { text, command, steering }, takes, world)) ??
    (isTold ? takeAtStep(open, event, world) : undefined) ??
    (tellsSomething(open, text, world) ? takeTold(open, text, takes, world) : undefined) ??
    startWithCodeOf(open, text, world) ??
    doubtedAtReview(answerAside(open, text, takes, world), step) ??
    (isOpen ? askAboutRemark(open, text, world) : undefined) ??
    takeAtStep(open, event, world)
  )
}

/** At the review something else was said than yes: it is shown again before anything is handed in. */
function doubtedAtReview(turned: Turned | undefined, step: Step | undefined): Turned | undefined {
  const { position } = turned?.session ?? {}
  if (!turned || !position || step?.expect !== 'review') return turned
  const doubted = { ...position, context: { ...position.context, doubted: true as const } }
  return { ...turned, session: { ...turned.session, position: doubted } }
}

/** Whom to call comes first; what the same words ask for by its name is not forgotten over it, unless somebody despairs. */
function alarmed(session: Session, text: string, urgent: string, world: World): Turned {
  const isAsking = !isBusy(session, world) && !sentencesOf(text).some(despairs)
  const isNamed = isAsking && namedProcedures(world.flows, text).length > 0
  const isOver = isAsking && sentencesOf(text).some(asksAfterwards)
  const meant =
    isNamed || isOver ? (understandWishes(session, text, world) ?? guessMatters(session, text, world)) : undefined
  return meant ? after(say(urgent), meant) : { session, effects: say(urgent, [wayOn(session, world)]) }
}

/** What is told is taken, and a question about fees or papers in the same message is answered before. */
function takeTold(session: Session, text: string, takes: () => boolean, world: World): Turned {
  const asked = readTopics(text).length > 0 ? answerAside(session, text, takes, world) : undefined
  const taken = takeAtStep(session, { type: 'TEXT', text }, world)
  return asked ? after(asked.effects, taken) : taken
}

/** A number, a plate, a sum that answers this question or a later one: whatever else the words may mean, it is not lost. */
function tellsSomething({ position }: Session, text: string, world: World): boolean {
  const flow = flowAt(world, position)
  // "Mấy tiền 1 bản" orders none.
  const isPrice = readTopics(text).includes('fee') && asksSomething(text) && !/[,;.\n]/.test(text)
  return position !== undefined && flow?.keepsDraft === true && !isPrice && tellsFact(flow, position, text, world.now)
}

/** Of questions asked in one message the first takes nearly any words: a remark answers none of them. */
function isOnlySaid({ position }: Session, text: string, world: World): boolean {
  const flow = flowAt(world, position)
  const step = position && flow?.steps.get(position.step)
  if (!position || !flow || !step || !isRemark(position.step, step, text)) return false
  return !tellsFact(flow, position, text, world.now)
}

/** Words that answer several questions asked in one message are no steering and no wish. */
function tellsTogether({ position, fetching }: Session, text: string, { flows, now }: World): boolean {
  const flow = position && flows.pinned(position.flow, position.version)
  return position !== undefined && flow !== undefined && readsTogether(flow, position, text, { now, fetching })
}

/** Who is spoken of changes: one more, one less. What threatens somebody comes first. */
function changesPeople({ position }: Session, text: string, world: World): boolean {
  const flow = flowAt(world, position)
  return !!position && !!flow && readPeople(flow, position, text) !== undefined && urgentFor(text) === undefined
}

/** Where a button leads that belongs to no question; undefined for those of a question. */
function followButton(session: Session, payload: Payload, said: string, world: World): Turned | undefined {
  switch (payload.to) {
    case 'reply':
      return answerQuestion(session, payload.dossier, world)
    case 'go on':
      return resumeHere(session, payload.flow, world)
    case 'begin':
      return startFromWords(session, payload.flow, said, world)
    case 'begin anew':
      return startFlow(session, payload.flow, world, 'anew')
    case 'tell':
      return tellOf(session, payload.flow, world)
    case 'elsewhere':
      return tellOf(session, payload.id, world)
    case 'withdraw':
      return startWithCode(session, `rút hồ sơ ${payload.code}`, world)
    case 'steer':
    case 'answer':
    case 'key':
      return undefined
  }
}

function tellOf(session: Session, name: string, world: World): Turned {
  const matter = matterNamed(world.flows, name)
  if (matter) return isHere(matter) ? tellAbout(session, matter, [], world) : tellElsewhere(session, matter, world)
  return after(say(phrases.unavailable), openMenu(session, world))
}

/** "0" leads to the menu, except where a number is asked for. */
function isNumberAsked({ position }: Session, text: string, { flows, now }: World): boolean {
  if (text.trim() !== '0' || !position) return false
  const step = flows.pinned(position.flow, position.version)?.steps.get(position.step)
  const check = checkOf(step)
  return check?.takes === 'count' || check?.check('0', { now, answers: position.context.answers }).ok === true
}
