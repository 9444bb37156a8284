import { MINUTE, SECOND } from '../kernel/clock.ts'
import { say } from './ask.ts'
import { checks } from './checks/table.ts'
import { readCommand, readPayload, GREETINGS, foldWords } from './commands.ts'
import { carryOut, answerCancelling, answerChoosing, answerResuming } from './carry-out.ts'
import type { CompiledFlow, World } from './compiled-flow.ts'
import { withoutOldDrafts } from './drafts.ts'
import { decide } from './engine.ts'
import type { CitizenEvent } from './events.ts'
import { answerKeeping, offerKeeping } from './known-answers.ts'
import { findingPhrases } from './finding-phrases.ts'
import { choicesOf, type Step } from './flow-format.ts'
import { countLookup, tellClosed } from './look-ups.ts'
import { phrases } from './phrases.ts'
import { pick } from './read-words.ts'
import type { Effect, FactsEvent, Position, Session } from './session.ts'
import { remind, withReminder } from './remind.ts'
import { MENU_FLOW, greet, isBusy, land, landMoved, openMenu, outdated, resumeHere, startFlow } from './start.ts'
import { startFromWords } from './start-from-words.ts'
import { isFreeStep, startWithCode } from './start-with-code.ts'
import { answerSuggested, offerNearest, tellAbout } from './suggest.ts'
import { answerQuestion, closeQuestion, hearQuestion, nextQuestion } from './supplement.ts'
import { withTally } from './tally.ts'
import { after, type Turned } from './turned.ts'
import { answerAside, understand } from './understand.ts'
import { urgentFor } from './urgent.ts'

/**
 * One event of one citizen: the door to this folder. What is typed means, in this order: the answer to an open "really?" of
 * the session itself; a steering word; a button; a dossier code; at a filing something that cannot be its answer; the
 * answer to the question of the flow; and a citizen who is nowhere, or at the menu, may say what they need.
 */
export function takeTurn(before: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  const turned = withReminder(
    offerKeeping(
      withoutRepeats(
        before,
        world,
        withoutEchoes(before, event, world, routeEvent(withoutOldDrafts(before, world.now), event, world)),
      ),
    ),
    event,
    world,
  )
  const hasFinished = before.position !== undefined && turned.session.position === undefined && !turned.session.choosing
  const told = hasFinished ? after(turned.effects, nextQuestion(turned.session, world)) : turned
  return withTally(before, told, world)
}

/** Photos nobody asked for come in numbers: one sentence answers them all. */
const ALBUM = 10 * SECOND

function withoutEchoes(before: Session, event: CitizenEvent | FactsEvent, world: World, turned: Turned): Turned {
  if (event.type !== 'FILE' || turned.effects.some(({ type }) => type !== 'say')) return turned
  const isEcho = before.toldOfFilesAt !== undefined && world.now - before.toldOfFilesAt < ALBUM
  return isEcho
    ? { session: before, effects: [] }
    : { ...turned, session: { ...turned.session, toldOfFilesAt: world.now } }
}

/** A button that leads nowhere is explained once; whoever taps on and on reads one line. */
const TAPPING = MINUTE
const DEAD: readonly string[] = [phrases.deadButton, phrases.oldButton]

function withoutRepeats(before: Session, { now }: World, turned: Turned): Turned {
  const [first] = turned.effects
  const isDead =
    first?.type === 'say' && first.message.type === 'text' && DEAD.some((it) => textOf(first).startsWith(it))
  if (!isDead) return turned
  const session = { ...turned.session, deadTapAt: now }
  if (before.deadTapAt === undefined || now - before.deadTapAt > TAPPING) return { ...turned, session }
  return { session: { ...before, deadTapAt: now }, effects: say(phrases.tappedAgain) }
}

const textOf = ({ message }: Extract<Effect, { type: 'say' }>): string => (message.type === 'text' ? message.text : '')

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
    case 'FILE':
    case 'FILE_STORED':
    case 'FILE_REFUSED':
    case 'LOCATION':
    case 'CONTACT':
    case 'UNSUPPORTED':
      return takeAtStep(session, event, world)
  }
}

function takeText(session: Session, event: Extract<CitizenEvent, { type: 'TEXT' }>, world: World): Turned {
  const text = event.text.slice(0, 4_000)
  const payload = readPayload(text)
  if (session.cancelling) {
    const answered = answerCancelling(session, text, world)
    if (answered) return answered
  }
  if (session.choosing) {
    const answered = answerChoosing(session, session.choosing.flow, text, world)
    if (answered) return answered
  }
  if (session.resuming) {
    const answered = answerResuming(session, text, world)
    if (answered) return answered
  }
  if (session.keeping) {
    const answered = answerKeeping(session, text, world.now)
    if (answered) return answered
  }
  if (session.suggested) {
    const answered = answerSuggested(session, text, world)
    if (answered) return answered
  }
  const urgent = payload === undefined && !isFreeStep(stepAt(session, world)) ? urgentFor(text) : undefined
  if (urgent !== undefined) return { session, effects: say(urgent, [menuOr(session, world)]) }
  const { cancelling: _, choosing: __, suggested: ___, keeping: ____, resuming: _____, said, ...open } = session
  const command = isNumberAsked(open, text, world) ? undefined : readCommand(text)
  if (command) return carryOut(open, command, world)
  const [verb, object] = payload?.split(/:(.*)/s) ?? []
  if (verb !== undefined && object !== undefined) {
    if (verb === 'bo-sung') return answerQuestion(open, object, world)
    if (verb === 'tiep-tuc') return resumeHere(open, object, world)
    if (verb === 'lam') return startFromWords(open, object, said ?? '', world)
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
  if (step?.expect !== 'text') return false
  return checks.get(step.check)?.check('0', { now, answers: position.context.answers }).ok === true
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
  if (event.type === 'FILE' && flow.flow === MENU_FLOW) return declineFile(session, event.caption, world)
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

/** A picture sent before anything was agreed to is not even fetched; words under it are answered. */
function declineFile(session: Session, caption: string | undefined, world: World): Turned {
  const meant = caption === undefined ? undefined : understand(session, caption, world)
  return after(say(findingPhrases.photoFirst), meant ?? openMenu(session, world))
}

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
      return declineFile(session, event.caption, world)
    default:
      return openMenu(session, world)
  }
}
