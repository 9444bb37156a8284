import { tidy } from '../kernel/text.ts'
import { say } from './step/ask.ts'
import { checkOf } from './flow/check-of.ts'
import { readCommand, readPayload, GREETINGS, foldWords } from './words/commands.ts'
import { withoutPassedQuestion } from './session/asking.ts'
import { carryOut } from './session/carry-out.ts'
import type { CompiledFlow, World } from './flow/compiled-flow.ts'
import { withoutOldDrafts } from './session/drafts.ts'
import { decide } from './step/engine.ts'
import type { CitizenEvent } from './words/events.ts'
import { offerKeeping } from './session/known-answers.ts'
import { findingPhrases } from './words/finding-phrases.ts'
import { choicesOf, type Step } from './flow/flow-format.ts'
import { countLookup, tellClosed } from './session/look-ups.ts'
import { LONGEST_MESSAGE } from './words/messages.ts'
import { answerAsked } from './finding/answer-asked.ts'
import { isNameAnswer } from './finding/name-answer.ts'
import { phrases } from './words/phrases.ts'
import { pick } from './words/read-words.ts'
import type { FactsEvent, Position, Session } from './words/session.ts'
import { remind, withReminder } from './session/remind.ts'
import { withoutEchoes, withoutRepeats } from './session/repeats.ts'
import { MENU_FLOW } from './session/named-flows.ts'
import { greet, isBusy, land, landMoved, openMenu, outdated, resumeHere, startFlow } from './session/start.ts'
import { startFromWords } from './finding/start-from-words.ts'
import { takesThing, unusedThing, withoutLinks, wordsWith, type Thing } from './step/sent-with.ts'
import { startWithCode } from './finding/start-with-code.ts'
import { offerNearest, tellAbout } from './finding/suggest.ts'
import { answerQuestion, closeQuestion, hearQuestion, nextQuestion } from './session/supplement.ts'
import { withTally } from './session/tally.ts'
import { after, type Turned } from './session/turned.ts'
import { answerAside, isAnswerTo, understand } from './finding/understand.ts'
import { urgentFor } from './finding/urgent.ts'

/**
 * One event of one citizen: the door to this folder. What is typed means, in this order: the answer to an open "really?" of
 * the session itself; a steering word; a button; a dossier code; at a filing something that cannot be its answer; the
 * answer to the question of the flow; and a citizen who is nowhere, or at the menu, may say what they need.
 */
export function takeTurn(before: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  const routed = withoutPassedQuestion(before, routeEvent(withoutOldDrafts(before, world.now), event, world))
  const told = withoutRepeats(before, world, withoutEchoes(before, event, world, routed))
  const turned = withReminder(offerKeeping(told), event, world)
  const { position, asking } = turned.session
  const hasFinished = before.position !== undefined && position === undefined && asking?.what !== 'draft or anew'
  return withTally(before, hasFinished ? after(turned.effects, nextQuestion(turned.session, world)) : turned, world)
}

function routeEvent(session: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  switch (event.type) {
    case 'LEFT':
      return { session, effects: [] }
    case 'ARRIVED':
      return greet(session, world)
    case 'SUPPLEMENT_ASKED':
      return hearQuestion(session, event, world)
    case 'SUPPLEMENT_CLOSED':
      return closeQuestion(session, event)
    case 'TEXT':
      return takeText(session, event, world)
    case 'TIME_CAME':
      return event.timer === 'draft' ? remind(session, world) : takeAtStep(session, event, world)
    case 'CARD_READ':
    case 'CARD_UNREADABLE':
    case 'FACTS':
    case 'FILE_STORED':
    case 'FILE_REFUSED':
      return takeAtStep(session, event, world)
    case 'FILE':
    case 'LOCATION':
    case 'CONTACT':
    case 'UNSUPPORTED':
      return takeThing(session, event, world)
  }
}

/** Words count as words whatever they came with; of the thing itself it is said when it is not used. */
function takeThing(session: Session, thing: Thing, world: World): Turned {
  const step = stepAt(session, world)
  const words = wordsWith(thing, step)
  if (words === undefined) return takeAtStep(session, thing, world)
  const taken =
    takesThing(thing, step) || session.position?.context.card ? takeAtStep(session, thing, world) : undefined
  const isMenu = session.position === undefined || session.position.flow === MENU_FLOW
  if (taken === undefined) {
    const unused = thing.type === 'FILE' && isMenu ? findingPhrases.photoFirst : unusedThing(thing, step)
    return after(unused === undefined ? [] : say(unused), takeText(session, { type: 'TEXT', text: words }, world))
  }
  const urgent = urgentFor(words)
  const isKept =
    step?.expect !== 'card' && (thing.type !== 'FILE' || taken.effects.some(({ type }) => type === 'fetch'))
  const lost = isKept ? [] : say(step?.expect === 'card' ? phrases.captionOfCard : phrases.captionNotKept)
  return after([...(urgent === undefined ? [] : say(urgent)), ...lost], taken)
}

/** The door for words: made clean, bounded, and whatever cannot wait said before anything else. */
function takeText(session: Session, event: Extract<CitizenEvent, { type: 'TEXT' }>, world: World): Turned {
  const text = tidy(event.text)
  const payload = readPayload(text)
  const step = stepAt(session, world)
  if (text.length > LONGEST_MESSAGE) {
    const urgent = urgentFor(text)
    const refusal = say(phrases.tooLong(LONGEST_MESSAGE), [menuOr(session, world)])
    return { session, effects: [...(urgent === undefined ? [] : say(urgent)), ...refusal] }
  }
  const words = payload === undefined ? withoutLinks(text, step) : text
  if (words === text) return hearText(session, text, payload, world)
  if (words === '') return takeAtStep(session, { type: 'UNSUPPORTED', what: 'link' }, world)
  return after(say(phrases.wordsOnly.link), hearText(session, words, undefined, world))
}

function hearText(session: Session, text: string, payload: string | undefined, world: World): Turned {
  const { asking, said = '', ...open } = session
  const answered = asking && answerAsked(open, asking, said, text, world)
  if (answered) return answered
  const event = { type: 'TEXT', text } as const
  const step = stepAt(session, world)
  const isOpen = payload === undefined && session.position !== undefined
  if (isOpen && isNameAnswer(step, session.position?.context, text)) return takeAtStep(open, event, world)
  const isAnswer = isOpen && step !== undefined && isAnswerTo(step, session.position?.context, text, world.now)
  const urgent = payload === undefined ? urgentFor(text, isAnswer) : undefined
  if (urgent !== undefined && isAnswer) return after(say(urgent), takeAtStep(open, event, world))
  if (urgent !== undefined) return { session, effects: say(urgent, [menuOr(session, world)]) }
  const command = isNumberAsked(open, text, world) ? undefined : readCommand(text)
  if (command) return carryOut(open, command, world)
  const [verb, object] = payload?.split(/:(.*)/s) ?? []
  if (verb !== undefined && object !== undefined) {
    if (verb === 'bo-sung') return answerQuestion(open, object, world)
    if (verb === 'tiep-tuc') return resumeHere(open, object, world)
    if (verb === 'lam') return startFromWords(open, object, said, world)
    if (verb === 'lam-moi') return startFlow(open, object, world, 'anew')
    if (verb === 'thong-tin') return tellOf(open, object, world)
  }
  const aside = payload === undefined ? (startWithCode(open, text, world) ?? answerAside(open, text, world)) : undefined
  return aside ?? takeAtStep(open, event, world)
}

const stepAt = ({ position }: Session, { flows }: World): Step | undefined =>
  position && flows.pinned(position.flow, position.version)?.steps.get(position.step)

/** The way on from there: back to the open question, else to the menu. */
const menuOr = (session: Session, world: World) =>
  isBusy(session, world)
    ? { key: 'tiep-tuc', label: phrases.labels.cancelNo }
    : { key: 'menu', label: phrases.labels.menu }

/** "0" leads to the menu, except where none is a number of copies like any other. */
function isNumberAsked({ position }: Session, text: string, { flows, now }: World): boolean {
  if (text.trim() !== '0' || !position) return false
  const step = flows.pinned(position.flow, position.version)?.steps.get(position.step)
  return checkOf(step)?.check('0', { now, answers: position.context.answers }).ok === true
}

function takeAtStep(session: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  const { position } = session
  if (!position) return takeIdle(session, event, world)
  // The answer to a query is for the step that asked it.
  const moved = event.type === 'FACTS' ? undefined : landMoved(session, position, world)
  if (moved) return moved.goesOn ? after(moved.said, takeAtStep(moved.turned.session, event, world)) : moved.turned
  const flow = world.flows.pinned(position.flow, position.version)
  if (!flow?.steps.has(position.step)) return outdated(session, world)
  const counted =
    event.type === 'FACTS' && isGuess(flow.steps.get(position.step))
      ? countLookup(session, event.found, world.now)
      : session
  const contact = flow.contact ?? world.flows.current(MENU_FLOW)?.contact
  if (event.type === 'FACTS' && event.closedUntil !== undefined) {
    const { position: _, ...rest } = counted
    return {
      session: { ...rest, fetching: [] },
      effects: tellClosed(event.closedUntil, contact ?? phrases.fallbackContact),
    }
  }
  const moment = { now: world.now, fetching: session.fetching, contact }
  if (event.type === 'TEXT' && !flow.keepsDraft && readPayload(event.text) === undefined)
    return takeFreely(session, event, world, flow, position)
  if (event.type === 'FILE' && flow.flow === MENU_FLOW) return declineFile(session, world)
  return land(counted, decide(flow, position, event, moment), world)
}

/** Nothing is lost where no filing is open: the menu listens before it insists on its choices, other flows after. */
function takeFreely(
  session: Session,
  event: Extract<CitizenEvent, { type: 'TEXT' }>,
  world: World,
  flow: CompiledFlow,
  position: Position,
): Turned {
  const step = flow.steps.get(position.step)
  const isMenu = flow.flow === MENU_FLOW
  const isChosen = step?.expect === 'choice' && pick(choicesOf(step), event.text) !== undefined
  if (isMenu && !isChosen && GREETINGS.has(foldWords(event.text))) return openMenu(session, world)
  const meant = isMenu && !isChosen ? understand(session, event.text, world) : undefined
  if (meant) return forgiven(meant)
  const contact = flow.contact ?? world.flows.current(MENU_FLOW)?.contact
  const decision = decide(flow, position, event, { now: world.now, fetching: session.fetching, contact })
  const { failures } = decision.position.context
  if (
    decision.outcome !== 'waiting' ||
    decision.position.step !== position.step ||
    failures <= position.context.failures
  )
    return land(session, decision, world)
  const heard = isMenu ? undefined : understand(session, event.text, world)
  return heard ?? after(isMenu ? offerNearest(event.text, world) : [], land(session, decision, world))
}

/** The menu, counting the first failure: the third in a row offers a person. */
function notUnderstood(session: Session, text: string, world: World): Turned {
  const { session: met, effects } = after(offerNearest(text, world), openMenu(session, world))
  const { position } = met
  if (position?.flow !== MENU_FLOW) return { session: met, effects }
  return { session: { ...met, position: { ...position, context: { ...position.context, failures: 1 } } }, effects }
}

/** Somebody was understood: failures are counted from there again. */
const forgiven = ({ session, effects }: Turned): Turned => ({
  session: session.position
    ? { ...session, position: { ...session.position, context: { ...session.position.context, failures: 0 } } }
    : session,
  effects,
})

/** A picture sent before anything was agreed to is not even fetched. */
const declineFile = (session: Session, world: World): Turned =>
  after(say(findingPhrases.photoFirst), openMenu(session, world))

function tellOf(session: Session, name: string, world: World): Turned {
  const flow = world.flows.current(name)
  return flow ? tellAbout(session, flow, [], world) : after(say(phrases.unavailable), openMenu(session, world))
}

/** A look-up by code and secret can be tried at random; one among the citizen's own dossiers cannot. */
const isGuess = (step: Step | undefined): boolean => step?.expect === 'none' && step.do === 'query dossier'

/** Nobody is asked anything: greet, find the procedure meant, or show what there is. */
function takeIdle(session: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  switch (event.type) {
    case 'FACTS':
    case 'TIME_CAME':
    case 'FILE_STORED':
    case 'FILE_REFUSED':
    case 'CARD_READ':
    case 'CARD_UNREADABLE':
      return { session, effects: [] }
    case 'TEXT': {
      if (GREETINGS.has(foldWords(event.text))) return greet(session, world)
      const payload = readPayload(event.text)
      if (payload !== undefined) return after(say(phrases.deadButton), openMenu(session, world))
      return understand(session, event.text, world) ?? notUnderstood(session, event.text, world)
    }
    case 'UNSUPPORTED':
      return after(say(phrases.unsupported[event.what]), openMenu(session, world))
    case 'FILE':
      return declineFile(session, world)
    case 'CONTACT':
    case 'LOCATION':
      return after(
        say(phrases.unsupported[event.type === 'CONTACT' ? 'contact' : 'location']),
        openMenu(session, world),
      )
    default:
      return openMenu(session, world)
  }
}
