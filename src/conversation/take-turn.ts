import { say } from './ask.ts'
import { readCommand, readPayload, GREETINGS, foldWords } from './commands.ts'
import { carryOut, answerCancelling, answerChoosing, answerSuggested } from './carry-out.ts'
import type { World } from './compiled-flow.ts'
import { withoutOldDrafts } from './drafts.ts'
import { decide } from './engine.ts'
import type { CitizenEvent } from './events.ts'
import type { Step } from './flow-format.ts'
import { countLookup } from './look-ups.ts'
import { phrases } from './phrases.ts'
import { searchFlows } from './search-flows.ts'
import type { FactsEvent, Session } from './session.ts'
import { MENU_FLOW, greet, land, openMenu, outdated, resumeHere, startFlow } from './start.ts'
import { answerQuestion, closeQuestion, hearQuestion, nextQuestion } from './supplement.ts'
import { after, type Turned } from './turned.ts'

/**
 * One event of one citizen: the door to this folder. Steering words come first, whatever is asked at the moment; then an
 * open "really?" of the session itself; then the question of the flow; and a citizen who is nowhere is met at the menu.
 */
export function takeTurn(before: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  const turned = routeEvent(withoutOldDrafts(before, world.now), event, world)
  const hasFinished = before.position !== undefined && turned.session.position === undefined && !turned.session.choosing
  return hasFinished ? after(turned.effects, nextQuestion(turned.session, world)) : turned
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
      return { session, effects: [] }
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
  if (session.suggested) {
    const answered = answerSuggested(session, session.suggested, text, world)
    if (answered) return answered
  }
  const { cancelling: _, choosing: __, suggested: ___, ...open } = session
  const command = readCommand(text)
  if (command) return carryOut(open, command, world)
  const [verb, object] = payload?.split(/:(.*)/s) ?? []
  if (verb !== undefined && object !== undefined) {
    if (verb === 'bo-sung') return answerQuestion(open, object, world)
    if (verb === 'tiep-tuc') return resumeHere(open, object, world)
    if (verb === 'lam' || verb === 'lam-moi') return startFlow(open, object, world, verb === 'lam-moi' ? 'anew' : 'ask')
  }
  return takeAtStep(open, event, world)
}

function takeAtStep(session: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  const { position } = session
  if (!position) return takeIdle(session, event, world)
  const flow = world.flows.pinned(position.flow, position.version)
  if (!flow?.steps.has(position.step)) return outdated(session, world)
  const counted =
    event.type === 'FACTS' && isGuess(flow.steps.get(position.step))
      ? countLookup(session, event.found, world.now)
      : session
  const contact = flow.contact ?? world.flows.current(MENU_FLOW)?.contact
  const moment = { now: world.now, fetching: session.fetching, contact }
  // At the menu a citizen may simply say what they need instead of choosing.
  if (event.type === 'TEXT' && !flow.keepsDraft && flow.steps.get(position.step)?.expect === 'choice') {
    const decision = decide(flow, position, event, moment)
    if (decision.outcome === 'waiting' && decision.position.context.failures > position.context.failures) {
      const meant = suggest(session, event.text, world)
      if (meant) return meant
    }
    return land(counted, decision, world)
  }
  return land(counted, decide(flow, position, event, moment), world)
}

/** A look-up by code and secret can be tried at random; one among the citizen's own dossiers cannot. */
const isGuess = (step: Step | undefined): boolean => step?.expect === 'none' && step.do === 'query dossier'

function suggest(session: Session, text: string, world: World): Turned | undefined {
  const found = searchFlows(world.flows, text)
  if (found.length === 0) return undefined
  const choices = [
    ...found.map(({ flow, name }) => ({ key: `lam:${flow}`, label: name })),
    { key: 'menu', label: phrases.labels.menu },
  ]
  return { session: { ...session, suggested: found.map(({ flow }) => flow) }, effects: say(phrases.hereItIs, choices) }
}

/** Nobody is asked anything: greet, find the procedure meant, or show what there is. */
function takeIdle(session: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  switch (event.type) {
    case 'FACTS':
    case 'FILE_STORED':
    case 'FILE_REFUSED':
    case 'CARD_READ':
    case 'CARD_UNREADABLE':
      return { session, effects: [] }
    case 'TEXT': {
      if (GREETINGS.has(foldWords(event.text))) return greet(session, world)
      const payload = readPayload(event.text)
      if (payload !== undefined) return after(say(phrases.deadButton), openMenu(session, world))
      return suggest(session, event.text, world) ?? openMenu(session, world)
    }
    case 'UNSUPPORTED':
      return after(say(phrases.unsupported[event.what]), openMenu(session, world))
    case 'FILE':
      return after(say(phrases.needsButton), openMenu(session, world))
    default:
      return openMenu(session, world)
  }
}
